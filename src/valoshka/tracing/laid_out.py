"""Rows of a page with their layout, which changes where another table begins: the women below the men, as they come."""

from __future__ import annotations

from collections import deque
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from valoshka.tracing.columns import columns_of
from valoshka.tracing.headings import is_heading, opens_as_heading
from valoshka.tracing.layouts import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from valoshka.tracing.layouts import Layout
    from valoshka.tracing.ledger import RawRow

_AHEAD = 50  # rows below new headings by which their columns are judged
_MOST = 200  # tables on a page: whoever writes more wants the reader to be busy
_TWO = 2  # headings; a lone word may be somebody's surname


def laid_out(layout: Layout, rows: Iterable[RawRow]) -> Iterator[tuple[int, RawRow, Layout]]:
    """Each row with its number within its table, from 0, and its layout; `layout` is the first table's."""
    source, number, tables = iter(rows), 0, 1
    ahead: deque[RawRow] = deque()
    while row := ahead.popleft() if ahead else next(source, None):
        if tables < _MOST and _heads_another(layout, number, row.cells):
            ahead.extend(islice(source, max(_AHEAD - len(ahead), 0)))
            layout, number, tables = _below(row, ahead) or layout, 0, tables + 1
        yield number, row, layout
        number += 1


def _heads_another(layout: Layout, number: int, cells: Sequence[str]) -> bool:
    """Whether row `number` heads another table than that of `layout`, in which it stands."""
    if not isinstance(layout, Table) or not layout.may_end or number <= (layout.columns.heading or 0):
        return False
    return sum(map(opens_as_heading, cells)) >= _TWO and tuple(cells) != layout.heading and is_heading(cells)


def _below(heading: RawRow, ahead: Iterable[RawRow]) -> Table | None:
    rest = iter(ahead)
    second = [row.cells for row in islice(rest, 1)]  # it may be a second row of headings
    below = [row.cells for row in takewhile(lambda row: not is_heading(row.cells), rest)]
    rows = [heading.cells, *second, *below]
    columns = columns_of(rows)
    if columns is None or columns.heading is None:
        return None
    return Table.under(columns, rows)
