"""Which numbers may be told, and when. Why it is safe: docs/decisions/0056-counts-that-hide-nobody.md.

The attacker knows this code, every table of every day, and how many items there are of each day (the wall shows them).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from valoshka.solidarity.items import Item

# A number below the first is held back; all are told in whole tens.
FLOOR, STEP = 20, 10
# A table is told once so many are new: a day of few waits for the next.
TABLE = 100
ALL, COUNTRY, LANGUAGE = "all", "country", "language"


@dataclass(frozen=True)
class Row:
    """One number that was told: `added` items of `code`, new since its table before, up to the day `until`.

    `of` is "all" (with no code), "country" or "language".
    """

    until: str
    of: str
    code: str
    added: int


def released(items: Iterable[Item], at_risk: Collection[str], today: str, before: Iterable[Row] = ()) -> list[Row]:
    """All rows told so far: those of `before`, which are never taken back, and what may be told since.

    Days before `today` only. Countries in `at_risk` are counted with those who named none, who are never told.

    >>> from valoshka.solidarity.items import Item
    >>> some = [Item(f"{n:016x}", "2026-05-02", "en", "PL" if n < 47 else "NO" if n < 60 else "") for n in range(130)]
    >>> [(row.of, row.code, row.added) for row in released(some, ["BY"], "2026-05-03")]
    [('all', '', 130), ('country', 'PL', 40), ('language', 'en', 110)]
    """
    rows = list(before)
    after = max((row.until for row in rows), default="")
    cells = Counter((item.day, item.country, item.language) for item in items if item.day < today)
    for until in _closing_days(cells, after):
        countries, languages = Counter[str](), Counter[str]()
        for (day, country, language), count in cells.items():
            if day <= until:
                countries[country] += count
                languages[language] += count
        for code in ("", *at_risk):
            countries.pop(code, None)
        new = sum(count for (day, *_), count in cells.items() if after < day <= until)
        rows.append(Row(until, ALL, "", new // STEP * STEP))
        rows += _table(countries, new, until, COUNTRY, rows)
        rows += _table(languages, new, until, LANGUAGE, rows)
        after = until
    return rows


def _closing_days(cells: Counter[tuple[str, str, str]], after: str) -> Iterator[str]:
    """The days on which a table is told: as soon as `TABLE` items are new."""
    days, new = Counter[str](), 0
    for (day, *_), count in cells.items():
        days[day] += count
    for day in sorted(day for day in days if day > after):
        new += days[day]
        if new >= TABLE:
            yield day
            new = 0


def _table(counted: Counter[str], new: int, until: str, of: str, rows: list[Row]) -> list[Row]:
    """The cells of one table, by their codes: in the order of their sizes, the order would tell what rounding hides.

    What is told stays under `new` by a hidden cell's most, so that the rest can hide any number below `FLOOR`.
    """
    told_before: Counter[str] = Counter()
    for row in rows:
        if row.of == of:
            told_before[row.code] += row.added
    waiting = {code: count - told_before[code] for code, count in counted.items()}
    room, table = new - (FLOOR - 1), []
    for code in sorted(waiting, key=lambda code: (-waiting[code], code)):
        added = min(waiting[code], room) // STEP * STEP
        if waiting[code] >= FLOOR and added >= FLOOR:
            table.append(Row(until, of, code, added))
            room -= added
    return sorted(table, key=lambda row: row.code)
