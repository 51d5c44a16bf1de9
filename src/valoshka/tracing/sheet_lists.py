"""Lists in spreadsheets: every sheet is a page with columns of its own."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from valoshka.tracing.cards import are_cards, as_table
from valoshka.tracing.columns import columns_of, named_columns, names_others
from valoshka.tracing.filling import Filling
from valoshka.tracing.layouts import FreeLines, Layout, Table
from valoshka.tracing.sheets import Workbook
from valoshka.tracing.text_lists import SAMPLE, no_names, reads_as_people
from valoshka.tracing.told_columns import told_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from valoshka.tracing.detainee_list import DetaineeList
    from valoshka.tracing.filling import Progress
    from valoshka.tracing.limits import Limits
    from valoshka.tracing.opening import Opened


def read_sheets(
    file: Opened, kind: str, asked: Sequence[str], limits: Limits, progress: Progress | None
) -> DetaineeList:
    """The list in a workbook; sheets without a column of names are passed over, and said to be.

    Raises `ListUnreadable` if no sheet has one.
    """
    workbook = Workbook(file, kind, limits)
    filling = Filling(file, workbook.pages if len(workbook.pages) > 1 else [""], limits, progress)
    unnamed: Sequence[Sequence[str]] = []
    for page in range(len(workbook.pages)):
        rows = workbook.rows(page)
        sample = list(itertools.islice(rows, SAMPLE))
        if not asked and are_cards([row.cells for row in sample]):
            filling.note("it is read as cards, one below the other", page)
            rows = iter(as_table(itertools.chain(sample, rows)))
            sample = list(itertools.islice(rows, SAMPLE))
        cells = [row.cells for row in sample]
        filling.title(page, workbook.pages[page])
        layout = _layout(filling, page, cells, asked) if sample else None
        if layout:
            filling.take(page, layout, itertools.chain(sample, rows))
        elif sample:
            unnamed = unnamed or cells
            why = "this sheet has no such column" if asked else "no column of this sheet reads as names"
            *_, bottom = itertools.chain(sample, rows)
            filling.report(page, sample[0].line, f"{why}; it was passed over", bottom.line)
    if not filling.ledger and unnamed:
        raise no_names(file.name, unnamed, asked)
    return filling.finished()


def _layout(filling: Filling, page: int, cells: Sequence[Sequence[str]], asked: Sequence[str]) -> Layout | None:
    columns = named_columns(cells, asked) if asked else columns_of(cells)
    if columns is None:
        return FreeLines() if not asked and not names_others(cells) and reads_as_people(cells) else None
    filling.note(f"names are in {told_names(columns)}", page)
    return Table.under(columns, cells)
