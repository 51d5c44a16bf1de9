"""Rows kept small: a million of them as objects would take a gigabyte, and only those found are ever looked at."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, overload

if TYPE_CHECKING:
    from valoshka.tracing.list_row import ListRow

BETWEEN = "\x1f"  # ASCII's unit separator, which no `RawRow` may hold


@dataclass(frozen=True, slots=True)
class RawRow:
    """The cells of one row as the file has them; `page` counts from 0, `line` from 1 in the file or on the sheet."""

    page: int
    line: int
    cells: tuple[str, ...]


class Teller(Protocol):
    """What makes a `ListRow` of raw cells and the names in them."""

    def row(self, raw: RawRow, names: tuple[str, ...]) -> ListRow:
        """The whole row."""


class _Packed:
    """Any number of short tuples of text, end to end."""

    def __init__(self) -> None:
        self._text, self._ends = bytearray(), array("Q", [0])

    def append(self, texts: Sequence[str]) -> None:
        self._text += BETWEEN.join(texts).encode("utf-8", "replace")
        self._ends.append(len(self._text))

    def __getitem__(self, number: int) -> tuple[str, ...]:
        text = self._text[self._ends[number] : self._ends[number + 1]].decode("utf-8")
        return tuple(text.split(BETWEEN))


class Ledger(Sequence["ListRow"]):
    """The rows of one list, in order; each is told anew whenever it is asked for, but names are read only once."""

    def __init__(self, teller: Teller) -> None:
        self._teller = teller
        self._cells, self._names = _Packed(), _Packed()
        self._lines, self._pages = array("Q"), array("L")

    def append(self, row: RawRow, names: Sequence[str]) -> None:
        """Add a row at the end, with everybody whom it names."""
        self._cells.append(row.cells)
        self._names.append(names)
        self._lines.append(row.line)
        self._pages.append(row.page)

    def raw(self, number: int) -> RawRow:
        """The cells of the row with this number, counted from 0."""
        return RawRow(self._pages[number], self._lines[number], self._cells[number])

    def names(self, number: int) -> tuple[str, ...]:
        """Everybody whom the row with this number names."""
        return self._names[number]

    def __len__(self) -> int:
        """The number of rows."""
        return len(self._lines)

    @overload
    def __getitem__(self, number: int) -> ListRow: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[ListRow]: ...
    def __getitem__(self, number: int | slice) -> ListRow | Sequence[ListRow]:
        """One row, or several."""
        if isinstance(number, slice):
            return [self[each] for each in range(*number.indices(len(self)))]
        if not -len(self) <= number < len(self):
            raise IndexError(number)
        place = number % len(self)
        return self._teller.row(self.raw(place), self.names(place))
