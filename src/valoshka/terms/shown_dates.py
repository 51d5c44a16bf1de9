"""Fuzzy dates in the reader's words; the words are in `dates/shown.yml`."""

from __future__ import annotations

from calendar import monthrange
from functools import cache
from typing import TYPE_CHECKING, TypedDict

from valoshka.errors import Refused
from valoshka.own_yaml import own_yaml
from valoshka.terms.edtf import Point

if TYPE_CHECKING:
    from valoshka.terms.edtf import Edtf, Kind, Span


class Forms(TypedDict):
    """Twelve months or four seasons, standing alone and after a preposition."""

    plain: list[str]
    of: list[str]


class Words(TypedDict):
    """One language's forms and templates."""

    months: Forms
    seasons: Forms
    plain: dict[str, str]
    of: dict[str, str]
    short: dict[str, str]
    third: list[str]
    between: str
    between_days: str
    from_to: str
    from_to_close: str
    years: str
    since: str
    eased: dict[str, str]
    until: str
    since_unknown: str
    until_unknown: str
    no_earlier: str
    no_later: str
    about: str
    uncertain: str
    either: str


@cache
def _languages() -> dict[str, Words]:
    whole: dict[str, Words] = own_yaml("valoshka.terms", "dates/shown.yml")
    return whole


def _year(point: Point) -> str:
    digits = point.text[:4]
    return digits.replace("X", "0")


def _fields(point: Point, words: Words, case: str) -> dict[str, str]:
    year, month = _year(point), point.latest.month
    genitive = case == "of"
    return {
        "day": str(point.earliest.day),
        "month": (words["months"]["of"] if genitive else words["months"]["plain"])[month - 1],
        "months_of": words["months"]["of"][month - 1],
        "season": (words["seasons"]["of"] if genitive else words["seasons"]["plain"])[(point.earliest.month - 3) // 3],
        "year": year,
        "before": f"{int(year) - 1:04}",
        "last_two": year[2:],
    }


def _name(point: Point) -> str:
    return "winter" if point.precision == "season" and point.earliest.month == 12 else point.precision


def _full(point: Point, words: Words, case: str) -> str:
    templates = words["of"] if case == "of" else words["plain"]
    text = templates[_name(point)].format_map(_fields(point, words, case))
    if point.qualifier in ("~", "%"):
        text = words["about"].format(date=text)
    if point.qualifier in ("?", "%"):
        text = words["uncertain"].format(date=text)
    return text


def _beginning(start: Point, end: Point, words: Words, case: str) -> str:
    """The first date without what the second says again: "9" of "9–12 August 2020"."""
    alike = start.precision == end.precision and not start.qualifier and start.text[:4] == end.text[:4]
    if not alike or _name(start) == "winter" or start.precision not in words["short"]:
        return _full(start, words, case)
    same_month = start.precision == "day" and start.text[:7] == end.text[:7] and not end.qualifier
    return words["short"]["days" if same_month else start.precision].format_map(_fields(start, words, case))


def _third(start: Point, end: Point) -> int | None:
    """Which third of one month the two days bound (0, 1, 2), if they do."""
    whole_days = start.precision == end.precision == "day" and not start.qualifier + end.qualifier
    if not whole_days or start.text[:7] != end.text[:7]:
        return None
    last = monthrange(start.earliest.year, start.earliest.month)[1]
    thirds = [(1, 10), (11, 20), (21, last)]
    days = start.earliest.day, end.earliest.day
    return thirds.index(days) if days in thirds else None


def _out_of(start: Point, end: Point, words: Words) -> str:
    third = _third(start, end)
    if third is not None:
        month = Point(start.text[:7], "", "month", start.earliest, end.latest)
        return words["third"][third].format(month=_full(month, words, "plain"), month_of=_full(month, words, "of"))
    template = words["between_days"] if start.precision == end.precision == "day" else words["between"]
    return template.format(start=_beginning(start, end, words, "of"), end=_full(end, words, "of"))


def _stretch(start: Point, end: Point, words: Words) -> str:
    if start.precision == end.precision == "year" and not start.qualifier + end.qualifier:
        return words["years"].format(start=_year(start), end=_year(end))
    beginning = _beginning(start, end, words, "plain")
    close = not {" ", "_"} & set(beginning)
    return words["from_to_close" if close else "from_to"].format(start=beginning, end=_full(end, words, "plain"))


def _one_end(span: Span, kind: Kind, words: Words) -> str:
    if isinstance(span.start, Point):
        known = words["no_earlier"] if kind == "set" else words["since" if span.end else "since_unknown"]
        return known.format(start=_full(span.start, words, "of"))
    if isinstance(span.end, Point):
        known = words["no_later"] if kind == "set" else words["until" if span.start else "until_unknown"]
        return known.format(end=_full(span.end, words, "of"))
    raise AssertionError("parse refuses a span without any point")


def _span(span: Span, kind: Kind, words: Words) -> str:
    if not isinstance(span.start, Point) or not isinstance(span.end, Point):
        return _one_end(span, kind, words)
    if span.start == span.end:
        return _full(span.start, words, "plain")
    return (_out_of if kind == "set" else _stretch)(span.start, span.end, words)


def in_words(edtf: Edtf, language: str, space: str = " ") -> str:
    """The date in `language`; `edtf.shown` is the way in.

    Raises `Refused` for a language without words.

    >>> from valoshka.terms.edtf import parse
    >>> in_words(parse("2020-08-09/2020-08-12"), "en"), in_words(parse("2021-24"), "be")
    ('9–12 August 2020', 'зіма 2020–2021 гадоў')
    """
    if language not in _languages():
        raise Refused(f"Dates can be shown in {', '.join(_languages())}, not in “{language[:8]}”. Choose one of these.")
    words = _languages()[language]
    said = words["either"].join(_span(span, edtf.kind, words) for span in edtf.spans)
    for hard, eased in words["eased"].items():
        said = said.replace(hard, eased)
    return said.replace("_", space)
