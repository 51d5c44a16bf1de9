"""The row of headings, which may be two: "Name" over "Surname | Given name | Patronymic", merged or left blank."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from valoshka.tracing.headings import NAMING, is_heading, kinds_of
from valoshka.tracing.name_sense import is_whole

if TYPE_CHECKING:
    from collections.abc import Sequence

_WITHIN = 30  # rows from the top; titles and stamps may stand above
_TWO = 2  # headings that make a second row of them: a lone word may be somebody's surname


@dataclass(frozen=True)
class Headings:
    """The heading of each column, and the last row that holds any, counted from 0 among the page's rows."""

    titles: tuple[str, ...]
    last: int


def headings_of(rows: Sequence[Sequence[str]]) -> Headings | None:
    """The headings of a page; where two rows of them stand together, the lower says more of a column. `None`: none.

    >>> headings_of([("№", "ФИО", "", "Г.р."), ("", "Фамилия", "Имя", ""), ("1", "Бонч", "Галина", "1990")])
    Headings(titles=('№', 'Фамилия', 'Имя', 'Г.р.'), last=1)
    """
    best = heading_row(rows)
    if best is None:
        return None
    titles, last = tuple(rows[best]), best
    if best and _is_of_headings(rows[best - 1]):
        titles = _over(rows[best - 1], titles)
    if best + 1 < len(rows) and _is_of_headings(rows[best + 1]):
        titles, last = _over(titles, rows[best + 1]), best + 1
    return Headings(titles, last)


def heading_row(rows: Sequence[Sequence[str]]) -> int | None:
    """The first row of headings alone, else that with the most that are known. A lone one must be of a name."""
    alone = next((number for number, row in enumerate(rows[:_WITHIN]) if _is_of_headings(row)), None)
    if alone is not None:
        return alone
    best, most = None, 0
    for number, row in enumerate(rows[:_WITHIN]):
        kinds = [kinds_of(cell) for cell in row if cell.strip()]
        known = [each for each in kinds if each]
        if len(known) <= most or len(known) < len(kinds) / 3 or _reads_as_person(row):
            continue
        if len(known) > 1 or any(each & NAMING for each in known):
            best, most = number, len(known)
    return best


def _is_of_headings(row: Sequence[str]) -> bool:
    """Whether a row holds several headings, and hardly anything else."""
    known = [cell for cell in row if kinds_of(cell)]
    return len(known) >= _TWO and is_heading(row) and not _reads_as_person(row)


def _over(upper: Sequence[str], lower: Sequence[str]) -> tuple[str, ...]:
    pairs = zip_longest(upper, lower, fillvalue="")
    return tuple(low if low.strip() else high for high, low in pairs)


def _reads_as_person(row: Sequence[str]) -> bool:
    """A row with a whole name is a person's: nobody is called "Surname and name", but some are called "May Last"."""
    return any(is_whole(cell) and not kinds_of(cell) for cell in row)
