"""Every way to fill a table's hidden cells, by trying: slow, and nothing in it is shared with the gate's attack."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from valoshka.disclosure.tables import Table
    from valoshka.disclosure.tables.table import Group

MOST_STEPS = 200_000


class TooMany(Exception):  # noqa: N818 - counted, not a mistake
    """More cases than can be tried."""


@dataclass(frozen=True)
class _Equation:
    """Unknowns by number that add up to `value`, each with 1 or -1."""

    unknowns: tuple[tuple[int, int], ...]
    value: int


def least_and_most(table: Table) -> dict[Group, tuple[int, int]]:
    """Of each hidden cell: the least and the most in any case that fits. Raises `TooMany`.

    Where 0 is printed, nobody is hidden: then each hidden count is 1 at least.
    """
    hidden = [cell for cell in table.cells if cell.told in {"hidden", "range"}]
    least = int(any(cell.told == "exact" and cell.interval.low == 0 for cell in table.cells))
    known = {cell.group: cell.interval.low for cell in table.cells if cell.told == "exact"}
    most = sum(known.values())  # for what nothing bounds: enough to be no small count
    at = {cell.group: number for number, cell in enumerate(hidden)}
    equations = []
    for each in table.sums:
        signed = [(each.total, -1), *((part, 1) for part in each.parts)]
        unknowns = tuple((at[group], sign) for group, sign in signed if group in at)
        equations.append(_Equation(unknowns, -sum(sign * known[group] for group, sign in signed if group in known)))
    ranges = [(least, most if cell.interval.high is None else cell.interval.high) for cell in hidden]
    ends = [(most + 1, -1)] * len(hidden)
    for case in _cases(ranges, equations):
        ends = [(min(low, number), max(high, number)) for (low, high), number in zip(ends, case, strict=True)]
    return {cell.group: ends[number] for number, cell in enumerate(hidden)}


def _cases(ranges: Sequence[tuple[int, int]], equations: Sequence[_Equation]) -> Iterator[tuple[int, ...]]:
    """Depth first, unknown by unknown; a branch ends as soon as an equation cannot be met any more."""
    steps = 0
    case: list[int] = []

    def fits(equation: _Equation) -> bool:
        low = high = 0
        for number, sign in equation.unknowns:
            first, last = (case[number],) * 2 if number < len(case) else ranges[number]
            low += sign * (first if sign > 0 else last)
            high += sign * (last if sign > 0 else first)
        return low <= equation.value <= high

    touching = [
        [each for each in equations if any(unknown == number for unknown, _ in each.unknowns)]
        for number in range(len(ranges))
    ]

    def fill() -> Iterator[tuple[int, ...]]:
        nonlocal steps
        if len(case) == len(ranges):
            yield tuple(case)
            return
        number = len(case)
        for value in range(ranges[number][0], ranges[number][1] + 1):
            steps += 1
            if steps > MOST_STEPS:
                raise TooMany
            case.append(value)
            if all(fits(each) for each in touching[number]):
                yield from fill()
            case.pop()

    yield from fill()
