"""Lists in plain text: a table if a sign parts most lines alike, else a person or more a line."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from valoshka.tracing.cards import are_cards, as_table, field_of
from valoshka.tracing.columns import columns_of, named_columns, names_others
from valoshka.tracing.decoding import decode
from valoshka.tracing.delimited import ONE_COLUMN, SIGNS, delimited, ruling
from valoshka.tracing.filling import Filling
from valoshka.tracing.headings import kinds_of
from valoshka.tracing.hidden_signs import seen_by_line
from valoshka.tracing.layouts import FreeLines, Table
from valoshka.tracing.ledger import RawRow
from valoshka.tracing.line_names import names_in
from valoshka.tracing.lines import lines
from valoshka.tracing.name_sense import is_whole
from valoshka.tracing.refusals import ListUnreadable
from valoshka.tracing.told_columns import told_columns, told_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from valoshka.tracing.columns import Columns
    from valoshka.tracing.decoding import Decoded
    from valoshka.tracing.delimited import Ruling
    from valoshka.tracing.detainee_list import DetaineeList
    from valoshka.tracing.filling import Progress
    from valoshka.tracing.limits import Limits
    from valoshka.tracing.opening import Opened

SAMPLE = 400  # rows by which the columns of a page are judged
_IN_LINES = ("\t", "|", ";")  # in free text a comma parts words, not columns
_FEW = 0.3  # share of rows with a whole name that makes free lines of a table without a column of names
_HEADED = 2  # headings that make a table of lines with commas


def read_text(file: Opened, asked: Sequence[str], limits: Limits, progress: Progress | None) -> DetaineeList:
    """The list in a text file; form feeds part its pages. Raises `ListUnreadable` if no name is in it."""
    decoded = decode(file.name, file.untrusted_bytes)
    if not decoded.text.strip():
        raise ListUnreadable(file.name, "it is empty", "Check that it was saved or sent whole.")
    pages = decoded.text.count("\f") + 1
    filling = Filling(file, [f"page {page + 1}" for page in range(pages)] if pages > 1 else [""], limits, progress)
    text = _mended(filling, decoded)
    _take(filling, text, asked, is_csv=file.name.lower().endswith((".csv", ".tsv")))
    return filling.finished()


def _mended(filling: Filling, decoded: Decoded) -> str:
    """The text as a person sees it; what was mended of it is told."""
    filling.note(decoded.note)
    for number in decoded.damaged:
        filling.mend(0, number, "a letter of it is damaged; it was read as it stands")
    text, mended = seen_by_line(decoded.text)
    for page, number in mended:
        filling.mend(page, number, "codes that nobody sees were taken out")
    return text


def _take(filling: Filling, text: str, asked: Sequence[str], *, is_csv: bool) -> None:
    """Take the rows of `text` as cards, as a table or as lines of free text."""
    if not asked and are_cards(_rows(text, None)):
        cards = as_table(_lone(text))
        cells = [row.cells for row in cards[:SAMPLE]]
        if columns := columns_of(cells):
            filling.note("it is read as cards, one below the other")
            filling.take(0, Table.under(columns, cells), cards)
            # Whoever copied a form into a chat wrote of others beside it.
            filling.take(0, FreeLines(), (row for row in _lone(text) if not field_of(row.cells)))
            return
    found = _as_table(filling.file.name, text, is_csv=is_csv, asked=asked)
    if found:
        ruled, columns = found
        filling.note(f"names are in {told_names(columns)}")
        filling.take(0, Table.under(columns, _rows(text, ruled)), delimited(text, ruled, filling.mend))
        return
    _refuse_unnamed(filling.file.name, text)
    filling.take(0, FreeLines(), _lone(text))


def _lone(text: str) -> Iterator[RawRow]:
    return (RawRow(line.page, line.number, (line.text,)) for line in lines(text))


def _rows(text: str, ruled: Ruling | None) -> list[Sequence[str]]:
    rows = delimited(text, ruled, lambda *_: None) if ruled else _lone(text)
    return [row.cells for row in itertools.islice(rows, SAMPLE)]


def _as_table(name: str, text: str, *, is_csv: bool, asked: Sequence[str]) -> tuple[Ruling, Columns] | None:
    """The sign between the columns, and the columns; `None` if the text is lines of free text.

    Raises `ListUnreadable` if a column that is `asked` for is not there.
    """
    ruled = ruling(text, SIGNS if is_csv or asked else _IN_LINES)
    if asked:
        ruled = ruled or ONE_COLUMN
        columns = named_columns(_rows(text, ruled), asked)
        if columns is None:
            raise no_names(name, _rows(text, ruled), asked)
        return ruled, columns
    if ruled is None:
        ruled = ruling(text, (",",))
        if ruled is None or _headings(_rows(text, ruled)) < _HEADED:
            return None
    columns = columns_of(_rows(text, ruled))
    return (ruled, columns) if columns else None


def _headings(rows: Sequence[Sequence[str]]) -> int:
    columns = columns_of(rows)
    if columns is None or columns.heading is None:
        return 0
    return sum(bool(kinds_of(cell)) for cell in rows[columns.heading])


def _refuse_unnamed(name: str, text: str) -> None:
    """Refuse a table in which too few rows name anybody: a town would be taken for a person."""
    ruled = ruling(text)
    rows = _rows(text, ruled) if ruled else []
    if rows and (names_others(rows) or not reads_as_people(rows)):
        raise no_names(name, rows)


def reads_as_people(rows: Sequence[Sequence[str]]) -> bool:
    """Whether enough rows hold a whole name, in whatever column."""
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    named = sum(any(map(is_whole, names_in("; ".join(row)))) for row in filled)
    return named >= _FEW * len(filled)


def no_names(name: str, rows: Sequence[Sequence[str]], asked: Sequence[str] = ()) -> ListUnreadable:
    """The refusal of a table none of whose columns reads as names, or that has no such column as was `asked` for."""
    reason = "it has no such column" if asked else "no column of it reads as names"
    return ListUnreadable(name, reason, told_columns(rows))
