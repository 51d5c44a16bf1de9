"""What was seen, where, and whose it is."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, order=True)
class Sighting:
    """`text[start:end]` is an identifier of `owner` (an id), or one of nobody known of a `kind` of kinds.yml.

    `doubtful` if it may as well stand there by chance.
    """

    start: int
    end: int
    owner: str | None = None
    kind: str | None = None
    doubtful: bool = False


def apart(found: Iterable[Sighting]) -> list[Sighting]:
    """Of `found`, those that overlap none before them, in the order of the text.

    >>> [(seen.start, seen.end) for seen in apart([Sighting(5, 9), Sighting(0, 3), Sighting(2, 6)])]
    [(0, 3), (5, 9)]
    """
    kept: list[Sighting] = []
    for seen in found:
        # None of `kept` overlaps another, so that their ends are in order, too.
        at = bisect_right(kept, seen.start, key=attrgetter("end"))
        if at == len(kept) or seen.end <= kept[at].start:
            kept.insert(at, seen)
    return kept
