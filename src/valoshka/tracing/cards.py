"""Lists as cards, one person below the other: "Surname: ..., Given name: ...", as forms are copied. Made a table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from valoshka.tracing.headings import NAMING, is_only_heading, kinds_of
from valoshka.tracing.ledger import RawRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_FIELD = re.compile(r"\s*([^:\t;|]{1,40}?)\s*[:\t;|]\s*(.*)")
_LEAST = 3  # fields
_MOST = 0.5  # share of rows that are fields


def field_of(cells: Sequence[str]) -> tuple[str, str] | None:
    """The heading that opens a row, and what it says; `None` if the row is of another kind.

    >>> field_of(["Прозвішча: Бонч"]), field_of(["Прозвішча", "Імя"])
    (('Прозвішча', 'Бонч'), None)
    """
    field = _FIELD.fullmatch("\t".join(cell for cell in cells if cell.strip()))
    if field is None or not is_only_heading(field[1]) or is_only_heading(field[2]):
        return None
    return field[1], field[2].strip(' "')


def are_cards(rows: Sequence[Sequence[str]]) -> bool:
    """Whether rows are the fields of cards, one below the other."""
    filled = [cells for cells in rows if any(cell.strip() for cell in cells)]
    fields = [field for field in map(field_of, filled) if field]
    named = any(kinds_of(heading) & NAMING for heading, _ in fields)
    return named and len(fields) >= _LEAST and len(fields) >= _MOST * len(filled)


def as_table(rows: Iterable[RawRow]) -> list[RawRow]:
    """A row a card, where its first field stands, below a row of headings; what is no field stands in a last column.

    >>> fields = ["Surname: Bonch", "Born: 1990", "Surname: Kot"]
    >>> rows = [RawRow(0, line, (field,)) for line, field in enumerate(fields, 1)]
    >>> [(row.line, row.cells) for row in as_table(rows)]
    [(1, ('Surname', 'Born', '')), (1, ('Bonch', '1990', '')), (3, ('Kot', '', ''))]
    """
    headings: dict[str, None] = {}
    cards: list[tuple[RawRow, dict[str, str], list[str]]] = []
    for row in rows:
        field = field_of(row.cells)
        if field and (not cards or field[0] in cards[-1][1]):
            cards.append((row, {}, []))
        if field:
            headings[field[0]] = None
            cards[-1][1][field[0]] = field[1]
        elif cards:
            cards[-1][2].extend(cell for cell in row.cells if cell.strip())
    told = [
        RawRow(first.page, first.line, (*(said.get(heading, "") for heading in headings), " ".join(notes)))
        for first, said, notes in cards
    ]
    top = [RawRow(told[0].page, told[0].line, (*headings, ""))] if told else []
    return [*top, *told]
