"""Rows of cells out of a file: comma-separated text, or a workbook's sheets."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePath
from typing import TYPE_CHECKING

from valoshka.disclosure.tables.table import CannotJudge
from valoshka.tracing import ListUnreadable
from valoshka.tracing.delimited import ruling
from valoshka.tracing.opening import Opened
from valoshka.tracing.sheets import Workbook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from valoshka.tracing.ledger import RawRow

WORKBOOKS = frozenset({".xlsx", ".ods"})
DELIMITED = frozenset({".csv", ".tsv"})
_SIGNS = ",;\t|"
_LONGEST = 1_000_000  # characters of one cell


@dataclass(frozen=True)
class Rows:
    """The cells of one sheet as text. `at` is the row and column, from 0, that the first of them has in the sheet."""

    rows: tuple[tuple[str, ...], ...]
    sheet: str | None = None
    at: tuple[int, int] = (0, 0)


def delimited(text: str) -> Rows:
    """The rows of comma-, semicolon- or tab-separated `text`, as spreadsheets read them.

    >>> delimited("Region;Detained\\nHrodna;3").rows
    (('Region', 'Detained'), ('Hrodna', '3'))
    """
    ruled = ruling(text, tuple(_SIGNS))
    sign = ruled.sign if ruled else max(_SIGNS, key=text.count)
    csv.field_size_limit(_LONGEST)
    try:
        read = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=sign)
        return Rows(tuple(tuple(row) for row in read))
    except csv.Error as error:
        raise CannotJudge(
            "A table could not be taken apart into cells, so its counts were not judged. Save it anew as csv or xlsx."
        ) from error


def workbook(name: str, untrusted_bytes: bytes) -> Iterator[Rows]:
    """The sheets of an xlsx or ods, hidden ones too. Raises `CannotJudge` for a damaged, locked or hostile one."""
    try:
        book = Workbook(Opened(PurePath(name).name, untrusted_bytes, datetime.now(UTC)), "zip")
        for page, title in enumerate(book.pages):
            yield _sheet(list(book.rows(page)), title)
    except ListUnreadable as refusal:
        raise CannotJudge(str(refusal)) from refusal


def _sheet(raw: list[RawRow], title: str) -> Rows:
    """Rows without any text are left out by the reader, and count all the same."""
    rows: list[tuple[str, ...]] = []
    for row in raw:
        rows += [()] * (row.line - 1 - len(rows))
        rows.append(row.cells)
    return Rows(tuple(rows), title)
