"""Who suffers an act and who does it, in English: from the frame of the pattern and the order of the words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from valoshka.coding.reading.people import word_set
from valoshka.coding.rules import grammar
from valoshka.coding.rules.grammar import cue

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from valoshka.coding.rules.actors import Doer
    from valoshka.coding.rules.hits import Hit
    from valoshka.coding.rules.mentions import Mention
    from valoshka.coding.rules.resolution import Told

NEAR = 12  # tokens
BY_REACH = 25  # tokens from a passive verb to its "by ..."


@dataclass(frozen=True)
class Roles:
    """The mentions that suffer the act, the doer named, where the verb group begins, and how sure the grammar is.

    `wants_context`: nobody is named here, but the act tells of somebody whom the text around it names.
    """

    victims: tuple[Mention, ...]
    doer: Doer | None
    doer_pronoun: Mention | None
    group: int
    wants_context: bool
    doer_words: Mention | None = None


def roles(told: Told, hit: Hit, others: Sequence[Hit]) -> Roles | None:
    """Victims and doer of one hit, or `None` if the words do not tell an act done to anybody."""
    frame = hit.trigger.frame
    if frame == "object":
        return _verb(told, hit, others)
    if frame == "subject":
        return _own_deed(told, hit)
    if frame == "noun":
        return _noun(told, hit)
    return _scene(told, hit)


def _verb(told: Told, hit: Hit, others: Sequence[Hit]) -> Roles | None:
    lows, found = told.lows, told.mentions
    kinds = grammar.forms_of(lows[hit.start], hit.trigger.bases)
    inside = _inside(found, hit)
    if (inside is not None and inside.start == hit.start + 1) or (inside is not None and inside.case == "obj"):
        return _active(told, hit, inside)
    voice = grammar.voice(lows, hit.start, kinds, found, hit.end)
    if voice == "unclear":
        voice = _inherited(told, hit, others)
    if voice == "active":
        victim = inside or grammar.following_object(found, hit.end, lows)
        return _active(told, hit, victim)
    return _passive(told, hit)


def _inherited(told: Told, hit: Hit, others: Sequence[Hit]) -> grammar.Voice:
    """A participle after "and" or a comma shares the voice of the verb before it."""
    earlier = [other for other in others if other.end <= hit.start and other.trigger.frame == "object"]
    for other in reversed(earlier):
        if grammar.auxiliary(told.lows, other.start) is not None:
            return "passive"
        if grammar.following_object(told.mentions, other.end, told.lows) is not None:
            return "active"
    following = grammar.following_object(told.mentions, hit.end, told.lows, reach=1)
    return "active" if following is not None else "passive"


def _inside(found: Sequence[Mention], hit: Hit) -> Mention | None:
    return next(
        (m for m in found if hit.start < m.start and m.end <= hit.end and m.case not in ("nom", "rel") and not m.doer),
        None,
    )


def _passive(told: Told, hit: Hit) -> Roles | None:
    aux = grammar.auxiliary(told.lows, hit.start)
    group = grammar.before_aux(told.lows, aux) if aux is not None else hit.start
    victim = grammar.subject(told.mentions, group, told.lows)
    if victim is not None and victim.doer and aux is None:
        victim = None
    if victim is None and aux is None:
        victim = _fronted(told, hit)
    attributive = aux is None and _attributive(told, hit)
    if attributive is not None and attributive is not False:
        victim = attributive
    doer = _by(told, hit)
    return Roles(_together(told, victim), doer, None, group, victim is None and aux is not None)


def _attributive(told: Told, hit: Hit) -> Mention | bool:
    """ "the dismissed doctors": the participle stands inside the noun phrase."""
    return next((m for m in told.mentions if m.start <= hit.start and hit.end < m.end), False)


def _fronted(told: Told, hit: Hit) -> Mention | None:
    """ "Detained in May, she ...": the subject follows the comma."""
    if hit.start > 2 and told.lows[hit.start - 1] not in ("first", "later", "“", "‘"):
        return None
    comma = next((n for n in range(hit.end, len(told.lows)) if told.lows[n] == ","), None)
    if comma is None:
        return None
    return next((m for m in told.mentions if m.start > comma and m.oblique is None and not m.doer), None)


def _active(told: Told, hit: Hit, victim: Mention | None) -> Roles | None:
    if victim is not None and victim.doer:
        victim = None
    if victim is None:
        return None
    group = hit.start
    agent = grammar.subject(told.mentions, hit.start, told.lows)
    doer = _doer_of(told, agent)
    pronoun = agent if agent is not None and agent.sort == "pronoun" and agent.person == 3 else None
    named = agent if agent is not None and doer is None and agent.sort != "pronoun" and agent is not victim else None
    return Roles(_together(told, victim), doer, pronoun, group, wants_context=False, doer_words=named)


def _own_deed(told: Told, hit: Hit) -> Roles | None:
    """The victim is the subject: fled, resigned, received no food."""
    group = hit.start
    while group > 0 and (told.lows[group - 1] in _helping() or told.lows[group - 1].endswith("ly")):
        group -= 1
    victim = grammar.subject(told.mentions, group, told.lows)
    if victim is not None and victim.doer:
        return None
    return Roles(_together(told, victim), None, None, group, wants_context=victim is None)


def _helping() -> frozenset[str]:
    auxiliaries = cue("auxiliaries.be") | cue("auxiliaries.have") | cue("auxiliaries.modal") | cue("auxiliaries.do")
    return auxiliaries | cue("adverbs") | {"to", "and", "forced", "continued", "began", "started"}


def _noun(told: Told, hit: Hit) -> Roles | None:
    """ "her dismissal", "Halina's arrest", "the arrest of two nurses"; a bare noun tells too little."""
    lows, found = told.lows, told.mentions
    if hit.end < len(lows) and lows[hit.end] in word_set("org_words") | {
        "notice",
        "order",
        "warrant",
        "term",
        "facility",
        "letter",
    }:
        return None
    before = next(
        (m for m in reversed(found) if m.case == "poss" and m.end <= hit.start and hit.start - m.end <= 3), None
    )
    of = next(
        (m for m in found if m.oblique in ("of", "against") and m.start >= hit.end and m.start - hit.end <= 2), None
    )
    owner = next((m for m in found if False), None)
    victim = of if of is not None and not of.doer else before or owner
    if victim is not None and victim.doer:
        victim = None
    light = " ".join(lows[hit.end : hit.end + 3])
    happened = any(light.startswith(phrase) for phrase in cue("noun_light"))
    faced = _faced(told, hit)
    if victim is None and not happened and faced is None:
        return None
    victim = victim or faced
    group = before.start if before is not None else hit.start
    return Roles(_together(told, victim), _by(told, hit), None, group, wants_context=victim is None)


def _faced(told: Told, hit: Hit) -> Mention | None:
    """ "she received threats", "they were subjected to insults", "face harassment"."""
    verbs = cue("noun_verbs")
    near = [n for n in range(max(0, hit.start - 4), hit.start) if told.lows[n] in verbs]
    return grammar.subject(told.mentions, near[0], told.lows) if near else None


def _scene(told: Told, hit: Hit) -> Roles | None:
    """Anybody mentioned in the clause: inside the words, as object after them, as subject before them, as owner."""
    found = [m for m in told.mentions if not m.doer]
    inside = [m for m in found if hit.start <= m.start and m.end <= hit.end and m.case != "rel"]
    inside.sort(key=lambda m: m.case == "poss")
    before = grammar.subject(found, hit.start, told.lows)
    after = grammar.following_object(found, hit.end, told.lows, reach=4)
    owner = next((m for m in found if m.case == "poss" and 0 <= hit.start - m.end <= 2), None)
    family = lambda m: m is not None and m.head in word_set("family_heads") and m.owner is not None  # noqa: E731
    victim = next((m for m in [*inside, owner, before, after] if m is not None and not family(m)), None)
    return Roles(_together(told, victim), _doer_around(told, hit), None, hit.start, wants_context=victim is None)


def _together(told: Told, victim: Mention | None) -> tuple[Mention, ...]:
    """The victim with those joined to it: "Halina and her daughter"."""
    if victim is None:
        return ()
    chain = [victim]
    for mention in told.mentions:
        between = told.lows[chain[-1].end : mention.start]
        if mention.start >= chain[-1].end and between in (["and"], [","], [",", "and"], ["or"]):
            if mention.case != "nom" and not mention.doer and mention.case != "poss":
                chain.append(mention)
    before = [m for m in told.mentions if m.end <= victim.start]
    for mention in reversed(before):
        joined = told.lows[mention.end : chain[0].start] in (["and"], [","], [",", "and"])
        if not joined or mention.doer or mention.case in ("poss", "obj"):
            break
        chain.insert(0, mention)
    return tuple(chain)


def _by(told: Told, hit: Hit) -> Doer | None:
    for doer in told.doers:
        before = told.lows[doer.start - 1] if doer.start else ""
        near = 0 <= doer.start - hit.end <= BY_REACH or hit.start < doer.start < hit.end
        if near and before in ("by", "from") and not any(low in ".;" for low in told.lows[hit.end : doer.start]):
            return doer
    return None


def _doer_of(told: Told, agent: Mention | None) -> Doer | None:
    if agent is None:
        return None
    return next((doer for doer in told.doers if doer.start <= agent.start < doer.end), None)


def _doer_around(told: Told, hit: Hit) -> Doer | None:
    """The doer of a scene: by-phrase, or the nearest before the words, or inside them; places only as subject."""
    by = _by(told, hit)
    if by is not None:
        return by
    for doer in _nearest(told, hit):
        before = told.lows[doer.start - 1] if doer.start else ""
        if before not in ("in", "at", "to", "from", "of", "outside", "near", "into") and not (
            doer.only and doer.end > hit.start
        ):
            return doer
    return None


def _nearest(told: Told, hit: Hit) -> Iterator[Doer]:
    yield from (doer for doer in reversed(told.doers) if doer.start <= hit.start and hit.start - doer.end <= NEAR)
    yield from (doer for doer in told.doers if hit.start < doer.start < hit.end)
