"""Counts that could single somebody out: printed small, or worked out from what is printed beside them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from valoshka.disclosure.tables.attack import intervals
from valoshka.disclosure.tables.programme import ImpossibleError
from valoshka.disclosure.tables.table import ANY, EVERYBODY, Interval

if TYPE_CHECKING:
    from collections.abc import Iterator

    from valoshka.disclosure.tables.table import Cell, Group, Sum, Table

FLOOR = 5  # people; Hundepool et al. 2012, ch. 4
How: TypeAlias = Literal["shown", "derived", "narrow", "rest", "group", "all_in_one", "contradiction"]


@dataclass(frozen=True)
class SmallCell:
    """One unsafe count: `how` it comes to be known, what an attacker knows of it, and its cell if it has one.

    `shown`: it is printed. `derived`: subtracting leaves one small number. `narrow`: subtracting leaves only small
    numbers, or too few. `rest`: the parts of a total leave a few people over. `group`: the same of a group that is not
    printed at all, as between two age bands. `all_in_one`: everybody counted in a total stands in one cell, so that to
    know one label of somebody is to know the other. `contradiction`: the numbers cannot all be right, so that nothing
    could be worked out.
    """

    how: How
    left: Interval
    cell: Cell | None = None
    group: Group = EVERYBODY


def small_cells(table: Table, floor: int = FLOOR) -> list[SmallCell]:
    """Cells of a table that could single somebody out, in the order of the table.

    `table` counts people, not records. A count is small if 0 < n < `floor`; a count that is not told is unsafe if
    all that is left of it is under the floor, or if fewer than `floor` - 1 numbers are left and one of them is under
    the floor ("fewer than 5" itself leaves 1 to 4). Raises `CannotJudge`. Source: Hundepool et al. 2012, ch. 4.

    >>> from valoshka.disclosure.tables.table import Cell, Sum, Table
    >>> a, b = frozenset({"a"}), frozenset({"b"})
    >>> told = Cell(a, ANY, "hidden"), Cell(b, Interval(9, 9)), Cell(EVERYBODY, Interval(12, 12))
    >>> [(small.how, str(small.left)) for small in small_cells(Table(told, (Sum(EVERYBODY, (a, b)),)))]
    [('derived', '3')]
    """
    printed = list(_printed(table, floor))
    try:
        worked_out = list(_worked_out(_agreeing(table), floor))
    except ImpossibleError:
        worked_out = [SmallCell("contradiction", ANY)]
    order = {cell.group: number for number, cell in enumerate(table.cells)}
    every = [*printed, *worked_out, *_rests(table, floor), *_all_in_one(table, floor)]
    return sorted(every, key=lambda small: order.get(small.group, len(order)))


def is_small(interval: Interval, floor: int = FLOOR) -> bool:
    """Whether somebody who knows that a count lies in `interval` knows that it is a few people.

    >>> is_small(Interval(0, 0)), is_small(Interval(0, 4)), is_small(Interval(3, 5)), is_small(Interval(0, 7))
    (False, True, True, False)
    """
    if interval.high is None or interval.high == 0 or interval.low >= floor:
        return False
    return interval.high < floor or interval.high - interval.low + 1 < floor - 1


def _printed(table: Table, floor: int) -> Iterator[SmallCell]:
    for cell in table.cells:
        if cell.told in {"exact", "percent"} and cell.interval.low > 0 and (cell.interval.high or floor) < floor:
            yield SmallCell("shown", cell.interval, cell, cell.group)


def _worked_out(table: Table, floor: int) -> Iterator[SmallCell]:
    known = {cell.group for cell in table.cells if cell.told in {"exact", "percent"}}
    for group, left in _left(table, floor).items():
        cell = table.of(group)
        if group in known or not is_small(left, floor) or _as_declared(cell, left, floor):
            continue
        how: How = "group" if cell is None else "derived" if left.exact else "narrow"
        yield SmallCell(how, left, cell, group)


def _left(table: Table, floor: int) -> dict[Group, Interval]:
    """What is left of each count; where nobody is printed as 0, what is hidden is taken for somebody, if that fits."""
    if any(cell.told == "exact" and cell.interval.high == 0 for cell in table.cells):
        try:
            return intervals(_somebody(table), lambda seen: _wide(seen, floor))
        except ImpossibleError:
            pass
    return intervals(table, lambda seen: _wide(seen, floor))


def _somebody(table: Table) -> Table:
    least = Interval(1)
    cells = [
        replace(cell, interval=cell.interval.meet(least)) if cell.told in {"hidden", "range"} else cell
        for cell in table.cells
    ]
    return replace(table, cells=tuple(cells))


def _wide(seen: Interval, floor: int) -> bool:
    """Whether an interval that is certainly possible is wide enough, whatever else is possible."""
    high = seen.high or 0
    return high >= floor and high - seen.low + 1 >= floor - 1


def _as_declared(cell: Cell | None, left: Interval, floor: int) -> bool:
    """Whether a range such as "fewer than 5" still leaves all that it says, and that is enough."""
    if cell is None or cell.told not in {"range", "rounded"}:
        return False
    return (left.values or floor) >= floor - 1


def _agreeing(table: Table) -> Table:
    """`table` without sums that its own printed numbers disprove, and with a rest where others leave one."""
    sums = [mended for each in table.sums if (mended := _mended(each, table)) is not None]
    return replace(table, sums=tuple(sums))


def _mended(each: Sum, table: Table) -> Sum | None:
    total, parts = table.told_of(each.total), [table.told_of(part) for part in each.parts]
    highs = [part.high for part in parts]
    if total.high is not None and sum(part.low for part in parts) > total.high:
        return None  # groups overlap: one person may stand in several
    if None not in highs and sum(high or 0 for high in highs) < total.low:
        return replace(each, rest=True)
    return each


def _rests(table: Table, floor: int) -> Iterator[SmallCell]:
    for each in table.sums:
        told = [table.told_of(group) for group in (each.total, *each.parts)]
        if all(interval.exact for interval in told):
            rest = told[0].low - sum(part.low for part in told[1:])
            if 0 < rest < floor:
                yield SmallCell("rest", Interval(rest, rest), table.of(each.total), each.total)


def _all_in_one(table: Table, floor: int) -> Iterator[SmallCell]:
    for each in table.sums:
        total = table.told_of(each.total)
        if each.total and total.exact and total.low >= floor and len(each.parts) > 1:
            for part in each.parts:
                if table.told_of(part) == total:
                    yield SmallCell("all_in_one", total, table.of(part), part)
