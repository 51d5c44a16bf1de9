"""What the calendar makes of "early April", "two days later", "that winter": EDTF out of days, never a guessed day."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from valoshka.terms.coarse_dates import unit
from valoshka.terms.edtf import Edtf, Precision, parse, precision

DAYS = {"day": 1, "week": 7, "fortnight": 14}
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}
SHORT = timedelta(days=20)  # a stretch longer than this is known to the month at best
SOON = 30  # days: "shortly afterwards"
# "A few" days, weeks, months, years; "a couple" is two or three.
FEW = {"day": (2, 7), "week": (2, 6), "month": (2, 6), "year": (2, 5), "hour": (1, 12), "fortnight": (2, 4)}
COUPLE = (2, 3)


def bounds(edtf: Edtf) -> tuple[date, date]:
    """The first and last day of a date that has both."""
    if edtf.earliest is None or edtf.latest is None:
        raise ValueError("an open date cannot be counted from")
    return edtf.earliest, edtf.latest


def between(first: date, last: date, to: Precision = "day") -> str:
    """One day out of `first` to `last`, in units of `to`.

    >>> between(date(2020, 8, 9), date(2020, 8, 9)), between(date(2020, 8, 9), date(2020, 9, 1), "month")
    ('2020-08-09', '[2020-08..2020-09]')
    """
    start, end = unit(first, to), unit(last, to)
    return start if start == end else f"[{start}..{end}]"


def third_of_month(year: int, month: int, third: int) -> str:
    """Days 1–10, 11–20 or 21–last of a month.

    >>> third_of_month(2021, 2, 2)
    '[2021-02-21..2021-02-28]'
    """
    last = monthrange(year, month)[1]
    start, end = ((1, 10), (11, 20), (21, last))[third]
    return f"[{year:04}-{month:02}-{start:02}..{year:04}-{month:02}-{end:02}]"


def third_of_year(year: int, third: int) -> str:
    """Four months: "early", "mid" or "late" in a year.

    >>> third_of_year(2021, 0)
    '[2021-01..2021-04]'
    """
    return f"[{year:04}-{4 * third + 1:02}..{year:04}-{4 * third + 4:02}]"


def third_of_season(season: str, third: int) -> str:
    """The first, second or third month of a season, about.

    >>> third_of_season("2021-24", 0)
    '2020-12~'
    """
    first, _ = bounds(parse(season))
    return unit(month_on(first, third), "month") + "~"


def month_on(day: date, months: int) -> date:
    """`day` so many months on or back, at the month's last day if it has fewer days."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def blurred(known: Edtf) -> str:
    """About the same time: the date with `~`, if it is one unit.

    >>> blurred(parse("2020-10")), blurred(parse("[2021-04-01..2021-04-10]"))
    ('2020-10~', '[2021-04-01..2021-04-10]')
    """
    return known.text.rstrip("~?%") + "~" if known.kind == "date" else known.text


def _by_days(known: Edtf, least: int, most: int) -> str:
    first, last = bounds(known)
    if last - first > SHORT:
        if max(abs(least), abs(most)) < 10:
            return blurred(known)
        return between(first + timedelta(least), last + timedelta(most), "month")
    return between(first + timedelta(least), last + timedelta(most))


def _by_months(known: Edtf, least: int, most: int) -> str:
    first, last = bounds(known)
    told = between(month_on(first, least), month_on(last, most), "month")
    return told if told.startswith("[") else told + "~"


def _by_years(known: Edtf, least: int, most: int) -> str:
    first, last = bounds(known)
    if precision(known) in ("day", "month") and least == most:
        return _by_months(known, 12 * least, 12 * most)
    return between(month_on(first, 12 * least), month_on(last, 12 * most), "year")


def shifted(known: Edtf, least: int, most: int, of: str) -> str:
    """The date `least` to `most` units after `known` (before it, if negative; `least` is the nearer to the past).

    Days are counted exactly; a week is give or take three days; a month or a year later is told to the month, about.
    Counting days from a date known only to the month leaves that month, about: a day would be invented.

    >>> shifted(parse("2020-08-10"), 2, 2, "day"), shifted(parse("2020-10"), 2, 2, "day")
    ('2020-08-12', '2020-10~')
    >>> shifted(parse("[2021-04-01..2021-04-10]"), 2, 7, "day"), shifted(parse("2020-08-10"), 1, 1, "week")
    ('[2021-04-03..2021-04-17]', '[2020-08-14..2020-08-20]')
    """
    if of == "hour":
        return known.text
    if of == "month":
        return _by_months(known, least, most)
    if of == "year":
        return _by_years(known, least, most)
    give = 0 if of == "day" else 3
    return _by_days(known, least * DAYS[of] - give, most * DAYS[of] + give)


def following(known: Edtf, of: str, step: int) -> str:
    """The next (`step` 1), the same (0) or the previous (-1) day, week, month or year.

    >>> following(parse("2020-08-12"), "week", 1), following(parse("2020-12"), "month", 1)
    ('[2020-08-17..2020-08-23]', '2021-01')
    """
    first, last = bounds(known)
    if of in ("day", "hour"):
        return shifted(known, step, step, "day") if step and of == "day" else known.text
    if of in ("week", "fortnight"):
        if last - first > SHORT:
            return blurred(known)
        monday = first - timedelta(first.weekday()) + timedelta(7 * step)
        return between(monday, last + timedelta(6 - last.weekday()) + timedelta(7 * step))
    months = step if of == "month" else 12 * step
    to: Precision = "month" if of == "month" else "year"
    return between(month_on(first, months), month_on(last, months), to)


def season_of(year: int, season: str) -> str:
    """A season as EDTF; winter is given by the year in which it ends.

    >>> season_of(2021, "winter")
    '2021-24'
    """
    return f"{year:04}-{SEASONS[season]}"


def soon_after(known: Edtf) -> str:
    """Within a month after: from the first day that `known` can be to `SOON` days after its last.

    >>> soon_after(parse("2020-08-10")), soon_after(parse("2020-04"))
    ('[2020-08-10..2020-09-09]', '[2020-04..2020-05]')
    """
    first, last = bounds(known)
    return between(first, last + timedelta(SOON), "day" if last - first <= SHORT else "month")
