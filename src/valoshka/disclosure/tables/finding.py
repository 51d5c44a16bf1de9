"""What the gate says of tables: each unsafe count with its cell, and what to do about it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from valoshka.disclosure.channels.pdf_sight import words_on_pages
from valoshka.disclosure.findings import Finding, Place
from valoshka.disclosure.tables.dominance import telling_sums
from valoshka.disclosure.tables.layout import layouts
from valoshka.disclosure.tables.linking import changed, linked, perhaps_of_the_same_people, subtracted
from valoshka.disclosure.tables.marked_up import (
    tables_of_open_document,
    tables_of_page,
    tables_of_text,
    tables_of_word,
)
from valoshka.disclosure.tables.plain import from_plain
from valoshka.disclosure.tables.printed import tables_of_lines, tables_of_pdf
from valoshka.disclosure.tables.reading import tables_in
from valoshka.disclosure.tables.remedies import Remedy, hiding, merging
from valoshka.disclosure.tables.sheets import DELIMITED, WORKBOOKS, delimited, workbook
from valoshka.disclosure.tables.smallness import FLOOR, small_cells
from valoshka.disclosure.tables.table import CannotJudge
from valoshka.disclosure.tables.told import find_in_text
from valoshka.documents import shown
from valoshka.documents.formats.plain import decoded_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from valoshka.disclosure.tables.plain import PlainTable
    from valoshka.disclosure.tables.sheets import Rows
    from valoshka.disclosure.tables.smallness import SmallCell
    from valoshka.disclosure.tables.table import Cell, Table
    from valoshka.documents import Document

_RULES = {
    "shown": "table_small",
    "derived": "table_derived",
    "narrow": "table_derived",
    "group": "table_group",
    "rest": "table_rest",
    "all_in_one": "table_all_in_one",
    "contradiction": "table_contradiction",
}
_PAGES = frozenset({".html", ".htm", ".xhtml"})
_TEXTS = frozenset({".md", ".txt"})
_MENDED = frozenset({"table_small", "table_derived"})


def find_in_file(
    name: str, untrusted_bytes: bytes, earlier: Sequence[PlainTable] = (), floor: int = FLOOR
) -> Iterator[Finding]:
    """Counts in the tables of a file that could single somebody out: in sheets, documents, pages, PDFs and plain text.

    `earlier` are the counts of every earlier release, from which those of the file are subtracted. Raises `CannotJudge`
    (exit code 2) for a table that is too large or too intricate.

    >>> [found] = find_in_file("counts.csv", b"Region,Detained\\nHrodna,3\\nBrest,12\\nMinsk,40")
    >>> found.at.cell, found.why, found.instead
    ((1, 1), 'A count of 3: so few people can be singled out.', 'Merge Hrodna + Brest, or say why it is safe.')
    """
    try:
        sheets = list(_sheets(name, untrusted_bytes))
        tables = [table for sheet in sheets for table in tables_in(sheet)]
        for table in tables:
            yield from find_in_table(table, name, floor)
        for small in linked(tables, floor):
            rule = "table_group" if small.cell is None else "table_derived"
            yield _finding(rule, small, Remedy(), _place(small.cell, name, tables[0]))
        yield from _beside(tables, from_plain(earlier), name, floor)
        yield from _sums(sheets, name, floor)
    except CannotJudge as refusal:
        raise CannotJudge(f"{shown(name)} could not be checked. {refusal}") from refusal


def _sums(sheets: Sequence[Rows], name: str, floor: int) -> Iterator[Finding]:
    for layout in (each for sheet in sheets for each in layouts(sheet)):
        for telling in telling_sums(layout, floor):
            row, column = telling.at
            where = ", ".join(filter(None, (layout.sheet, f"row {row + 1}, column {column + 1}")))
            shown = f"{layout.sheet or ''}: {telling.name}: {layout.cells[row - layout.top][column]}"
            yield Finding(f"table_sum_{telling.why}", None, Place(file=name, where=where, shown=shown, cell=telling.at))


def _beside(tables: Sequence[Table], earlier: Sequence[Table], name: str, floor: int) -> Iterator[Finding]:
    """What the tables give away only beside what was published before."""
    for one in changed(tables, earlier, floor, perhaps_of_the_same_people):
        yield Finding("table_changed", None, _place(one.cell, name, tables[0]))
    for small in subtracted(tables, earlier, floor, perhaps_of_the_same_people):
        yield _finding("table_subtracted", small, Remedy(), _place(small.cell, name, tables[0]))


def find_in_words(texts: Sequence[str], document: Document | None, name: str) -> Iterator[Finding]:
    """Parts of known numbers of people that the running text of a file tells, with positions if it is a `document`."""
    if document is not None:
        for finding in find_in_text(document.text, Place(file=name)):
            yield replace(finding, at=replace(finding.at, where=document.place(finding.at.start or 0)))
        return
    for text in texts:
        for finding in find_in_text(text, Place(file=name)):
            yield replace(finding, at=replace(finding.at, start=None, end=None))


def find_in_table(table: Table, file: str | None, floor: int = FLOOR) -> Iterator[Finding]:
    """The findings of one table that was read from `file`."""
    unsafe = small_cells(table, floor)
    hide = (hiding(table, floor) or ()) if any(_RULES[small.how] in _MENDED for small in unsafe) else ()
    for small in unsafe:
        rule = _RULES[small.how]
        remedy = Remedy(merging(table, small.group, floor), hide) if rule in _MENDED else Remedy()
        yield _finding(rule, small, remedy, _place(small.cell, file, table))


def _finding(rule: str, small: SmallCell, remedy: Remedy, at: Place) -> Finding:
    details = [("count", str(small.left)), ("shown", ", ".join(sorted(small.group)))]
    if remedy.merge:
        return Finding(f"{rule}_merge", None, at, (*details, ("merge", " + ".join(remedy.merge))))
    if remedy.hide:
        told = "; ".join(cell.name for cell in remedy.hide)
        return Finding(f"{rule}_hide", None, at, (*details, ("hide", told)))
    return Finding(rule, None, at, tuple(details))


def _place(cell: Cell | None, file: str | None, table: Table) -> Place:
    if cell is None or cell.at is None:
        return Place(file=file, where=f"table “{table.title}”" if table.title else "table", shown=str(len(table.cells)))
    row, column = cell.at
    where = f"row {row + 1}, column {column + 1}"
    place = Place(file=file, where=f"{cell.sheet}, {where}" if cell.sheet else where, cell=cell.at)
    return replace(place, shown=f"{cell.sheet or ''}: {cell.name}: {cell.interval}")


def _sheets(name: str, untrusted_bytes: bytes) -> Iterator[Rows]:
    extension = PurePath(name).suffix.lower()
    if extension in DELIMITED:
        yield delimited(decoded_text(name, untrusted_bytes).text)
    elif extension in WORKBOOKS:
        yield from workbook(name, untrusted_bytes)
    elif extension in _PAGES:
        yield from tables_of_page(decoded_text(name, untrusted_bytes).text)
    elif extension in _TEXTS:
        text = decoded_text(name, untrusted_bytes).text
        yield from tables_of_text(text)
        yield from tables_of_lines(text)
    elif extension == ".docx":
        yield from tables_of_word(untrusted_bytes)
    elif extension == ".odt":
        yield from tables_of_open_document(name, untrusted_bytes)
    elif extension == ".pdf":
        yield from tables_of_pdf(words_on_pages(name, untrusted_bytes))
