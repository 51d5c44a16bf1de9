"""The counts of people in a content: its charts and key figures as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.clearance import BarChart
from valoshka.disclosure.counted import people_counted
from valoshka.disclosure.resting import parts
from valoshka.disclosure.tables.figures import base_in
from valoshka.disclosure.tables.figures import figure as figure_told
from valoshka.disclosure.tables.table import EVERYBODY, Cell, Interval, Sum, Table
from valoshka.disclosure.tables.wording import folded, is_total

if TYPE_CHECKING:
    from collections.abc import Iterator

    from valoshka.clearance import Content


def tables_of(content: Content) -> list[tuple[str, Table]]:
    """Each chart and key figure of `content` that counts people, as a table, with its place in words."""
    return [*_figures(content), *_charts(content)]


def chart_table(chart: BarChart) -> Table:
    """A bar chart as a table; a bar called "total", or "n = 47" in the title or source, is the total.

    >>> from valoshka.clearance import Bar, Passage
    >>> bars = Bar(Passage("Women"), 20), Bar(Passage("Men"), 24)
    >>> table = chart_table(BarChart(Passage("Detained medics"), bars, "people", "Own count, n = 47", people=True))
    >>> table.told_of(EVERYBODY), [each.rest for each in table.sums]
    (Interval(low=47, high=47), [True])
    """
    cells = [
        Cell(
            EVERYBODY if is_total(bar.label.text) else frozenset({folded(bar.label.text)}),
            Interval(bar.value, bar.value),
            at=(number, 0),
        )
        for number, bar in enumerate(chart.bars)
    ]
    listed = tuple(cell.group for cell in cells if cell.group)
    base = base_in(chart.title.text) or base_in(chart.source)
    if base is not None and all(cell.group for cell in cells):
        cells.append(Cell(EVERYBODY, Interval(base, base)))
    sums = (Sum(EVERYBODY, listed, rest=True),) if listed and len(listed) < len(cells) else ()
    return Table(tuple(cells), sums, chart.title.text, folded(chart.unit))


def _figures(content: Content) -> Iterator[tuple[str, Table]]:
    for number, figure in enumerate(content.figures, start=1):
        counted = people_counted(figure.value.text, figure.label.text)
        if counted is not None:
            told = figure_told(figure.value.text)
            cell = Cell(EVERYBODY, told.interval, told.told) if told else Cell(EVERYBODY, Interval(counted, counted))
            yield f"figures {number}", Table((cell,), (), figure.label.text, "")


def _charts(content: Content) -> Iterator[tuple[str, Table]]:
    for where, part in parts(content):
        if isinstance(part, BarChart) and part.people:
            yield where, chart_table(part)
