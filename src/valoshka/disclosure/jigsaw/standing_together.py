"""Which facts of one person stand near enough to each other in a text to be read as one story."""

from __future__ import annotations

import bisect
import functools
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from valoshka.disclosure.jigsaw.clues import Clue

STORY = 1_500  # characters: about as much as is told of one person in one go
CLOSE = 400  # characters: a paragraph


def stretches(clues: Sequence[Clue], reach: int) -> Iterator[frozenset[Clue]]:
    """The facts, without their places, of every run of `clues` that begin within `reach` characters; the longest only.

    Text before or after a run changes nothing of it.

    >>> from valoshka.disclosure.jigsaw.clues import Clue
    >>> near, far = Clue("town", "town", 0, 5), Clue("workplace", "workplace", 900, 909)
    >>> [sorted(clue.item for clue in run) for run in stretches([near, far], 400)]
    [['town'], ['workplace']]
    """
    ordered = sorted(clues, key=lambda clue: clue.start)
    here: Counter[Clue] = Counter()
    first = 0
    for clue in ordered:
        if clue.start - ordered[first].start > reach:
            yield frozenset(here)
        while clue.start - ordered[first].start > reach:
            _take(here, placeless(ordered[first]))
            first += 1
        here[placeless(clue)] += 1
    if here:
        yield frozenset(here)


def _take(here: Counter[Clue], clue: Clue) -> None:
    here[clue] -= 1
    if not here[clue]:
        del here[clue]


@functools.lru_cache(maxsize=1 << 15)
def placeless(clue: Clue) -> Clue:
    """The same fact, wherever it is told."""
    return clue._replace(start=0, end=0)


def near_to_a_date(clues: Sequence[Clue], reach: int) -> list[Clue]:
    """Those of `clues` that a run of `reach` characters holds together with an event told to its season, or closer."""
    dated = sorted(clue.start for clue in clues if clue.timed)
    near = []
    for clue in clues:
        at = bisect.bisect_left(dated, clue.start - reach)
        if at < len(dated) and dated[at] <= clue.start + reach:
            near.append(clue)
    return near
