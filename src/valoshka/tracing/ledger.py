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
    """What makes a `ListRow` of raw cells."""

    def names(self, raw: RawRow) -> tuple[str, ...]:
        """Everybody whom the row names."""

    def row(self, raw: RawRow) -> ListRow:
        """The whole row."""


class Ledger(Sequence["ListRow"]):
    """The rows of one list, in order; each is told anew whenever it is asked for."""

    def __init__(self, teller: Teller) -> None:
        self._teller = teller
        self._text = bytearray()
        self._ends = array("Q", [0])
        self._lines = array("Q")
        self._pages = array("L")

    def append(self, row: RawRow) -> None:
        """Add a row at the end."""
        self._text += BETWEEN.join(row.cells).encode("utf-8", "replace")
        self._ends.append(len(self._text))
        self._lines.append(row.line)
        self._pages.append(row.page)

    def raw(self, number: int) -> RawRow:
        """The cells of the row with this number, counted from 0."""
        text = self._text[self._ends[number] : self._ends[number + 1]].decode("utf-8")
        return RawRow(self._pages[number], self._lines[number], tuple(text.split(BETWEEN)))

    def names(self, number: int) -> tuple[str, ...]:
        """Everybody whom the row with this number names."""
        return self._teller.names(self.raw(number))

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
        return self._teller.row(self.raw(number % len(self)))
