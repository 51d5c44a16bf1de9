"""Meanings of phrases that lean on another date: "two days later", "that winter", "at the time", "yesterday".

Those of a story lean on the date last told. Those that lean on the moment of telling ("yesterday", "last year", "a week
ago") need to know when the text was told, and stay without a date if nobody said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.terms.dates import calendar
from valoshka.terms.dates.phrase import UNSTATED, Phrase, Read, Telling, year_near
from valoshka.terms.dates.stated import MIDDLE
from valoshka.terms.edtf import parse

if TYPE_CHECKING:
    from valoshka.terms.edtf import Edtf


def _half_a_year(phrase: Phrase) -> bool:
    return "half_year" in phrase.values or ("half" in phrase.values and "yearword" in phrase.values)


def _count(phrase: Phrase, unit: str) -> tuple[int, int]:
    few = phrase.word("few")
    if few is not None:
        return calendar.FEW[unit] if few == "few" else calendar.COUPLE
    if _half_a_year(phrase):
        return 6, 6
    number = phrase.number("number") or phrase.number("count") or 1
    return number, number


def _unit(phrase: Phrase) -> str:
    if _half_a_year(phrase):
        return "month"
    return phrase.word("yearword") or phrase.word("unit") or "day"


def moved(phrase: Phrase, known: Edtf, sign: int) -> str:
    """So many units after (`sign` 1) or before (-1) a known date."""
    unit = _unit(phrase)
    counts = sorted(sign * count for count in _count(phrase, unit))
    return calendar.shifted(known, counts[0], counts[1], unit)


def later(phrase: Phrase, telling: Telling) -> Read:
    """Two days later."""
    return Read(moved(phrase, telling.before, 1), "inferred") if telling.before else UNSTATED


def later_some(phrase: Phrase, telling: Telling) -> Read:
    """Weeks later: a few."""
    return later(Phrase(phrase.means, {**phrase.values, "few": ["few"]}), telling)


def earlier(phrase: Phrase, telling: Telling) -> Read:
    """A month before."""
    return Read(moved(phrase, telling.before, -1), "inferred") if telling.before else UNSTATED


def _step(phrase: Phrase, known: Edtf | None, step: int) -> Read:
    return Read(calendar.following(known, _unit(phrase), step), "inferred") if known else UNSTATED


def next_unit(phrase: Phrase, telling: Telling) -> Read:
    """The next day; the following week."""
    return _step(phrase, telling.before, 1)


def previous_unit(phrase: Phrase, telling: Telling) -> Read:
    """The previous day; the day before."""
    return _step(phrase, telling.before, -1)


def same(phrase: Phrase, telling: Telling) -> Read:
    """The same month; that evening."""
    return _step(phrase, telling.before, 0)


def _month_of(phrase: Phrase) -> int:
    return phrase.number("month") or MIDDLE[phrase.word("season") or "winter"]


def _named(phrase: Phrase, year: int) -> str:
    name = phrase.word("season")
    return calendar.season_of(year, name) if name else f"{year:04}-{phrase.number('month'):02}"


def that_named(phrase: Phrase, telling: Telling) -> Read:
    """That winter; that August."""
    year = year_near(_month_of(phrase), telling)
    return UNSTATED if year is None else Read(_named(phrase, year), "inferred")


def next_named(phrase: Phrase, telling: Telling) -> Read:
    """The following spring; the next October."""
    if telling.before is None:
        return UNSTATED
    _, last = calendar.bounds(telling.before)
    tries = (_named(phrase, last.year + on) for on in range(3))
    return Read(next(told for told in tries if calendar.bounds(parse(told))[0] > last), "inferred")


def at_the_time(phrase: Phrase, telling: Telling) -> Read:
    """At the time: about the date last told."""
    return Read(calendar.blurred(telling.before), "inferred") if telling.before else UNSTATED


def soon(phrase: Phrase, telling: Telling) -> Read:
    """Shortly afterwards: within a month of the date last told."""
    return Read(calendar.soon_after(telling.before), "inferred") if telling.before else UNSTATED


def event(phrase: Phrase, telling: Telling) -> Read:
    """Two days after she was released: it leans on an event, and nobody has said when that was."""
    return UNSTATED


def _this(phrase: Phrase, telling: Telling) -> Read:
    """«В этот день» of a story is that day."""
    if "month" in phrase.values or "season" in phrase.values:
        return that_named(phrase, telling)
    return UNSTATED if "weekday" in phrase.values else _step(phrase, telling.before, 0)


def _last_named(phrase: Phrase, told: Edtf) -> str:
    first, _ = calendar.bounds(told)
    tries = (_named(phrase, first.year - back) for back in range(3))
    return next(date for date in tries if calendar.bounds(parse(date))[1] < first)


def deictic(phrase: Phrase, telling: Telling) -> Read:
    """Yesterday; a week ago; last year; last spring: counted from the telling."""
    if telling.told is None:
        return _this(phrase, telling) if "this" in phrase.values else UNSTATED
    told = telling.told
    if "today" in phrase.values:
        days = phrase.number("today") or 0
        return Read(calendar.shifted(told, days, days, "day"), "inferred")
    if "ago" in phrase.values:
        return Read(moved(phrase, told, -1), "inferred")
    last = "last" in phrase.values
    if "month" in phrase.values or "season" in phrase.values:
        return Read(_last_named(phrase, told), "inferred") if last else that_named(phrase, Telling(before=told))
    return UNSTATED if "weekday" in phrase.values else _step(phrase, told, -1 if last else 0)
