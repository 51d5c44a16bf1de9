"""Small questions of English grammar: is this verb passive, who is its subject, who its object."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

from valoshka.coding.lexicon import words
from valoshka.coding.rules.inflection import forms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from valoshka.coding.rules.mentions import Mention

Voice = Literal["active", "passive", "unclear"]
REACH = 9  # tokens from a verb to its auxiliary or object
_OPENING = frozenset({",", ";", ":", ".", "and", "but", "that"})  # after these "both" is the subject, not an adverb
_STOPS = frozenset('.;:!?–—()“”«»"')


@cache
def cue(name: str, language: str = "en") -> frozenset[str]:
    """A word list of cues.yml; `auxiliaries.be` names a group inside another."""
    group, _, inner = name.partition(".")
    listed = words(language, "cues").get(group, [])
    if inner:
        assert isinstance(listed, dict)
        listed = listed[inner]
    return frozenset(listed)  # type: ignore[call-overload, no-any-return]


def auxiliary(lows: Sequence[str], verb: int) -> int | None:
    """The token of the "was", "been" or "got" that makes the participle at `verb` passive, over a chain of participles.

    >>> auxiliary("she was then arrested , beaten and fined".split(), 7)
    1
    """
    at = verb - 1
    while at >= 0 and verb - at <= REACH + 6:
        low = lows[at]
        if low in cue("auxiliaries.be"):
            return at
        chain = low in (",", "and", "or") or low in cue("adverbs") or low.endswith(("ly", "ed", "en"))
        if not chain:
            return None
        at -= 1
    return None


def before_aux(lows: Sequence[str], aux: int) -> int:
    """The leftmost token of the verb group that ends in the auxiliary at `aux` ("could not have been")."""
    group = cue("auxiliaries.have") | cue("auxiliaries.modal") | cue("auxiliaries.be") | cue("adverbs") | {"to"}
    while aux > 0 and (lows[aux - 1] in group or lows[aux - 1].endswith("ly")):
        if lows[aux - 1] in ("both", "all") and (aux == 1 or lows[aux - 2] in _OPENING):
            break
        aux -= 1
    return aux


def subject(found: Sequence[Mention], verb: int, lows: Sequence[str], *, bare: bool = True) -> Mention | None:
    """Who does or suffers the verb whose group begins at `verb`: the nearest before it without a preposition."""
    for mention in reversed([mention for mention in found if mention.end <= verb]):
        if any(low in ".;" for low in lows[mention.end : verb]):
            return None
        if mention.case == "rel":
            return _antecedent(found, mention)
        if mention.case == "obj" and mention.end < verb:
            continue
        if mention.case == "poss":
            if verb - mention.end <= 4 and not any(low in "," for low in lows[mention.end : verb]):
                return mention
            continue
        touches = all(low in cue("adverbs") for low in lows[mention.end : verb]) and not bare
        if mention.oblique is None or mention.case == "nom" or (touches and not mention.doer):
            return mention
    return None


def _antecedent(found: Sequence[Mention], relative: Mention) -> Mention | None:
    before = [mention for mention in found if mention.end <= relative.start and mention.case not in ("poss", "rel")]
    return before[-1] if before else None


def following_object(
    found: Sequence[Mention], verb_end: int, lows: Sequence[str], reach: int = REACH
) -> Mention | None:
    """Whom the verb that ends before `verb_end` is done to: the first mention after it that nothing parts from it."""
    for mention in found:
        if mention.start < verb_end or mention.case in ("nom", "rel"):
            continue
        between = lows[verb_end : mention.start]
        if len(between) > reach or any(
            low in _STOPS or low in ("but", "when", "while", "because", "who", "after") for low in between
        ):
            return None
        # "shouted at her": the preposition is the verb's own.
        if mention.oblique not in (None, "of", "like") and mention.start > verb_end:
            return None
        return mention
    return None


def voice(lows: Sequence[str], verb: int, base_forms: frozenset[str], found: Sequence[Mention], end: int) -> Voice:
    """Whether the verb form at `verb` is active or passive; `unclear` for a participle that stands alone."""
    if auxiliary(lows, verb) is not None and "participle" in base_forms:
        return "passive"
    if not base_forms & {"participle"}:
        return "active"
    following = lows[end] if end < len(lows) else "."
    if following == "by":
        return "passive"
    before = lows[verb - 1] if verb else ""
    skipped = verb - 1
    while skipped > 0 and (lows[skipped] in cue("adverbs") or lows[skipped].endswith("ly")):
        skipped -= 1
    owner = next((mention for mention in found if mention.end == skipped + 1), None)
    if owner is not None and (
        owner.doer or owner.case in ("nom", "rel") or (owner.sort == "name" and owner.case != "poss")
    ):
        return "active"
    if lows[skipped] in cue("auxiliaries.have"):
        return "active"
    if following_object(found, end, lows, reach=2) is not None and before not in cue("prepositions"):
        return "active"
    return "passive" if owner is not None else "unclear"


def forms_of(low: str, bases: Sequence[str]) -> frozenset[str]:
    """What form of one of `bases` the word is."""
    return frozenset(kind for base in bases for kind in forms(base).get(low, ()))
