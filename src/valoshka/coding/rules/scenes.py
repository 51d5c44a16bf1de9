"""Who suffers an act that a noun or a turn of phrase tells, in English."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from valoshka.coding.reading.people import word_set
from valoshka.coding.rules import grammar
from valoshka.coding.rules.grammar import cue
from valoshka.coding.rules.mentions import institution
from valoshka.coding.rules.roles import Roles, by, is_family, own_deed, together, verb

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from valoshka.coding.reading.people import Gender
    from valoshka.coding.rules.actors import Doer
    from valoshka.coding.rules.hits import Hit
    from valoshka.coding.rules.mentions import Mention
    from valoshka.coding.rules.resolution import Told

NEAR = 18  # tokens from a doer to the words of a scene
# Threats that use a relative are made to the one who fears for them.
THROUGH_FAMILY = frozenset({"threat_to_family", "removal_of_child"})
_NOT_DOING = frozenset({"in", "at", "to", "from", "of", "outside", "near", "into", "through", "for"})


def roles(told: Told, hit: Hit, others: Sequence[Hit]) -> Roles | None:
    """Victims and doer of one hit, or `None` if the words do not tell an act done to anybody."""
    frame = hit.trigger.frame
    if frame == "object":
        return verb(told, hit, others)
    if frame == "subject":
        return own_deed(told, hit)
    return _noun(told, hit) if frame == "noun" else _scene(told, hit)


def _noun(told: Told, hit: Hit) -> Roles | None:
    """ "her dismissal", "Halina's arrest", "the arrest of two nurses"; a bare noun tells too little."""
    lows, found = told.lows, told.mentions
    if lows[max(0, hit.start - 4) : hit.start].count("from") and "released" in lows[: hit.start]:
        return None
    if hit.end < len(lows) and (lows[hit.end] in word_set("org_words") or lows[hit.end] in cue("noun_compounds")):
        return None
    owners = [m for m in found if m.case == "poss" and m.end <= hit.start and hit.start - m.end <= 3]
    after = [m for m in found if m.oblique in _governing(hit) and 0 <= m.start - hit.end <= 4 and not m.doer]
    faced = _faced(told, hit)
    light = " ".join(lows[hit.end : hit.end + 3])
    happened = any(light.startswith(phrase) for phrase in cue("noun_light"))
    victim = next(iter([*after[:1], *owners[-1:], *([faced] if faced else [])]), None)
    if (victim is None and not happened) or (victim is not None and victim.doer):
        return None
    group = owners[-1].start if owners else hit.start
    return Roles(together(told, victim), group, by(told, hit), wants_context=victim is None)


def _governing(hit: Hit) -> tuple[str, ...]:
    """Prepositions by which the noun takes its victim."""
    return ("of", "against", "for", "to", "on") if hit.trigger.act in ("sentence", "fine") else ("of", "against")


def _faced(told: Told, hit: Hit) -> Mention | None:
    """ "she received threats", "they were subjected to insults", "face harassment"."""
    near = [n for n in range(max(0, hit.start - 4), hit.start) if told.lows[n] in cue("noun_verbs")]
    if not near:
        return None
    aux = grammar.auxiliary(told.lows, near[0])
    return grammar.subject(told.mentions, aux if aux is not None else near[0], told.lows)


def _scene(told: Told, hit: Hit) -> Roles:
    victim = next(_candidates(told, hit), None)
    if victim is None:
        victim = institution(told.passage.sentence, hit.start, hit.end + 3, hit.trigger.act)
    return Roles(together(told, victim), hit.start, _doer(told, hit), wants_context=victim is None)


def _candidates(told: Told, hit: Hit) -> Iterator[Mention]:
    """Anybody in the clause, likeliest first: after the words, inside them, owning what they name, before them."""
    found = [m for m in told.mentions if not m.doer]
    inside = [m for m in found if hit.start <= m.start and m.end <= hit.end and m.case not in ("rel", "nom")]
    owners = [m for m in found if m.case == "poss" and 0 <= hit.start - m.end <= 2]
    before = _topic(told, found, hit)
    after = [m for m in found if m.case != "poss" and _is_target(told, hit, m)]
    near = grammar.following_object(found, hit.end, told.lows, reach=1)
    plain = [near] if near is not None else []
    first = [m for m in inside if m.case != "poss"] or _under(found, hit, before)
    ordered = [*first, *after, *inside, *owners, *before, *plain]
    for mention in ordered:
        if mention.doer or mention.head in hit.trigger.not_victims or mention.head in cue("negated_subjects"):
            continue
        if is_family(mention) and hit.trigger.act in THROUGH_FAMILY:
            yield from _owner(told, mention)
        else:
            yield mention


def _under(found: Sequence[Mention], hit: Hit, before: Sequence[Mention]) -> list[Mention]:
    """ "They promised to break my legs": after a "they" that does it, the pronoun that follows is the victim."""
    they = [m for m in before[:1] if m.sort == "pronoun" and m.plural and m.person == 3]
    after = [m for m in found if m.sort == "pronoun" and m.case in ("obj", "poss") and 0 <= m.start - hit.end <= 2]
    return after[:1] if they else []


def _is_target(told: Told, hit: Hit, mention: Mention) -> bool:
    """Whether the mention follows as the one struck: "force against protesters", "a fine and a sentence for Kot"."""
    between = told.lows[hit.end : mention.start]
    if not 0 <= mention.start - hit.end <= (7 if mention.oblique == "for" else 3) or any(
        low in ",.;:" for low in between
    ):
        return False
    return mention.oblique in ("against", "on", "at", "to", "of", "for")


def _topic(told: Told, found: Sequence[Mention], hit: Hit) -> list[Mention]:
    """Whom the clause before the words is about: a pronoun in the nominative, a name, else the first one mentioned."""
    stops = [n for n in range(hit.start) if told.lows[n] in ".;:"]
    first = stops[-1] if stops else 0
    clause = [m for m in found if first <= m.start and m.end <= hit.start and m.case not in ("poss", "obj", "rel")]
    pronouns = [m for m in clause if m.case == "nom"]
    free = [m for m in clause if m.oblique is None]
    names = [m for m in free if m.sort == "name"]
    return [*pronouns[-1:], *names[-1:], *free[:1]]


def _owner(told: Told, relative: Mention) -> Iterator[Mention]:
    """The "my" of "my children" as somebody mentioned."""
    if relative.owner is not None and told.lows[relative.owner] in _pronouns():
        person, number, gender, _ = _pronouns()[told.lows[relative.owner]]
        at = relative.owner
        yield replace(
            relative,
            start=at,
            end=at + 1,
            sort="pronoun",
            head=told.lows[at],
            case="poss",
            person=person,
            plural=number == "p",
            gender=gender,
            owner=None,
        )


def _pronouns() -> dict[str, tuple[int, str, Gender, str]]:
    from valoshka.coding.rules.noun_phrases import pronoun_table

    return pronoun_table()


def _doer(told: Told, hit: Hit) -> Doer | None:
    """The doer of a scene: by-phrase, or the nearest before the words, or inside them; a building only as subject."""
    named = by(told, hit)
    if named is not None:
        return named
    for doer in _nearest(told, hit):
        before = told.lows[doer.start - 1] if doer.start else ""
        following = told.lows[doer.end] if doer.end < len(told.lows) else "."
        stands = before not in _NOT_DOING and following not in cue("auxiliaries.be")
        if stands and not (doer.only and hit.start - doer.end > 2):
            return doer
    return None


def _nearest(told: Told, hit: Hit) -> Iterator[Doer]:
    yield from (doer for doer in reversed(told.doers) if doer.start <= hit.start and hit.start - doer.end <= NEAR)
    yield from (doer for doer in told.doers if hit.start < doer.start < hit.end)
