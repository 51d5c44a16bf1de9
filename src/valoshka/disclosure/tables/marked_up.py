"""Tables within running documents: web pages, Word files, Markdown."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import docx
from docx.opc.exceptions import PackageNotFoundError
from lxml import etree, html

from valoshka.disclosure.tables.sheets import Rows

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
    for number, table in enumerate(document.tables, start=1):
        rows = tuple(tuple(cell.text.strip() for cell in row.cells) for row in table.rows)
        yield Rows(rows, f"table {number}")


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
