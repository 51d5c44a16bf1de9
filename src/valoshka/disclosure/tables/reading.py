"""From the cells of a sheet to tables of counted people."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from valoshka.disclosure.tables.hierarchy import TOTAL, Axis, Path, axis
from valoshka.disclosure.tables.layout import DASHES, Layout, layouts
from valoshka.disclosure.tables.rounding import as_rounded
from valoshka.disclosure.tables.shares import resolved
from valoshka.disclosure.tables.table import CannotJudge, Cell, Interval, Sum, Table
from valoshka.disclosure.tables.wording import folded, is_total

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from valoshka.disclosure.tables.sheets import Rows
    from valoshka.disclosure.tables.table import Group

MOST_CELLS = 50_000  # counts in one table; what people print has hundreds


@dataclass(frozen=True)
class _Grid:
    """A table's counts by their categories: one path an axis, in the order of `axes`."""

    axes: tuple[Axis, ...]
    at: dict[tuple[Path, ...], Cell]
    names: dict[tuple[int, str], str]  # (axis, label) → what a group calls it


def tables_in(sheet: Rows) -> list[Table]:
    """The tables of people in a sheet, with cells that say where they stand.

    Raises `CannotJudge` for a table of more than 50,000 counts.

    >>> from valoshka.disclosure.tables.sheets import delimited
    >>> from valoshka.disclosure.tables.smallness import small_cells
    >>> [table] = tables_in(delimited("Region,Women,Men,Total\\nHrodna,x,12,15\\nBrest,9,8,17"))
    >>> [(small.how, small.cell.at, small.cell.name, str(small.left)) for small in small_cells(table)]
    [('derived', (1, 1), 'Hrodna, Women', '3')]
    """
    return [_table(layout) for layout in layouts(sheet)]


def _table(layout: Layout) -> Table:
    if len(layout.body) * len(layout.counts) > MOST_CELLS:
        raise CannotJudge(
            f"A table of {len(layout.body) * len(layout.counts):,} counts cannot be judged; the most is "
            f"{MOST_CELLS:,}, so it is not clear. Split it, or publish a summary of it."
        )
    layout = resolved(layout)
    grid = _grid(layout)
    sums = tuple(dict.fromkeys(_sums(grid)))
    one = layout.counts[0] if len(layout.counts) == 1 else None
    counts = folded(layout.heading(one)) if one is not None else ""
    return as_rounded(Table(tuple(grid.at.values()), sums, layout.title, counts, tuple(_siblings(grid, layout))))


def _grid(layout: Layout) -> _Grid:
    exact = {
        place: told.interval.low
        for place, told in layout.figures.items()
        if told.told == "exact" and told.interval.exact
    }
    down = _row_axes(layout, exact)
    across = _column_axes(layout, exact)
    axes = (*(each for each, _ in down), *(each for each, _ in across))
    names = _names(axes)
    at: dict[tuple[Path, ...], Cell] = {}
    for (r, row), (c, column) in itertools.product(enumerate(layout.body), enumerate(layout.counts)):
        place = (*(paths[r] for _, paths in down), *(paths[c] for _, paths in across))
        cell = _cell(layout, row, column, _group(place, names))
        if cell is not None:
            at.setdefault(place, cell)
    return _Grid(axes, at, names)


def _row_axes(layout: Layout, exact: dict[tuple[int, int], int]) -> list[tuple[Axis, tuple[Path, ...]]]:
    if len(layout.labels) == 1:
        labels = [layout.cells[row][layout.labels[0]] for row in layout.body]
        places = {row: number for number, row in enumerate(layout.body)}
        lines = [
            {places[r]: number for (r, c), number in exact.items() if c == column and r in places}
            for column in layout.counts
        ]
        found = axis(labels, lines)
        return [(found, found.paths)]
    if not layout.labels:
        return [_flat([f"row {number}" for number in range(1, len(layout.body) + 1)])] if len(layout.body) > 1 else []
    columns = [_filled([layout.cells[row][column] for row in layout.body]) for column in layout.labels]
    return [_flat(labels) for labels in columns]


def _column_axes(layout: Layout, exact: dict[tuple[int, int], int]) -> list[tuple[Axis, tuple[Path, ...]]]:
    if len(layout.counts) == 1:
        return []
    if len(layout.headings) > 1:
        rows = [_filled([layout.cells[row][column] for column in layout.counts]) for row in layout.headings[:-1]]
        last = [layout.cells[layout.headings[-1]][column] for column in layout.counts]
        return [_flat(row) for row in (*rows, last)]
    headings = [layout.heading(column) or f"column {column + 1}" for column in layout.counts]
    places = {column: number for number, column in enumerate(layout.counts)}
    lines = [{places[c]: number for (r, c), number in exact.items() if r == row and c in places} for row in layout.body]
    found = _with_shares(layout, axis(headings, lines))
    return [(found, found.paths)]


def _with_shares(layout: Layout, found: Axis) -> Axis:
    """Counts that were shares of the only other column are parts of it, and perhaps not all."""
    shares = {
        c
        for c, column in enumerate(layout.counts)
        if any(_told(layout, row, column) == "percent" for row in layout.body)
    }
    whole = [c for c in range(len(layout.counts)) if c not in shares]
    if not shares or len(whole) != 1:
        return found
    paths = tuple(TOTAL if c == whole[0] else path for c, path in enumerate(found.paths))
    return Axis(paths, frozenset(paths[c] for c in shares))


def _told(layout: Layout, row: int, column: int) -> str | None:
    told = layout.figures.get((row, column))
    return told.told if told else None


def _flat(labels: Sequence[str]) -> tuple[Axis, tuple[Path, ...]]:
    """An axis on which labels may come again, beside others: without subtotals."""
    paths = tuple(TOTAL if not label.strip() or is_total(label) else (folded(label),) for label in labels)
    return Axis(tuple(dict.fromkeys(paths))), paths


def _filled(labels: Sequence[str]) -> list[str]:
    """Labels that are printed once for several lines."""
    filled: list[str] = []
    for label in labels:
        filled.append(label if label.strip() or not filled else filled[-1])
    return filled


def _names(axes: Sequence[Axis]) -> dict[tuple[int, str], str]:
    """One label on two axes ("Minsk" from and to) is two categories."""
    on = [{label for path in each.paths for label in path} for each in axes]
    return {
        (number, label): label if sum(label in labels for labels in on) == 1 else f"{number}: {label}"
        for number, labels in enumerate(on)
        for label in labels
    }


def _group(place: Sequence[Path], names: dict[tuple[int, str], str]) -> Group:
    return frozenset(names[number, label] for number, path in enumerate(place) for label in path)


def _cell(layout: Layout, row: int, column: int, group: Group) -> Cell | None:
    told = layout.figures.get((row, column))
    text = layout.cells[row][column].strip()
    if told is None and text:
        return None
    labels = [*(layout.cells[row][each] for each in layout.labels), layout.heading(column)]
    names = tuple(label.strip() for label in labels if label.strip())
    at = (layout.top + row, column)
    if told is None:
        return Cell(group, Interval(), "hidden", at, names, layout.sheet)
    interval, how = told.interval, told.told
    if text in DASHES and _has_other_marks(layout):
        interval, how = Interval(0, 0), "exact"  # where something else marks what is hidden, a dash is nobody
    return Cell(group, interval, how, at, names, layout.sheet)


def _has_other_marks(layout: Layout) -> bool:
    return any(
        told.told in {"hidden", "range"} and layout.cells[row][column].strip() not in DASHES
        for (row, column), told in layout.figures.items()
        if column in layout.counts and row in layout.body
    )


def _siblings(grid: _Grid, layout: Layout) -> Iterator[tuple[tuple[str, str], ...]]:
    """Labels that could be merged, each with its printed form."""
    rows = [layout.cells[row][column] for row in layout.body for column in layout.labels]
    printed = {folded(label): label.strip() for label in (*map(layout.heading, layout.counts), *rows)}
    for number, each in enumerate(grid.axes):
        for total in dict.fromkeys(path[:-1] for path in each.paths if path):
            for paths, partial in each.partitions(total):
                if not partial:
                    yield tuple((grid.names[number, path[-1]], printed.get(path[-1], path[-1])) for path in paths)


def _sums(grid: _Grid) -> Iterator[Sum]:
    for place, cell in grid.at.items():
        for number, each in enumerate(grid.axes):
            for paths, partial in each.partitions(place[number]):
                inside = [(*place[:number], path, *place[number + 1 :]) for path in paths]
                parts = tuple(grid.at[part].group for part in inside if part in grid.at)
                if parts:
                    alone = len(inside) == 1  # the other parts are not printed
                    yield Sum(cell.group, parts, partial or alone or len(parts) < len(inside))
