"""Cells of one row read across: a given name in one cell and the surname in the next are one name to a reader."""

from __future__ import annotations

import csv
import io
from pathlib import PurePath
from typing import TYPE_CHECKING

from lxml import etree

from valoshka.disclosure.channels.channel import Channel
from valoshka.disclosure.channels.markup import MarkedText
from valoshka.documents.formats.plain import decoded_text
from valoshka.documents.safe_xml import attribute, local, parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from valoshka.documents.containers import Container

_ROWS = ("{*}tr", "{*}table-row")
_CELLS = frozenset({"tc", "td", "th", "table-cell"})
_LONGEST = 200  # characters: a longer cell is prose, in which a name stands whole
_SHEET, _STRINGS = "xl/worksheets/", "xl/sharedStrings.xml"
_SIGNS = {".csv": ",;\t|", ".tsv": "\t"}
_HOW = "read across"


def rows_of_tables(root: etree._Element, kind: str, where: str) -> Iterator[Channel]:
    """Every row of every table in a page, a docx or an odt, as one line.

    >>> page = etree.HTML("<table><tr><td>Nina<td>34<td>Kaval</table>")
    >>> [channel.text for channel in rows_of_tables(page, "text", "web page")]
    ['Nina Kaval']
    """
    rows = (
        [
            " ".join("".join(map(str, cell.itertext())).split())
            for cell in row.iter(etree.Element)
            if local(cell) in _CELLS
        ]
        for row in root.iter(*_ROWS)
    )
    yield from _across(rows, kind, where)


def rows_of_workbook(container: Container) -> Iterator[Channel]:
    """Every row of every sheet of an xlsx, as one line."""
    strings: list[str] = []
    if _STRINGS in container:
        root = parse(container.name, container.read(_STRINGS))
        strings = [_said(item) for item in root.iter("{*}si")]
        yield from _together(root.iter("{*}si"), _STRINGS)
    for part in container:
        if part.startswith(_SHEET) and part.endswith(".xml"):
            root = parse(container.name, container.read(part))
            yield from _together(root.iter("{*}is"), part)
            rows = ([_cell(cell, strings) for cell in row.iterchildren("{*}c")] for row in root.iter("{*}row"))
            yield from _across(rows, "text", part)


def rows_of_list(name: str, untrusted_bytes: bytes) -> Iterator[Channel]:
    """Every row of a csv or tsv as one line; nothing for files of other kinds.

    >>> [channel.text for channel in rows_of_list("a.csv", b"Name,Age,Surname\\nNina,34,Kaval")]
    ['Name Age Surname\\nNina Kaval']
    """
    signs = _SIGNS.get(PurePath(name).suffix.lower())
    if signs is None:
        return
    text = decoded_text(name, untrusted_bytes).text
    sign = max(signs, key=text.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=sign))
    except csv.Error:
        return  # its text is read as it stands
    yield from _across(rows, "text", "text")


def _together(items: Iterable[etree._Element], where: str) -> Iterator[Channel]:
    """Each string whole whose letters have several formats, and so stand in several elements."""
    for number, item in enumerate(items):
        if len(list(item.iterchildren("{*}r"))) > 1:
            yield Channel("text", f"{where}, string {number + 1} whole", _said(item), (), "runs together")


def _across(rows: Iterable[list[str]], kind: str, where: str) -> Iterator[Channel]:
    """Numbers are left out: they stand between names, and no name has any."""
    text = MarkedText()
    for number, cells in enumerate(rows, start=1):
        words = [cell.strip() for cell in cells if len(cell) <= _LONGEST and any(map(str.isalpha, cell))]
        if len(words) > 1:
            text.begin(f"row {number}")
            text.add(" ".join(words))
    for channel in text.channel(kind, f"{where}, rows"):
        yield Channel(channel.kind, channel.where, channel.text, channel.marks, _HOW, guessed=True)


def _cell(cell: etree._Element, strings: list[str]) -> str:
    value = next((each.text or "" for each in cell.iterchildren("{*}v")), "")
    if attribute(cell, "t") == "s":
        return strings[int(value)] if value.isdecimal() and int(value) < len(strings) else ""
    return value or _said(cell)


def _said(item: etree._Element) -> str:
    """The text of a string in one or more runs, without the guide to its pronunciation."""
    guide = {text for each in item.iter("{*}rPh") for text in each.iter("{*}t")}
    return "".join(each.text or "" for each in item.iter("{*}t") if each not in guide)
