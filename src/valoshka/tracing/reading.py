"""One list in: a file of any usual kind becomes a `DetaineeList`, the good rows of it even if others are bad."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.tracing.limits import LIMITS, Limits
from valoshka.tracing.opening import kind_of, opened
from valoshka.tracing.sheet_lists import read_sheets
from valoshka.tracing.text_lists import read_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from valoshka.tracing.detainee_list import DetaineeList
    from valoshka.tracing.filling import Progress


def read_list(
    path: Path,
    name_column: str | Sequence[str] | None = None,
    *,
    limits: Limits = LIMITS,
    progress: Progress | None = None,
) -> DetaineeList:
    """The list at `path`: csv, txt, xlsx, xls or ods, told by its content.

    `name_column` names the columns that make up a name, by number from 1 or by heading, where they are not found alone.
    `progress` is told, now and then, how many rows have been read. Rows without a name are in `faults`. Raises
    `ListUnreadable`, with the next step, if nothing can be searched, or if such a column is not there.

    >>> import pathlib, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = pathlib.Path(folder) / "list.csv"
    ...     _ = path.write_text("Прозвішча;Імя;Год нар.\\nБонч;Галіна;1990\\n", encoding="cp1251")
    ...     detained = read_list(path)
    >>> detained.rows[0].names, detained.rows[0].place, str(detained.rows[0].born)
    (('Бонч Галіна',), 'list.csv, line 2', '1990')
    """
    asked = (name_column,) if isinstance(name_column, str) else tuple(name_column or ())
    file = opened(path, limits)
    kind = kind_of(file)
    if kind == "text":
        return read_text(file, asked, limits, progress)
    return read_sheets(file, kind, asked, limits, progress)
