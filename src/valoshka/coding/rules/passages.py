"""The passage that tells an act: the clause around its words, from its subject or date to the next clause."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from valoshka.coding.rules.grammar import cue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from valoshka.coding.rules.hits import Hit
    from valoshka.coding.rules.mentions import Mention
    from valoshka.coding.rules.roles import Roles

_MARKS = frozenset(';:.!?–—()“”«»"‘')
NEAR_SUBJECT = 12  # tokens


def clause(lows: Sequence[str], hit: Hit, found: Roles, mentions: Sequence[Mention]) -> tuple[int, int]:
    """Tokens (first, after the last) of the clause that tells the act."""
    first, last = min(found.group, hit.start), hit.end
    subjects = [m.start for m in found.victims if m.start < first and first - m.end <= NEAR_SUBJECT]
    doer = (
        [found.doer.start]
        if found.doer is not None and found.doer.start < first and first - found.doer.end <= NEAR_SUBJECT
        else []
    )
    first = min([first, *subjects, *doer])
    while first > 0 and not _begins(lows, first, mentions):
        first -= 1
    after = [m.end for m in found.victims if m.end > last and m.start - last <= NEAR_SUBJECT]
    last = max(
        [
            last,
            *after,
            *([found.doer.end] if found.doer is not None and 0 <= found.doer.start - last <= NEAR_SUBJECT else []),
        ]
    )
    starts = {m.start for m in mentions if m.oblique is None and m.case in ("nom", "any") and _has_verb(lows, m.end)}
    while last < len(lows) and not _ends(lows, last, starts):
        last += 1
    return first, last


def _begins(lows: Sequence[str], at: int, mentions: Sequence[Mention]) -> bool:
    """Whether a clause begins at token `at`."""
    before = lows[at - 1]
    if before in _MARKS or before in _joining():
        return True
    if before == "and" and any(m.start == at and m.oblique is None and m.case in ("nom", "any") for m in mentions):
        return not any(m.end == at - 1 for m in mentions)
    return before == "," and at >= 2 and not _opening_phrase(lows, at - 1)


def _opening_phrase(lows: Sequence[str], comma: int) -> bool:
    """Whether all before the comma is a phrase of time or place ("In May 2021,"), which belongs to the clause."""
    opening = lows[:comma]
    return 0 < len(opening) <= 6 and opening[0] in cue("prepositions") | {"two", "later", "one", "that", "then"}


def _has_verb(lows: Sequence[str], at: int) -> bool:
    auxiliaries = cue("auxiliaries.be") | cue("auxiliaries.have") | cue("auxiliaries.modal") | cue("auxiliaries.do")
    return at < len(lows) and (lows[at] in auxiliaries or lows[at].endswith("ed"))


def _ends(lows: Sequence[str], at: int, starts: set[int]) -> bool:
    low = lows[at]
    if low in _MARKS or low in _joining():
        return True
    following = lows[at + 1] if at + 1 < len(lows) else ""
    return low in (",", "and", "or") and (following in _starting() or low == "," or at + 1 in starts)


@cache
def _joining() -> frozenset[str]:
    return frozenset({"but", "while", "whereas", "although", "because", "who", "which", "when", "instead", "so"})


@cache
def _starting() -> frozenset[str]:
    auxiliaries = cue("auxiliaries.be") | cue("auxiliaries.have") | cue("auxiliaries.modal")
    return auxiliaries | {
        "he",
        "she",
        "they",
        "we",
        "i",
        "then",
        "later",
        "was",
        "were",
        "and",
        "fined",
        "beaten",
        "detained",
        "threatened",
        "taken",
        "sentenced",
        "dismissed",
    }
