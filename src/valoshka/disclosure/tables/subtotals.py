"""Which lines of a table a subtotal takes in: by its words, by indents, or because nothing else adds up."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

Numbers: TypeAlias = "Sequence[Mapping[int, int]]"
_MOST_LINES = 80  # for which the numbers alone are asked


def owners(
    labels: Sequence[str], subtotals: Collection[int], totals: Collection[int], parts: Collection[int], lines: Numbers
) -> dict[int, int]:
    """For each place along an axis that lies within a subtotal: the place of that subtotal.

    `subtotals` say by their words that they are some, `totals` are of everybody, `parts` are "of which"; `lines` are
    the exact counts by place, a mapping for each line across.

    >>> owners(["Hrodna region", " Lida", " Hrodna", "Brest region", "Total"], (), {4}, (), [])
    {1: 0, 2: 0}
    >>> owners(["West", "Lida", "Hrodna", "East", "Homel", "Minsk", "Total"], (), {6}, (), [
    ...     {0: 20, 2: 17, 3: 30, 4: 12, 5: 18, 6: 50}
    ... ])
    {1: 0, 2: 0, 4: 3, 5: 3}
    """
    outside = {*totals, *parts}
    if subtotals:
        return _by_words(len(labels), subtotals, outside, lines)
    return _by_indents(labels, outside) or _by_numbers(len(labels), totals, outside, lines)


def _by_words(count: int, subtotals: Collection[int], outside: set[int], lines: Numbers) -> dict[int, int]:
    before, after = _runs(count, subtotals, outside, -1), _runs(count, subtotals, outside, 1)
    chosen = max((before, after), key=lambda runs: (_adds_up(runs, lines), sum(map(len, runs.values()))))
    return {place: subtotal for subtotal, run in chosen.items() for place in run}


def _runs(count: int, subtotals: Collection[int], outside: set[int], step: int) -> dict[int, list[int]]:
    runs: dict[int, list[int]] = {}
    for subtotal in subtotals:
        run: list[int] = []
        place = subtotal + step
        while 0 <= place < count and place not in subtotals and place not in outside:
            run.append(place)
            place += step
        runs[subtotal] = run
    return runs


def _adds_up(runs: Mapping[int, list[int]], lines: Numbers) -> int:
    return sum(
        line[subtotal] == sum(line[place] for place in run)
        for line in lines
        for subtotal, run in runs.items()
        if run and subtotal in line and all(place in line for place in run)
    )


def _by_indents(labels: Sequence[str], outside: set[int]) -> dict[int, int]:
    found: dict[int, int] = {}
    above: list[tuple[int, int]] = []  # (indent, place) of the lines that the next one may lie within
    for place, label in enumerate(labels):
        indent = len(label) - len(label.lstrip())
        while above and above[-1][0] >= indent:
            above.pop()
        if place not in outside:
            if above:
                found[place] = above[-1][1]
            above.append((indent, place))
    return found


def _by_numbers(count: int, totals: Collection[int], outside: set[int], lines: Numbers) -> dict[int, int]:
    """Lines that can only be subtotals, because all lines together are more than the total."""
    places = [place for place in range(count) if place not in outside]
    for total in totals:
        for line in lines:
            counted = sum(line.get(place, 0) for place in places)
            if total in line and counted > line[total] and len(places) <= _MOST_LINES:
                found = _nested([line.get(place) for place in places], line[total])
                if found:
                    return {places[part]: places[leader] for part, leader in found.items()}
    return {}


def _nested(counts: Sequence[int | None], total: int) -> dict[int, int]:
    """Parts by leader, so that the leaders add up to `total` and each to the run of two or more parts after it."""

    @functools.cache
    def rest(at: int, left: int, *, hidden: bool) -> tuple[tuple[int, int], ...] | None:
        if left < 0:
            return None
        if at == len(counts):
            return () if left == 0 or hidden else None
        own = counts[at]
        for run in [*_possible_runs(counts, at), 0]:
            after = rest(at + 1 + run, left - (own or 0), hidden=hidden or own is None)
            if after is not None:
                return (*((at, part) for part in range(at + 1, at + 1 + run)), *after)
        return None

    return {part: leader for leader, part in rest(0, total, hidden=False) or ()}


def _possible_runs(counts: Sequence[int | None], leader: int) -> list[int]:
    """Lengths of runs after `leader` that may add up to it; those that are told whole come first."""
    own = counts[leader]
    if own is None:
        return []
    whole: list[int] = []
    partly: list[int] = []
    for length in range(2, len(counts) - leader):
        run = counts[leader + 1 : leader + 1 + length]
        told = sum(count or 0 for count in run)
        if None not in run and told == own and own > 0:
            whole.append(length)
        elif None in run and told <= own:
            partly.append(length)
    return [*whole, *partly]
