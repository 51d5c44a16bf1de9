"""Rows out of spreadsheets: every sheet is a page, every cell is text as a person would read it."""

from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import TYPE_CHECKING

import python_calamine

from valoshka.tracing.containers import locked, weigh
from valoshka.tracing.hidden_signs import seen
from valoshka.tracing.ledger import RawRow
from valoshka.tracing.limits import LIMITS, Limits
from valoshka.tracing.opening import too_large
from valoshka.tracing.refusals import ListUnreadable, damaged, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import TracebackType

    from valoshka.tracing.opening import Opened

_TALLEST = 100  # rows that one merged cell spans; a taller one is a margin
_MOST_MERGED = 5_000  # of one sheet

Cell = int | float | str | bool | time | date | datetime | timedelta


class _Panics:
    """Calamine is written in Rust: what it did not foresee in a damaged file is a panic, which is no `Exception`."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        """Raise `ListUnreadable` in place of a panic."""
        if kind is not None and kind.__module__ == "pyo3_runtime":
            raise damaged(self._name) from error


class Workbook:
    """An open xlsx, xls or ods; `pages` are the names of its sheets of cells, hidden ones too.

    Raises `ListUnreadable` if it is damaged, locked or hostile.
    """

    def __init__(self, file: Opened, kind: str, limits: Limits = LIMITS) -> None:
        if kind == "zip":
            weigh(file, limits)
        elif len(file.untrusted_bytes) > limits.sheet_bytes:
            raise too_large(file.name, limits.sheet_bytes)
        self._file, self._limits = file, limits
        try:
            with _Panics(file.name):
                self._workbook = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(file.untrusted_bytes))
        except python_calamine.PasswordError as error:
            raise locked(file.name) from error
        except (python_calamine.CalamineError, OSError, ValueError) as error:
            raise self._refusal() from error
        cells = python_calamine.SheetTypeEnum.WorkSheet
        self._sheets = [sheet.name for sheet in self._workbook.sheets_metadata if sheet.typ == cells]
        self.pages = tuple(shown(name) for name in self._sheets)

    def rows(self, page: int) -> Iterator[RawRow]:
        """The rows of one sheet that hold anything, with their numbers as the spreadsheet program shows them."""
        try:
            with _Panics(self._file.name):
                sheet = self._workbook.get_sheet_by_name(self._sheets[page])
            if sheet.start is None:
                return
            merged = _Merged(sheet.merged_cell_ranges or ())
            for line, cells in enumerate(sheet.iter_rows(), 1):
                texts = tuple(_text(cell) for cell in cells)
                if any(texts):
                    yield RawRow(page, line, merged.filled(line - 1, texts))
        except (python_calamine.CalamineError, OSError, ValueError) as error:
            raise damaged(self._file.name) from error

    def _refusal(self) -> ListUnreadable:
        # The old format keeps encrypted workbooks of the new one in a stream of this name.
        if "EncryptedPackage".encode("utf-16-le") in self._file.untrusted_bytes:
            return locked(self._file.name)
        return damaged(self._file.name)


class _Merged:
    """Cells merged over several rows: what stands in the first is true of each, as one surname of two brothers."""

    def __init__(self, ranges: Sequence[tuple[tuple[int, int], tuple[int, int]]]) -> None:
        tall = list(islice((each for each in ranges if 0 < each[1][0] - each[0][0] <= _TALLEST), _MOST_MERGED))
        self._tops = {start: "" for start, _ in tall}
        self._over: dict[int, list[tuple[int, int]]] = {}  # of each row that merged cells span: where these begin
        for start, (bottom, _) in tall:
            for row in range(start[0], bottom + 1):
                self._over.setdefault(row, []).append(start)

    def filled(self, row: int, texts: tuple[str, ...]) -> tuple[str, ...]:
        """The cells of row `row`, from 0, those below the first of merged ones with its text; rows come in order."""
        if row not in self._over:
            return texts
        cells = list(texts)
        for top, left in self._over[row]:
            if row == top and left < len(cells):
                self._tops[top, left] = cells[left]
            elif left < len(cells):
                cells[left] = cells[left] or self._tops[top, left]
        return tuple(cells)


def _text(cell: Cell) -> str:
    """A cell as a person reads it: 1982, not 1982.0; days as EDTF writes them."""
    if isinstance(cell, str):
        return seen(cell).strip()
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else str(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "minutes")
    return cell.isoformat() if isinstance(cell, date) else str(cell)
