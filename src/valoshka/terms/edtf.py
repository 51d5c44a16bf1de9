"""Fuzzy dates: an own small subset of EDTF (ISO 8601-2:2019), enough for what people can say about when.

    2021-04-12   2021-04   2021   202X   2021-04-XX   2021-XX      a day, a month, a year, unspecified digits
    2021-21 -22 -23 -24                                            spring, summer, autumn, winter
    2021-04~   2021?   2021-04-12%                                 about, uncertain, both
    [2021-04-01..2021-04-10]  [2020,2021]  [..2020-10]  [2020..]   one day out of these
    2020-08-09/2020-08-12  2019/..  ../2020  2019/  /2020          a stretch of time; open (..) or unknown ends

Winter carries the year in which it ends: winter 2021 runs from 1 December 2020 to the last of February 2021. A `~`,
`?` or `%` does not widen `earliest` and `latest`: nobody said by how much.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable

Precision = Literal["day", "month", "season", "year", "decade", "century"]
Kind = Literal["date", "set", "interval"]

LONGEST = 500  # characters; a field that holds more holds something else
PRECISIONS: tuple[Precision, ...] = ("day", "month", "season", "year", "decade", "century")
EXAMPLES = "2020-08-12, 2020-08, 2020, 2021-24 (winter 2020–21), 2020-08~ or [2021-04-01..2021-04-10]"
_POINT = re.compile(r"([0-9]{2}(?:[0-9]{2}|[0-9]X|XX))(?:-([0-9]{2}|XX))?(?:-([0-9]{2}|XX))?([~?%]?)")
# Nothing but these may be repeated in a message: a name typed into the wrong field must not reach a log.
_SPEAKABLE = re.compile(r"[0-9X~?%./,\[\]-]{1,60}")
_FIRST_MONTH_OF_SEASON = {21: 3, 22: 6, 23: 9, 24: 12}


class EdtfError(Refused, ValueError):
    """A text is no date of the subset; the message says why and gives examples."""


@dataclass(frozen=True)
class Point:
    """One calendar unit as written: `2021-04~` is month 4 of 2021, about. `text` is without the qualifier."""

    text: str
    qualifier: str
    precision: Precision
    earliest: date
    latest: date

    def __str__(self) -> str:
        """As EDTF writes it."""
        return self.text + self.qualifier


@dataclass(frozen=True)
class Span:
    """From one point to another, each of them open (`..`), unknown (an empty string) or a point."""

    start: Point | Literal["..", ""]
    end: Point | Literal["..", ""]


@dataclass(frozen=True)
class Edtf:
    """A fuzzy date. `earliest` and `latest` are days, or `None` where that end is open or unknown."""

    text: str
    kind: Kind
    spans: tuple[Span, ...]
    earliest: date | None
    latest: date | None

    def __str__(self) -> str:
        """As EDTF writes it; `parse` reads it back."""
        return self.text


def _refusal(text: str, why: str) -> EdtfError:
    what = f"“{text}”" if _SPEAKABLE.fullmatch(text) else "What stands in the date"
    return EdtfError(f"{what} {why}. Write for example {EXAMPLES}.")


def _month(year: int, month: int) -> tuple[date, date]:
    after = date(year + month // 12, month % 12 + 1, 1) if (year, month) != (9999, 12) else None
    return date(year, month, 1), after - timedelta(days=1) if after else date.max


def _bounds(year: str, month: str | None, day: str | None) -> tuple[Precision, date, date]:
    if "X" in year or month is None or month == "XX":
        if ((month or day) and "X" in year) or (day and day != "XX"):
            raise ValueError("gives a finer part after an unspecified one")
        first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
        unspecified: Precision = ("year", "decade", "century")[year.count("X")]
        return unspecified, date(first, 1, 1), date(last, 12, 31)
    if int(month) in _FIRST_MONTH_OF_SEASON and day is None:
        start = _FIRST_MONTH_OF_SEASON[int(month)]
        winter = start == 12
        return "season", date(int(year) - winter, start, 1), _month(int(year), (start + 2) % 12)[1]
    if not 1 <= int(month) <= 12:
        raise ValueError("has no such month; months are 01 to 12, seasons 21 to 24")
    if day is None or day == "XX":
        return "month", *_month(int(year), int(month))
    exact = date(int(year), int(month), int(day))
    return "day", exact, exact


def _point(text: str, whole: str) -> Point:
    match = _POINT.fullmatch(text)
    if match is None:
        raise _refusal(whole, "is not a date that can be read here")
    year, month, day, qualifier = match.groups()
    try:
        precision, earliest, latest = _bounds(year, month, day)
    except ValueError as error:
        known = str(error).startswith(("gives", "has"))
        raise _refusal(whole, str(error) if known else "is not a day in the calendar") from error
    return Point(text.removesuffix(qualifier), qualifier, precision, earliest, latest)


def _end(text: str, whole: str) -> Point | Literal["..", ""]:
    if text == "..":
        return ".."
    return _point(text, whole) if text else ""


def _span(start: str, end: str, whole: str) -> Span:
    span = Span(_end(start, whole), _end(end, whole))
    if not isinstance(span.start, Point) and not isinstance(span.end, Point):
        raise _refusal(whole, "has neither a beginning nor an end")
    if isinstance(span.start, Point) and isinstance(span.end, Point) and span.start.earliest > span.end.latest:
        raise _refusal(whole, "ends before it begins")
    return span


def _member(text: str, whole: str) -> Span:
    start, dots, end = text.partition("..")
    return _span(start or "..", end or "..", whole) if dots else _span(text, text, whole)


def one_of(ranges: Iterable[tuple[str, str]]) -> str:
    """The EDTF of a set, from beginnings and ends (`..` where open; the same text twice for a single member).

    >>> one_of([("2020", "2020"), ("2021-04", "..")])
    '[2020,2021-04..]'
    """
    members = (start if start == end else f"{start}..{end}".replace("....", "..") for start, end in ranges)
    return "[" + ",".join(members) + "]"


def _written(kind: Kind, spans: Iterable[Span]) -> str:
    if kind == "set":
        return one_of((str(span.start), str(span.end)) for span in spans)
    (span,) = spans
    return f"{span.start}/{span.end}" if kind == "interval" else str(span.start)


def _edtf(kind: Kind, spans: tuple[Span, ...]) -> Edtf:
    starts = [span.start.earliest if isinstance(span.start, Point) else None for span in spans]
    ends = [span.end.latest if isinstance(span.end, Point) else None for span in spans]
    earliest = None if None in starts else min(day for day in starts if day)
    latest = None if None in ends else max(day for day in ends if day)
    return Edtf(_written(kind, spans), kind, spans, earliest, latest)


@lru_cache(maxsize=4096)
def parse(text: str) -> Edtf:
    """Read a date of the subset above; spaces do not matter.

    Raises `EdtfError`, which says what is wrong and gives examples.

    >>> parse("2021-24").earliest, parse("2021-24").latest
    (datetime.date(2020, 12, 1), datetime.date(2021, 2, 28))
    >>> parse("2019/..").latest is None
    True
    """
    if len(text) > LONGEST:
        raise _refusal("", f"is longer than {LONGEST} characters")
    bare = "".join(text.split())
    if not bare:
        raise _refusal("", "is empty")
    if bare.startswith("[") and bare.endswith("]"):
        return _edtf("set", tuple(_member(part, bare) for part in bare[1:-1].split(",")))
    if bare.count("/") == 1:
        start, end = bare.split("/")
        return _edtf("interval", (_span(start, end, bare),))
    point = _point(bare, bare)
    return _edtf("date", (Span(point, point),))


def _points(edtf: Edtf) -> list[Point]:
    return [point for span in edtf.spans for point in (span.start, span.end) if isinstance(point, Point)]


def precision(edtf: Edtf) -> Precision:
    """The finest unit that the date is written in. Parts of a month ("early April") count as `day`.

    >>> precision(parse("2020-08~")), precision(parse("[2021-04-01..2021-04-10]"))
    ('month', 'day')
    """
    return min((point.precision for point in _points(edtf)), key=PRECISIONS.index)


def sort_key(edtf: Edtf) -> tuple[date, date]:
    """A key that puts dates in order of time; a date without a beginning stands at its end."""
    return edtf.earliest or edtf.latest or date.max, edtf.latest or date.max


def overlap(one: Edtf, other: Edtf) -> bool:
    """Whether both could be the same day. An open or unknown end reaches as far as time does.

    >>> overlap(parse("2020-08"), parse("2020-08-31/..")), overlap(parse("2020-08"), parse("2020-09"))
    (True, False)
    """
    return (one.earliest or date.min) <= (other.latest or date.max) and (other.earliest or date.min) <= (
        one.latest or date.max
    )


def covers(wide: Edtf, narrow: Edtf) -> bool:
    """Whether every day of `narrow` lies between the earliest and the latest of `wide`."""
    return (wide.earliest or date.min) <= (narrow.earliest or date.min) and (narrow.latest or date.max) <= (
        wide.latest or date.max
    )


def coarsen(edtf: Edtf, to: Precision) -> Edtf:
    """The same date in units no finer than `to`, for publishing; it always covers the original.

    >>> str(coarsen(parse("[2021-04-01..2021-04-10]"), "month")), str(coarsen(parse("2021-24"), "year"))
    ('2021-04', '[2020..2021]')
    """
    from valoshka.terms.coarse_dates import coarse  # it needs this module's types

    return parse(coarse(edtf, to))


def shown(edtf: Edtf, language: str, space: str = " ") -> str:
    """The date in the reader's words, in `en`, `be` or `ru`; `space` joins words that no line may part.

    >>> shown(parse("[2021-04-01..2021-04-10]"), "en"), shown(parse("2021-24"), "en")
    ('early April 2021', 'winter 2020–21')
    """
    from valoshka.terms.shown_dates import in_words  # as above

    return in_words(edtf, language, space)
