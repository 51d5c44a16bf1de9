"""Tables within running documents: web pages, Word and OpenDocument files, Markdown."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from lxml import etree, html

from valoshka.disclosure.tables.sheets import Rows
from valoshka.documents.containers import Container
from valoshka.documents.safe_xml import attribute, local, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

_WIDEST = 200  # columns that one cell may span
_RULE = re.compile(r"\s*:?-{2,}:?\s*")


def tables_of_page(untrusted_page: str) -> Iterator[Rows]:
    """The tables of a web page; a cell over several columns or rows leaves the others blank, under its label.

    >>> page = "<table><tr><th>Region<th>Detained<tr><td>Hrodna<td>3<tr><td>Brest<td>12</table>"
    >>> [table.rows for table in tables_of_page(page)]
    [(('Region', 'Detained'), ('Hrodna', '3'), ('Brest', '12'))]
    """
    if "<table" not in untrusted_page.casefold():
        return
    parser = html.HTMLParser(no_network=True, huge_tree=False)
    try:
        root = html.document_fromstring(untrusted_page, parser=parser)
    except (etree.ParserError, ValueError):
        return  # nothing in it; its text is read elsewhere
    for number, table in enumerate(root.iter("table"), start=1):
        yield Rows(tuple(_rows(table)), f"table {number}")


def tables_of_word(untrusted_bytes: bytes) -> Iterator[Rows]:
    """The tables of a docx; nothing for a file that is damaged, which others refuse."""
    try:
        document = docx.Document(io.BytesIO(untrusted_bytes))
    except (PackageNotFoundError, KeyError, ValueError, etree.XMLSyntaxError):
        return
    # Also tables within tables and text boxes, which the document itself does not list.
    inside = [Table(each, document) for each in document.element.body.iter(f"{{{document.element.nsmap['w']}}}tbl")]
    for number, table in enumerate(inside, start=1):
        rows = tuple(tuple(cell.text.strip() for cell in row.cells) for row in table.rows)
        yield Rows(rows, f"table {number}")


def tables_of_open_document(name: str, untrusted_bytes: bytes) -> Iterator[Rows]:
    """The tables of an odt. Raises `Unreadable` for a damaged one."""
    root = parse(name, Container(name, untrusted_bytes).read("content.xml"))
    for number, table in enumerate(root.iter("{*}table"), start=1):
        rows = tuple(
            _open_row(row) for row in table.iter("{*}table-row") if next(row.iterancestors("{*}table")) is table
        )
        if rows:
            yield Rows(rows, f"table {number}")


def _open_row(row: etree._Element) -> tuple[str, ...]:
    """A cell over several columns or rows leaves the others blank; a cell that stands for several is repeated."""
    texts: list[str] = []
    for cell in row:
        times = attribute(cell, "number-columns-repeated") or "1"
        said = " ".join("".join(map(str, cell.itertext())).split()) if local(cell) == "table-cell" else ""
        if local(cell) in {"table-cell", "covered-table-cell"}:
            texts += [said] * (min(int(times), _WIDEST) if times.isdecimal() else 1)
    return tuple(texts)


def tables_of_text(text: str) -> Iterator[Rows]:
    """Tables whose columns are parted by upright strokes, as in Markdown.

    >>> [table.rows for table in tables_of_text("Counts:\\n\\n| Region | Detained |\\n|---|---|\\n| Hrodna | 3 |\\n")]
    [(('Region', 'Detained'), ('Hrodna', '3'))]
    """
    if "|" not in text:
        return
    run: list[tuple[str, ...]] = []
    number = 0
    for line in [*text.split("\n"), ""]:
        if line.count("|") > 1 or (run and "|" in line):
            cells = tuple(cell.strip() for cell in line.strip().strip("|").split("|"))
            if not all(_RULE.fullmatch(cell) for cell in cells):
                run.append(cells)
        elif run:
            number += 1
            yield Rows(tuple(run), f"table {number}")
            run = []


def _rows(table: html.HtmlElement) -> Iterator[tuple[str, ...]]:
    over: dict[int, int] = {}  # of each column, how many more rows a cell from above spans
    for row in table.iter("tr"):
        texts: list[str] = []
        for cell in row:
            if cell.tag not in {"td", "th"}:
                continue
            _leave_blank(texts, over)
            below = _span(cell, "rowspan") - 1
            first = len(texts)
            texts += [" ".join("".join(map(str, cell.itertext())).split()), *[""] * (_span(cell, "colspan") - 1)]
            over.update({column: below for column in range(first, len(texts)) if below})
        _leave_blank(texts, over)
        yield tuple(texts)


def _leave_blank(texts: list[str], over: dict[int, int]) -> None:
    """Step over the columns that a cell from above still spans."""
    while over.get(len(texts), 0) > 0:
        over[len(texts)] -= 1
        texts.append("")


def _span(cell: html.HtmlElement, way: str) -> int:
    told = str(cell.get(way, "1")).strip()
    return min(max(int(told), 1), _WIDEST) if told.isdecimal() else 1
