"""Meanings of phrases that name a place in the calendar: days, months, seasons, years and their parts."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

from valoshka.terms.dates import calendar
from valoshka.terms.dates.phrase import UNSTATED, Phrase, Read, Telling, plausible, year_of

if TYPE_CHECKING:
    from collections.abc import Callable

CENTURY_TURN = 50  # 12.08.49 is in 2049, 12.08.50 in 1950
MIDDLE = {"spring": 4, "summer": 7, "autumn": 10, "winter": 1}


def _calendar_day(year: int, month: int, day: int) -> str:
    """The day, or the month, about, if the month has no such day: "31 June" is a slip, and a day would be a guess."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return f"{year:04}-{month:02}~"


def _day_first(written: str) -> tuple[int, int, int]:
    """Day (0 if there is none), month and year of a date in figures, as Europe writes it."""
    sign = next(sign for sign in "./-" if sign in written)
    parts = written.split(sign)
    if len(parts) == 2:
        return 0, int(parts[0]), int(parts[1])
    if len(parts[0]) == 4:
        parts.reverse()
    day, month, year = (int(part) for part in parts)
    if len(parts[2]) == 2:
        year += 2000 if year < CENTURY_TURN else 1900
    if sign == "/" and day <= 12 < month <= 31:  # month first, as in America: it cannot be read otherwise
        day, month = month, day
    return day, month, year


def exact(phrase: Phrase, telling: Telling) -> Read:
    """12.08.2020, 12/08/20, 2020-08-12, 08.2020."""
    day, month, year = _day_first(phrase.word("exact") or "")
    if not 1 <= month <= 12 or not plausible(year):
        return UNSTATED
    return Read(_calendar_day(year, month, day) if day else f"{year:04}-{month:02}", "explicit")


def _in_month(phrase: Phrase, telling: Telling, told: Callable[[int, int], str]) -> Read:
    month = phrase.number("month")
    if month is None and telling.after is not None:  # "9" of "9 and 12 August"
        month = calendar.bounds(telling.after)[0].month
    year = year_of(phrase, month, telling) if month else None
    return Read(told(year[0], month), year[1]) if year and month else UNSTATED


def day(phrase: Phrase, telling: Telling) -> Read:
    """9 August 2020; August 9; the ninth of August."""
    number = int(phrase.values["day"][0])
    return _in_month(phrase, telling, lambda year, month: _calendar_day(year, month, number))


def days(phrase: Phrase, telling: Telling) -> Read:
    """From 9 to 12 August 2020."""
    first, last = (int(value) for value in phrase.values["day"][:2])

    def stretch(year: int, month: int) -> str:
        if not 1 <= first < last <= monthrange(year, month)[1]:
            return f"{year:04}-{month:02}"
        return f"{_calendar_day(year, month, first)}/{_calendar_day(year, month, last)}"

    return _in_month(phrase, telling, stretch)


def month(phrase: Phrase, telling: Telling) -> Read:
    """August 2020; in August."""
    return _in_month(phrase, telling, lambda year, month: f"{year:04}-{month:02}")


def part(phrase: Phrase, telling: Telling) -> Read:
    """Early, mid, late August 2020."""
    third = phrase.number("part") or 0
    return _in_month(phrase, telling, lambda year, month: calendar.third_of_month(year, month, third))


def month_half(phrase: Phrase, telling: Telling) -> Read:
    """The first half of August 2020."""
    second = phrase.values["day"][0] != 1

    def half(year: int, month: int) -> str:
        last = monthrange(year, month)[1] if second else 15
        return f"[{year:04}-{month:02}-{16 if second else 1:02}..{year:04}-{month:02}-{last:02}]"

    return _in_month(phrase, telling, half)


def week_of_month(phrase: Phrase, telling: Telling) -> Read:
    """The second week of August 2020: days 8–14. The first days: 1–7. The ninth day: 9. The last week: the last 7."""
    week = int(phrase.values["day"][0]) if "day" in phrase.values else 5
    if week > 1 and "day" in phrase.values and "day" in phrase.values.get("unit", []):
        return day(phrase, telling)

    def seven_days(year: int, month: int) -> str:
        last = monthrange(year, month)[1]
        first = last - 6 if week > 4 else 7 * week - 6
        return f"[{year:04}-{month:02}-{first:02}..{year:04}-{month:02}-{first + 6:02}]"

    return _in_month(phrase, telling, seven_days)


def season(phrase: Phrase, telling: Telling) -> Read:
    """Spring 2020; in spring; the winter of 2020–21, which is the winter of 2021."""
    name = phrase.word("season") or ""
    year = year_of(phrase, MIDDLE[name], telling)
    if year is None:
        return UNSTATED
    two_years = len(phrase.values.get("year", [])) == 2 or "number" in phrase.values
    return Read(calendar.season_of(year[0] + (two_years and name == "winter"), name), year[1])


def season_part(phrase: Phrase, telling: Telling) -> Read:
    """Early spring 2020."""
    read = season(phrase, telling)
    return (
        read if read.date is None else Read(calendar.third_of_season(read.date, phrase.number("part") or 0), read.basis)
    )


def year(phrase: Phrase, telling: Telling) -> Read:
    """In 2020."""
    return Read(f"{phrase.number('year'):04}", "explicit")


def years(phrase: Phrase, telling: Telling) -> Read:
    """2019–2021."""
    first, last = (int(value) for value in phrase.values["year"][:2])
    return Read(f"{first:04}/{last:04}", "explicit") if first < last else UNSTATED


def year_part(phrase: Phrase, telling: Telling) -> Read:
    """Early, mid, late 2020: four months each."""
    return Read(calendar.third_of_year(phrase.number("year") or 0, phrase.number("part") or 0), "explicit")


def year_half(phrase: Phrase, telling: Telling) -> Read:
    """The first half of 2020."""
    told, second = phrase.number("year"), phrase.values["day"][0] != 1
    return Read(f"[{told}-07..{told}-12]" if second else f"[{told}-01..{told}-06]", "explicit")


def decade(phrase: Phrase, telling: Telling) -> Read:
    """The 1990s."""
    told = phrase.word("decade") or str(phrase.number("year"))[:3]
    return Read(f"{told}X", "explicit")
