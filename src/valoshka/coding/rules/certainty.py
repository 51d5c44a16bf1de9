"""Did it happen? Negated, asked for and merely imagined acts are none; announced and believed ones are marked."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal

from valoshka.coding.lexicon import words
from valoshka.coding.rules.grammar import cue
from valoshka.coding.rules.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

Certainty = Literal["happened", "announced", "believed", "no"]
WINDOW = 14  # tokens before an act in which a word may govern it
CLOSE = 5
SENTENCE = 40
_STOPS = frozenset('….;:()–—“”«»"?!')


@cache
def _phrases(name: str, language: str, *, near: bool = False) -> re.Pattern[str]:
    """One expression for all wordings of a cue; with `near`, only those that must stand close to the verb."""
    listed = words(language, "cues").get(name, [])
    assert isinstance(listed, list)
    close = cue("near", language)
    chosen = [say for say in listed if name != "hypotheticals" or (say in close) == near]
    expressions = [compile_pattern(say, {}).source.removesuffix("(?= |$)") for say in chosen]
    return re.compile(rf"(?:^| )(?:{'|'.join(expressions) or '(?!)'})(?= |$)")


def has(name: str, language: str, folded: str) -> bool:
    """Whether a cue of that name stands in the folded words."""
    return _phrases(name, language).search(folded) is not None


def window(lows: Sequence[str], verb: int, language: str) -> int:
    """The first token of the stretch before `verb` whose words govern it: back to a stop or a new clause."""
    at = verb
    while at > 0 and verb - at < WINDOW:
        low = lows[at - 1]
        if low in _STOPS or low in cue("clause_breaks", language):
            break
        if low == "," and not _is_list(lows, at, verb):
            break
        at -= 1
    return at


def _is_list(lows: Sequence[str], at: int, verb: int) -> bool:
    return any(low in ("and", "or", ",") for low in lows[at:verb])


def negated(lows: Sequence[str], group: int, verb: int, language: str) -> bool:
    """Whether a "not", "never" or "without" stands in the verb group `group:verb` or right before it."""
    near = lows[max(0, group - 2) : verb]
    if near[-2:] == ["no", "one"] or near[-1:] == ["no"]:
        return True
    for back, low in enumerate(reversed(near)):
        if low in cue("negators", language):
            return not (low in ("not", "n't") and near[len(near) - back : len(near) - back + 1] == ["only"])
        if low in cue("negation_stops", language):
            return False
    return False


def certainty(lows: Sequence[str], verb: int, language: str, *, negative: bool, threatened: bool) -> Certainty:
    """Whether the act told at token `verb` happened, as far as the words before it in the clause say.

    `negative`: the act's own words are a "not"; `threatened`: the act is itself a threat.
    """
    start = window(lows, verb, language)
    before = " ".join(lows[start:verb])
    close = " ".join(lows[max(start, verb - CLOSE) : verb])
    if has("beliefs", language, before) or _believes_that(" ".join(lows[max(0, verb - SENTENCE) : verb]), language):
        return "believed"
    if (not negative and has("requests", language, before)) or has("denials", language, before):
        return "no"
    if not negative and _is_called_for(lows, verb, language):
        return "no"
    if not threatened and has("threats", language, " ".join(lows[max(0, start - 6) : verb])):
        return "no"
    if has("hypotheticals", language, before):
        return "no"
    if not negative and _phrases("hypotheticals", language, near=True).search(close):
        return "announced" if _reported_future(lows, verb, close) else "no"
    if not negative and has("announced", language, close):
        return "no" if "if" in lows[:verb] or "unless" in lows else "announced"
    return "happened"


def _is_called_for(lows: Sequence[str], verb: int, language: str) -> bool:
    """Whether a "must" or "we urge" earlier in the sentence asks for what a verb without a past tense tells."""
    past = lows[verb].endswith("ed") or any(low in cue("past", language) for low in lows[max(0, verb - 3) : verb])
    return not past and any(low in cue("calls", language) for low in lows[:verb])


def _believes_that(before: str, language: str) -> bool:
    """Whether "believes that ..." opens the sentence: it governs over commas, up to a new sentence."""
    return _opening_belief(language).search(before) is not None


@cache
def _opening_belief(language: str) -> re.Pattern[str]:
    return re.compile(
        _phrases("beliefs", language).pattern.removesuffix("(?= |$)") + r" (?:that|что|што)(?= )[^.;!?]*$"
    )


def _reported_future(lows: Sequence[str], verb: int, close: str) -> bool:
    """Whether "would" is a future told afterwards ("announced that she would be dismissed")."""
    if "would" not in close.split() or "have" in close.split():
        return False
    earlier = lows[:verb]
    return "if" not in lows and any(
        low in ("announced", "informed", "told", "said", "warned", "decided") for low in earlier
    )
