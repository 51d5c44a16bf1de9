"""How the rows of a page are told: as a table with known columns, or as lines of free text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from valoshka.tracing.births import birth_within, read_age, read_birth, says_age
from valoshka.tracing.chat_senders import sent_in, without_sender
from valoshka.tracing.columns import AS_SAID
from valoshka.tracing.headings import is_heading
from valoshka.tracing.line_names import names_in, names_in_cell
from valoshka.tracing.name_sense import has_letters, is_whole
from valoshka.tracing.told_columns import told_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from valoshka.terms.edtf import Edtf
    from valoshka.tracing.columns import Columns

_PARTING = re.compile(r"[,;|\t/]")
_ONE_WORD = re.compile(r"\S+")


@dataclass(frozen=True)
class Table:
    """Rows of cells under `columns`; `heading` is the row of headings."""

    columns: Columns
    heading: tuple[str, ...] = ()

    @classmethod
    def under(cls, columns: Columns, rows: Sequence[Sequence[str]]) -> Table:
        """The table with these `columns`, of whose `rows` the first are given."""
        return cls(columns, tuple(rows[columns.heading]) if columns.heading is not None else ())

    def names(self, cells: Sequence[str]) -> tuple[str, ...]:
        """The name, its parts joined, then other names of the same person.

        >>> from valoshka.tracing.columns import Columns
        >>> Table(Columns(names=(0, 1), others=(2,))).names(["Бонч", "Галіна", "Сарока"])
        ('Бонч Галіна', 'Сарока Галіна')
        """
        parts = [_cell(cells, place) for place in self.columns.names]
        main = names_in_cell(parts[0]) if len(parts) == 1 else _joined(parts)
        others = [other for place in self.columns.others for other in _other(_cell(cells, place), parts)]
        return tuple(dict.fromkeys((*main, *others)))

    def born(self, cells: Sequence[str], list_year: int) -> Edtf | None:
        """From the column of births, that of ages (true in `list_year`), or what stands behind the name."""
        born = age = None
        if self.columns.born is not None:
            born = read_birth(_cell(cells, self.columns.born), list_year)
        if self.columns.age is not None:
            age = read_age(_cell(cells, self.columns.age), list_year)
        if self._has_births:
            return born or age
        return birth_within(self._beside_names(cells), list_year)

    @property
    def may_end(self) -> bool:
        """Whether other headings may begin another table; not where a person has said which column it is."""
        return self.columns.how != AS_SAID

    @property
    def where(self) -> str:
        """Where the names stand, in words."""
        return told_names(self.columns)

    def says_age(self, cells: Sequence[str]) -> bool:
        """Whether the birth of this row is told by an age."""
        if self.columns.age is not None:
            return any(map(str.isdecimal, _cell(cells, self.columns.age)))
        return not self._has_births and says_age(self._beside_names(cells))

    @property
    def _has_births(self) -> bool:
        return self.columns.born is not None or self.columns.age is not None

    def _beside_names(self, cells: Sequence[str]) -> str:
        places = self.columns.names if self.columns.heading is not None else range(len(cells))
        return "; ".join(_cell(cells, place) for place in places)

    def id(self, cells: Sequence[str]) -> str:
        """What stands in the column of ids; empty if there is none."""
        return _cell(cells, self.columns.id) if self.columns.id is not None else ""

    def is_nobody(self, number: int, cells: Sequence[str], names: Sequence[str]) -> bool:
        """Whether row `number` of the page is a heading, which may come again on each page, or a title above it."""
        if self.columns.heading is None:
            return False
        return tuple(cells) == self.heading or (number < self.columns.heading and not any(map(is_whole, names)))


@dataclass(frozen=True)
class FreeLines:
    """A line of text a row, as volunteers paste it from a chat; names stand anywhere."""

    where = ""
    may_end = False

    def names(self, cells: Sequence[str]) -> tuple[str, ...]:
        """Everybody whom the line names."""
        return names_in("; ".join(cells))

    def born(self, cells: Sequence[str], list_year: int) -> Edtf | None:
        """The birth beside the name; an age was true when the message was sent, else in `list_year`."""
        line = "; ".join(cells)
        return birth_within(without_sender(line), sent_in(line) or list_year)

    def says_age(self, cells: Sequence[str]) -> bool:
        """Whether an age is told, of a year that nobody tells."""
        line = "; ".join(cells)
        return says_age(line) and sent_in(line) is None

    def id(self, cells: Sequence[str]) -> str:
        """Lines have no ids."""
        return ""

    def is_nobody(self, number: int, cells: Sequence[str], names: Sequence[str]) -> bool:
        """Whether a line heads those below: "Surname, name"."""
        return is_heading(_PARTING.split("; ".join(cells)))


Layout = Table | FreeLines


def _cell(cells: Sequence[str], place: int) -> str:
    return cells[place].strip() if place < len(cells) else ""


def _other(cell: str, parts: Sequence[str]) -> tuple[str, ...]:
    """Another name: whole, or a surname to which the given name is added."""
    if len(parts) > 1 and _ONE_WORD.fullmatch(cell) and has_letters(cell):
        return _joined([cell, *parts[1:]])
    return names_in_cell(cell)


def _joined(parts: Sequence[str]) -> tuple[str, ...]:
    name = " ".join(part for part in parts if any(map(str.isalpha, part)))
    return (name,) if has_letters(name) else ()
