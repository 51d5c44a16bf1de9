"""A list of detained people as it came: its rows, what could not be read of it, and as of when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from valoshka.tracing.ledger import Ledger

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from valoshka.tracing.faults import Fault
    from valoshka.tracing.list_row import ListRow


@dataclass(frozen=True)
class DetaineeList:
    """One list: its file, its rows in order, the rows without a name, and as of when.

    `written` is the file's modification time, which copying may change, `read` when it was read, both with a time
    zone. `notes` say what was assumed (encoding, columns, ids), for the person who reads the answer. `faulty` counts
    the rows behind `faults`, of which only so many are kept, `unsearched` those of them of which no name was taken.
    """

    file: str
    rows: Sequence[ListRow]
    read: datetime
    written: datetime | None = None
    faults: tuple[Fault, ...] = ()
    faulty: int = 0
    unsearched: int = 0
    notes: tuple[str, ...] = ()

    def names(self) -> Iterator[tuple[int, str]]:
        """The number of each row, from 0, with each name in it; much faster than the rows themselves."""
        names = self.rows.names if isinstance(self.rows, Ledger) else lambda number: self.rows[number].names
        for number in range(len(self.rows)):
            for name in names(number):
                yield number, name

    def __len__(self) -> int:
        """The number of rows that hold a name."""
        return len(self.rows)

    def __iter__(self) -> Iterator[ListRow]:
        """The rows, in the order of the list."""
        return iter(self.rows)
