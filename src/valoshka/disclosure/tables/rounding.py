"""Whether a table's numbers are rounded, which leaves several numbers for each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from valoshka.disclosure.tables.table import Interval

if TYPE_CHECKING:
    from valoshka.disclosure.tables.table import Table

_BASES = (10, 5, 3)  # that statistical offices round to; Hundepool et al. 2012, section 4.5
_FEWEST = 6  # numbers above nothing; fewer may be multiples by chance


def as_rounded(table: Table) -> Table:
    """`table` with each number as a range, if all are multiples of 3, 5 or 10 and some do not add up; else as it is.

    >>> from valoshka.disclosure.tables.table import EVERYBODY, Cell, Sum, Table
    >>> groups = [frozenset({letter}) for letter in "abcde"]
    >>> cells = [Cell(group, Interval(15, 15)) for group in groups]
    >>> whole = Table((*cells, Cell(EVERYBODY, Interval(70, 70))), (Sum(EVERYBODY, tuple(groups)),))
    >>> as_rounded(whole).cells[0].interval
    Interval(low=11, high=19)
    """
    numbers = [cell.interval.low for cell in table.cells if cell.told == "exact"]
    base = next((each for each in _BASES if all(number % each == 0 for number in numbers)), None)
    if base is None or sum(number > 0 for number in numbers) < _FEWEST or not _off(table, base):
        return table
    cells = [
        replace(cell, told="rounded", interval=_around(cell.interval.low, base)) if cell.told == "exact" else cell
        for cell in table.cells
    ]
    return replace(table, cells=tuple(cells))


def _off(table: Table, base: int) -> bool:
    """Whether some sum misses its total by what rounding can do, and none by more."""
    missed = [
        abs(table.told_of(each.total).low - sum(table.told_of(part).low for part in each.parts))
        <= (base - 1) * (len(each.parts) + 1)
        for each in table.sums
        if not each.rest
        and all(table.told_of(group).exact for group in (each.total, *each.parts))
        and table.told_of(each.total).low != sum(table.told_of(part).low for part in each.parts)
    ]
    return bool(missed) and all(missed)


def _around(number: int, base: int) -> Interval:
    return Interval(max(number - base + 1, 0), number + base - 1)
