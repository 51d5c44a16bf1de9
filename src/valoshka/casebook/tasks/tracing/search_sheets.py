"""Many searches at once, from a sheet that a helpline keeps anyway: csv, xlsx, xls or ods."""

from __future__ import annotations

import re
import sys
from datetime import UTC, datetime
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from valoshka.casebook.tasks.tracing.sought import Sought
from valoshka.errors import Refused
from valoshka.own_yaml import own_yaml
from valoshka.tracing.decoding import decode
from valoshka.tracing.delimited import ONE_COLUMN, delimited, ruling
from valoshka.tracing.limits import LIMITS
from valoshka.tracing.opening import Opened, kind_of, opened, too_large
from valoshka.tracing.refusals import shown
from valoshka.tracing.sheets import Workbook

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from valoshka.tracing.ledger import RawRow

STANDARD_INPUT = Path("-")
WHOLE_NAME = ("surname", "given", "patronymic")
BETWEEN_NAMES = re.compile(r"[;\n|]")
NO_LETTER = re.compile(r"[^\w№]+")
HEADING_WITHIN = 10  # rows from the top; a title may stand above


class SearchSheetError(Refused):
    """A sheet of searches was not taken, because of one of its rows."""


def read_searches(path: Path) -> list[Sought]:
    """Every search of the sheet at `path` ("-" is standard input), checked; the first row names the columns.

    Raises `SearchSheetError` with the sheet and line of the first row that does not fit, and `ListUnreadable` for a
    file that is no sheet. Nothing is taken then.
    """
    file = _standard_input() if path == STANDARD_INPUT else opened(path)
    found = []
    for page in _pages(file):
        columns: dict[str, int] | None = None
        headings: tuple[str, ...] = ()
        for number, row in enumerate(page):
            if columns is None:
                columns, headings = _columns(row.cells), row.cells
                if columns is None and number >= HEADING_WITHIN:
                    raise _no_name_column(file)
                continue
            if any(cell.strip() for cell in row.cells):
                found.append(_sought(file, row, columns, headings))
    if not found:
        raise _no_name_column(file)
    return found


def _standard_input() -> Opened:
    content = sys.stdin.buffer.read(LIMITS.text_bytes + 1)
    if len(content) > LIMITS.text_bytes:
        raise too_large("standard input", LIMITS.text_bytes)
    return Opened("standard input", content, datetime.now(UTC))


def _pages(file: Opened) -> Iterator[Iterator[RawRow]]:
    kind = kind_of(file)
    if kind != "text":
        workbook = Workbook(file, kind)
        yield from (workbook.rows(page) for page in range(len(workbook.pages)))
        return
    text = decode(file.name, file.untrusted_bytes).text

    def refuse(_page: int, line: int, why: str) -> None:
        raise SearchSheetError(f"{shown(file.name)}, line {line}: {why}. Nothing was taken from this file.")

    # A sheet of names alone has one column, and no sign that parts it.
    yield delimited(text, ruling(text) or ONE_COLUMN, refuse)


@cache
def _headings() -> Mapping[str, str]:
    kept = own_yaml("valoshka.casebook.tasks.tracing", "search_headings.yml")
    own = {field.replace("_", " "): field for field in kept}
    return {_folded(heading): field for field, all_of in kept.items() for heading in all_of} | own


def _folded(heading: str) -> str:
    return " ".join(NO_LETTER.sub(" ", heading.replace("_", " ")).casefold().split())


def _columns(cells: tuple[str, ...]) -> dict[str, int] | None:
    """Each field with its column, if this row is the row of headings: it names who is sought."""
    fields = {_headings().get(_folded(cell)): place for place, cell in reversed(list(enumerate(cells)))}
    known = {field: place for field, place in fields.items() if field}
    return known if {"name", "surname"} & set(known) else None


def _beyond(row: RawRow, columns: Mapping[str, int], headings: tuple[str, ...]) -> list[str]:
    """What stands in columns that no field is for, with their headings: a family's telephone must not be lost."""
    return [
        f"{headings[place].strip()}: {cell.strip()}" if "".join(headings[place : place + 1]).strip() else cell.strip()
        for place, cell in enumerate(row.cells)
        if cell.strip() and place not in columns.values()
    ]


def _sought(file: Opened, row: RawRow, columns: Mapping[str, int], headings: tuple[str, ...]) -> Sought:
    def cell(field: str) -> str:
        place = columns.get(field)
        return row.cells[place].strip() if place is not None and place < len(row.cells) else ""

    whole = " ".join(part for part in map(cell, WHOLE_NAME) if part)
    named = [cell("name"), whole] if cell("name") else [whole]
    if "surname" in columns and "given" not in columns and cell("name"):
        named = [" ".join(part for part in (cell("surname"), cell("name"), cell("patronymic")) if part)]
    others = [other.strip() for other in BETWEEN_NAMES.split(cell("other_names")) if other.strip()]
    told = {field: cell(field) for field in ("born", "last_seen", "last_place", "asked_by", "note", "reference")}
    told["note"] = "; ".join(part for part in (told["note"], *_beyond(row, columns, headings)) if part)
    try:
        return Sought(name=named[0], other_names=tuple(chain(filter(None, named[1:]), others)), **told).checked()
    except Refused as refusal:
        where = f"{shown(file.name)}, line {row.line}"
        raise SearchSheetError(f"{where}: {refusal} Nothing was taken from this file.") from refusal


def _no_name_column(file: Opened) -> SearchSheetError:
    return SearchSheetError(
        f"{shown(file.name)} holds no search: its first row should head the columns, one of them name (or surname and "
        "given name); others may be other names, born, last seen, last place, asked by, note, reference."
    )
