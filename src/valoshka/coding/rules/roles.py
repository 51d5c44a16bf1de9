"""Who suffers an act and who does it, in English: from the frame of the pattern and the order of the words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from valoshka.coding.reading.people import word_set
from valoshka.coding.rules import grammar
from valoshka.coding.rules.grammar import cue
from valoshka.coding.rules.mentions import institution

if TYPE_CHECKING:
    from collections.abc import Sequence

    from valoshka.coding.rules.actors import Doer
    from valoshka.coding.rules.hits import Hit
    from valoshka.coding.rules.mentions import Mention
    from valoshka.coding.rules.resolution import Told

BY_REACH = 25  # tokens from a passive verb to its "by ..."
PHRASE = 3  # tokens of a verb with its object
TO_REACH = 6  # tokens from there to the "to ..." or "for ..." that names the victim
# "her flat was raided", "his arm was struck" are done to the owner; "her mattress was taken" is another act.
ON_BELONGINGS = frozenset({"medical_aid", "torture", "search", "beating", "physical_assault", "surveillance_visit"})
_JOINTS = (["and"], [","], [",", "and"], ["or"], ["as", "well", "as"])


@dataclass(frozen=True)
class Roles:
    """Who suffers and who does an act, as one sentence tells it.

    `doer` is a doer whom the lexicon types, `doer_pronoun` a "they", `doer_words` anybody else; `group` the token where
    the verb group begins; `wants_context`: nobody is named here, but somebody in the text around is meant.
    """

    victims: tuple[Mention, ...]
    group: int
    doer: Doer | None = None
    doer_pronoun: Mention | None = None
    doer_words: Mention | None = None
    wants_context: bool = False


def verb(told: Told, hit: Hit, others: Sequence[Hit]) -> Roles | None:
    """Roles of a verb that is done to somebody: "police detained her", "she was detained", "those detained"."""
    inside = _inside(told, hit)
    if inside is not None and (inside.start == hit.start + 1 or inside.case == "obj"):
        return _active(told, hit, inside, others)
    if any(m.start <= hit.start < m.end - 1 and not m.doer for m in told.mentions):
        return _passive(told, hit)
    kinds = grammar.forms_of(told.lows[hit.start], hit.trigger.bases)
    voice = grammar.voice(told.lows, hit.start, kinds, told.mentions, hit.end)
    if voice == "unclear":
        voice = _inherited(told, hit, others)
    if voice == "active":
        return _active(told, hit, inside or grammar.following_object(told.mentions, hit.end, told.lows), others)
    return _passive(told, hit)


def _inside(told: Told, hit: Hit) -> Mention | None:
    """The object that stands in the pattern's gap: "took the nurse into custody"."""
    fits = (m for m in told.mentions if hit.start < m.start < hit.end)
    return next((m for m in fits if m.case not in ("nom", "rel", "poss") and not m.doer), None)


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


def _passive(told: Told, hit: Hit) -> Roles | None:
    aux = grammar.auxiliary(told.lows, hit.start)
    group = grammar.before_aux(told.lows, aux) if aux is not None else hit.start
    victim = _attributive(told, hit) if aux is None else None
    if victim is None and aux is None and any(m.start <= hit.start and hit.end < m.end for m in told.mentions):
        return None
    victim = victim or grammar.subject(told.mentions, group, told.lows, bare=aux is not None)
    if victim is not None and victim.doer and aux is None:
        victim = None
    if victim is not None and victim.case == "poss" and hit.trigger.act not in ON_BELONGINGS:
        return None
    if victim is None and aux is None:
        victim = _fronted(told, hit)
    return Roles(
        together(told, victim, clause=aux is not None),
        group,
        by(told, hit),
        wants_context=victim is None and (aux is not None or _opens(told, hit)),
    )


def _opens(told: Told, hit: Hit) -> bool:
    """Whether the participle opens a note: "an order: dismissed for absence", "Released on 14 August"."""
    return hit.start == 0 or told.lows[hit.start - 1] in (":", "–", "—", "-", ";")


def _attributive(told: Told, hit: Hit) -> Mention | None:
    """ "the dismissed doctors": the participle stands inside the noun phrase."""
    inside = (m for m in told.mentions if m.start <= hit.start and hit.end < m.end and not m.doer)
    return next((m for m in inside if m.plural and any(low.isdigit() for low in told.lows[m.start : hit.start])), None)


def _fronted(told: Told, hit: Hit) -> Mention | None:
    """ "Detained in May, she ...": the subject follows the comma."""
    opening = all(low in cue("adverbs") or not low[0].isalnum() for low in told.lows[: hit.start])
    comma = next((n for n in range(hit.end, len(told.lows)) if told.lows[n] == ","), None)
    if not opening or comma is None:
        return None
    return next((m for m in told.mentions if m.start > comma and m.oblique is None and not m.doer), None)


def _active(told: Told, hit: Hit, victim: Mention | None, others: Sequence[Hit]) -> Roles | None:
    if victim is not None and victim.case == "poss" and hit.trigger.act not in ON_BELONGINGS:
        victim = None
    if victim is None and hit.trigger.act in ON_BELONGINGS:
        victim = institution(told.passage.sentence, hit.start + 1, hit.end + 4)
    if victim is None:
        victim = _told_to(told, hit)
    if victim is None or victim.doer:
        return None
    agent = grammar.subject(told.mentions, _first_of_chain(told, hit, others), told.lows)
    doer = doer_of(told, agent)
    pronoun = agent if agent is not None and agent.sort == "pronoun" and agent.person == 3 else None
    named = agent if agent is not None and doer is None and agent.sort != "pronoun" and agent is not victim else None
    return Roles(together(told, victim), hit.start, doer, pronoun, named)


def _told_to(told: Told, hit: Hit) -> Mention | None:
    """ "made life impossible for Kot", "handed a term of five years to Rak": a phrase that has its object already."""
    if hit.end - hit.start < PHRASE:
        return None
    after = (m for m in told.mentions if 0 <= m.start - hit.end <= TO_REACH and m.oblique in ("for", "to", "on"))
    found = next(after, None)
    parted = found is not None and any(low in ".;,:" for low in told.lows[hit.end : found.start])
    return None if parted or (found is not None and found.case in ("nom", "rel", "poss")) else found


def _first_of_chain(told: Told, hit: Hit, others: Sequence[Hit]) -> int:
    """The verb whose subject this one shares: "police beat her and threatened her"."""
    if hit.start == 0 or told.lows[hit.start - 1] not in ("and", ",", "or", "then"):
        return hit.start
    earlier = [other for other in others if other.end <= hit.start and other.trigger.frame == "object"]
    return earlier[0].start if earlier and grammar.auxiliary(told.lows, earlier[0].start) is None else hit.start


def own_deed(told: Told, hit: Hit) -> Roles | None:
    """Roles of a verb whose subject is the victim: fled, resigned, received no food."""
    group = hit.start
    while group > 0 and (told.lows[group - 1] in _helping() or told.lows[group - 1].endswith("ly")):
        group -= 1
    victim = grammar.subject(told.mentions, group, told.lows)
    ordered = victim is None and "base" in grammar.forms_of(told.lows[hit.start], hit.trigger.bases)
    if ordered or (victim is not None and victim.doer):
        return None
    return Roles(together(told, victim), group, wants_context=victim is None)


def _helping() -> frozenset[str]:
    auxiliaries = cue("auxiliaries.be") | cue("auxiliaries.have") | cue("auxiliaries.modal") | cue("auxiliaries.do")
    return auxiliaries | cue("adverbs") | {"to", "and", "forced", "continued", "began", "started"}


def together(told: Told, victim: Mention | None, *, clause: bool = False) -> tuple[Mention, ...]:
    """The victim with those joined to it: "Halina and her daughter".

    With `clause`, what stands before an "and" may belong to the clause before it, and is joined only as a subject.
    """
    if victim is None:
        return ()
    chain = [victim]
    for mention in (m for m in told.mentions if m.start >= victim.end):
        if told.lows[chain[-1].end : mention.start] not in _JOINTS or mention.case in ("nom", "poss") or mention.doer:
            break
        chain.append(mention)
    for mention in reversed([m for m in told.mentions if m.end <= victim.start]):
        joined = told.lows[mention.end : chain[0].start] in _JOINTS
        if not joined or mention.doer or mention.case in ("poss", "obj") or (clause and mention.oblique is not None):
            break
        chain.insert(0, mention)
    return tuple(chain)


def by(told: Told, hit: Hit) -> Doer | None:
    """The doer of a "by ..." after the verb."""
    for doer in told.doers:
        before = told.lows[doer.start - 1] if doer.start else ""
        near = 0 <= doer.start - hit.end <= BY_REACH or hit.start < doer.start < hit.end
        agent = before == "by" or told.lows[max(0, doer.start - 3) : doer.start] == ["the", "hands", "of"]
        if near and agent and not any(low in ".;" for low in told.lows[hit.end : doer.start]):
            return doer
    return None


def doer_of(told: Told, agent: Mention | None) -> Doer | None:
    """The typed doer that a mention is, if it is one."""
    if agent is None:
        return None
    return next((doer for doer in told.doers if doer.start <= agent.start < doer.end), None)


def is_family(mention: Mention) -> bool:
    """Whether the mention is somebody's relative or colleague: "my children"."""
    return mention.head in word_set("family_heads") and mention.owner is not None
