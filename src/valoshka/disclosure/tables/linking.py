"""Tables held against each other: those of one publication, and those of earlier releases."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from valoshka.disclosure.tables.categories import shared, with_pieces
from valoshka.disclosure.tables.smallness import FLOOR, SmallCell, small_cells
from valoshka.disclosure.tables.table import Interval, Table
from valoshka.disclosure.tables.wording import folded, units

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from valoshka.disclosure.tables.table import Cell, Group

_TELLING = 10  # people; totals that agree by chance are mostly smaller
_ALIKE = 0.5  # share of the words of two titles that both have
_WORKED_OUT = frozenset({"derived", "narrow", "group"})
Same: TypeAlias = "Callable[[Table, Table], bool]"


@dataclass(frozen=True)
class Changed:
    """A count of now, and by how many people it differs from the same count in an earlier release."""

    cell: Cell
    by: int


def linked(tables: Sequence[Table], floor: int = FLOOR) -> Iterator[SmallCell]:
    """What tables of one publication give away together, beside what each gives away alone.

    Two are of the same people if a count that both print is the same, and none differs.

    >>> from valoshka.disclosure.tables.reading import tables_in
    >>> from valoshka.disclosure.tables.sheets import delimited
    >>> one = "Region,Detained\\nHrodna,x\\nBrest,x\\nMinsk,30\\nTotal,47"
    >>> two = "Sex,Hrodna,Minsk\\nWomen,2,14\\nMen,1,16\\nTotal,3,30"
    >>> told = tables_in(delimited(one + "\\n\\n" + two))
    >>> [(small.cell.name, str(small.left)) for small in linked(told)]
    [('Hrodna, Detained', '3')]
    """
    for run in _runs(tables):
        if len(run) > 1:
            alone = {small.group for table in run for small in small_cells(table, floor) if small.how in _WORKED_OUT}
            for small in small_cells(with_pieces(_joined(run)), floor):
                if small.how in _WORKED_OUT and small.group not in alone:
                    yield small


def changed(
    now: Sequence[Table], earlier: Sequence[Table], floor: int = FLOOR, same: Same | None = None
) -> Iterator[Changed]:
    """Counts that differ from an earlier release's of the same people by fewer than `floor`: who came can be told.

    `same` says which tables count the same people, if not those of one title and one unit.
    """
    for one in now:
        for other in _of_the_same_people(one, earlier, same):
            for group in shared(one, other):
                by = one.told_of(group).low - other.told_of(group).low
                if one.told_of(group).exact and other.told_of(group).exact and 0 < abs(by) < floor:
                    cell = one.of(group)
                    if cell is not None:
                        yield Changed(cell, by)


def subtracted(
    now: Sequence[Table], earlier: Sequence[Table], floor: int = FLOOR, same: Same | None = None
) -> Iterator[SmallCell]:
    """What the tables of now give away only beside earlier ones: other groups of the same people, or hidden counts.

    `same` as for `changed`.

    >>> from valoshka.disclosure.tables.table import Cell
    >>> march = Table((Cell(frozenset({"hrodna and brest"}), Interval(20, 20)),), counts="dismissed")
    >>> april = Table((Cell(frozenset({"brest"}), Interval(17, 17)),), counts="dismissed")
    >>> [(small.how, *small.group, str(small.left)) for small in subtracted([april], [march])]
    [('group', 'hrodna', '3')]
    """
    for one in now:
        alone = {small.group for small in small_cells(with_pieces(one), floor)}
        before = [other for other in _of_the_same_people(one, earlier, same) if _agree(one, other)]
        old = {small.group for other in before for small in small_cells(with_pieces(other), floor)}
        for small in small_cells(with_pieces(_joined([one, *before])), floor) if before else ():
            if (
                small.how in _WORKED_OUT
                and small.group not in alone
                and (small.cell in one.cells or small.group not in old)
            ):
                yield small


def perhaps_of_the_same_people(one: Table, other: Table) -> bool:
    """Whether two tables, one of which nobody titled as a chart is titled, may count the same people.

    They share two groups at least, and what one calls itself is no other thing than what the other does.

    >>> from valoshka.disclosure.tables.table import Cell
    >>> cells = tuple(Cell(frozenset({each}), Interval(20, 20)) for each in ("hrodna", "brest"))
    >>> chart = Table(cells, title="Detained medics", counts="people")
    >>> [perhaps_of_the_same_people(Table(cells, counts=each), chart) for each in ("detained", "dismissed", "")]
    [True, False, True]
    """
    mine, theirs = (_words(f"{table.title} {table.counts}") - units() for table in (one, other))
    return len([group for group in shared(one, other) if group]) > 1 and (
        not mine or not theirs or 2 * len(mine & theirs) >= min(len(mine), len(theirs))
    )


def _of_the_same_people(one: Table, earlier: Sequence[Table], same: Same | None) -> Iterator[Table]:
    yield from (other for other in earlier if (same or _same_people)(one, other))


def _same_people(one: Table, other: Table) -> bool:
    if _words(one.counts) != _words(other.counts):
        return False
    mine, theirs = _words(one.title), _words(other.title)
    return not (mine | theirs) or len(mine & theirs) >= _ALIKE * len(mine | theirs)


def _words(text: str) -> frozenset[str]:
    """The words of a title; numbers and years say when, not who."""
    return frozenset(word for word in re.findall(r"[^\W\d_]+", folded(text)))


def _agree(one: Table, other: Table) -> bool:
    """Whether no count that both print differs: the same people at the same time, as far as can be seen."""
    return all(_fits(one.told_of(group), other.told_of(group)) for group in shared(one, other))


def _fits(one: Interval, other: Interval) -> bool:
    left = one.meet(other)
    return left.high is None or left.low <= left.high


def _runs(tables: Sequence[Table]) -> list[list[Table]]:
    runs: list[list[Table]] = []
    for table in tables:
        for run in runs:
            if any(_are_linked(table, other) for other in run) and all(_agree(table, other) for other in run):
                run.append(table)
                break
        else:
            runs.append([table])
    return runs


def _are_linked(one: Table, other: Table) -> bool:
    same = [
        group for group in shared(one, other) if one.told_of(group).exact and one.told_of(group) == other.told_of(group)
    ]
    return len(same) > 1 or any(one.told_of(group).low >= _TELLING for group in same)


def _joined(tables: Sequence[Table]) -> Table:
    """One table of all counts; of a group that several count, all that they tell, at the place that hides it."""
    cells: dict[Group, Cell] = {}
    for table in tables:
        for cell in table.cells:
            known = cells.get(cell.group)
            if known is None:
                cells[cell.group] = cell
                continue
            kept = known if known.told not in {"exact", "percent"} else cell
            cells[cell.group] = replace(kept, interval=known.interval.meet(cell.interval))
    sums = tuple(dict.fromkeys(each for table in tables for each in table.sums))
    return Table(tuple(cells.values()), sums)
