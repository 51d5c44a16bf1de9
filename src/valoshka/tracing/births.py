"""When somebody was born, as lists say it: a year, a date in any usual form, an age."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, cast

from valoshka.own_yaml import own_yaml
from valoshka.terms import edtf, spoken_dates

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from valoshka.terms.edtf import Edtf

_DAY_FIRST = re.compile(r"(?<![\d.])(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{4}|\d{2})(?![\d])")
_YEAR_FIRST = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?[./-]\s?(\d{1,2})(?:\s?[./-]\s?(\d{1,2}))?(?!\d)")
_MONTH = re.compile(r"(?<![\d./-])(\d{1,2})[./-]((?:19|20)\d\d)(?!\d)")
_YEAR = re.compile(r"(?<!\d)((?:18|19|20)\d\d)(?!\d)")
_NUMBER = re.compile(r"(?<![\d.,/-])(\d{1,3})(?![\d/]|[.,-]\d)")
_A_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SERIAL_DAY_0 = date(1899, 12, 30)  # of spreadsheets: ECMA-376 part 1, 18.17.4.1
_SERIALS = range(4_000, 60_000)  # 1910 to 2064; smaller numbers are years or ages
_YOUNGEST, _OLDEST = 10, 110  # years; a date nearer to the list's own is that of an arrest
_NEAR = 24  # characters between a year and the word that makes it a birth
_LANGUAGES = ("ru", "be", "en")


class _Candidate(NamedTuple):
    """A date within a text: `text[start:end]`, as EDTF, and its year."""

    start: int
    end: int
    born: str
    year: int


@cache
def _words(group: str) -> str:
    stored = own_yaml("valoshka.tracing", "births.yml")
    languages = cast(dict[str, dict[str, list[str]]], stored)[group]
    wordings = sorted({word for words in languages.values() for word in words}, key=lambda word: -len(word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s*") for word in wordings)


@cache
def _born() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_words('born')})(?!\w)", re.IGNORECASE)


@cache
def _aged() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\d./])(\d{{1,3}})[\s-]*(?:{_words('age_after')})(?!\w)"
        rf"|(?<!\w)(?:{_words('age_before')})[\s:.-]*(\d{{1,3}})(?!\d)",
        re.IGNORECASE,
    )


def read_birth(cell: str, list_year: int) -> Edtf | None:
    """The birth in a cell of a column of births: a date, a year, a spreadsheet's day number; `None` if there is none.

    Two figures for a year mean the last such year before `list_year`. The day comes first unless that cannot be.

    >>> [str(read_birth(cell, 2020)) for cell in ("12.03.82", "03/25/1982", "1982 г.р.", "30022", "12 марта 1982")]
    ['1982-03-12', '1982-03-25', '1982', '1982-03-12', '1982-03-12']
    """
    bare = cell.strip().removesuffix(".0")
    if bare.isdecimal() and bare.isascii() and int(bare[:9]) in _SERIALS:
        return edtf.parse((_SERIAL_DAY_0 + timedelta(days=int(bare))).isoformat())
    found = next(iter(_candidates(cell, list_year)), None)
    spoken = _spoken(cell, found.born) if found and len(found.born) == 4 else None
    return edtf.parse(spoken or found.born) if found else None


def read_age(cell: str, list_year: int) -> Edtf | None:
    """The two years of birth that an age in `list_year` leaves open.

    >>> str(read_age("35 гадоў", 2020)), read_age("", 2020)
    ('[1984..1985]', None)
    """
    found = _NUMBER.search(cell)
    return _of_age(int(found[1]), list_year) if found else None


def birth_within(line: str, list_year: int) -> Edtf | None:
    """The birth that a line of free text tells, beside a name, of which other dates may be those of an arrest.

    >>> str(birth_within("Бонч Г.П., 12.03.1990, затрымана 09.08.2020", 2020))
    '1990-03-12'
    >>> str(birth_within("Halina Bonch, 35 y.o., 15 days", 2020))
    '[1984..1985]'
    """
    candidates = list(_candidates(line, list_year))
    said = [match.span() for match in _born().finditer(line)]
    beside = sorted(
        (each for each in candidates if _distance(each, said) <= _NEAR), key=lambda each: _distance(each, said)
    )
    likely = beside or [each for each in candidates if _YOUNGEST <= list_year - each.year <= _OLDEST]
    if likely:
        found = likely[0]
        spoken = _spoken(line[max(0, found.start - _NEAR) : found.end], found.born) if len(found.born) == 4 else None
        return edtf.parse(spoken or found.born)
    aged = _aged().search(line)
    return _of_age(int(aged[1] or aged[2]), list_year) if aged else None


def says_age(line: str) -> bool:
    """Whether a line of free text tells somebody's age, which is no birth without the year in which it was true.

    >>> says_age("Бонч Г.П., 35 гадоў"), says_age("Бонч Г.П., 15 сутак")
    (True, False)
    """
    return bool(_aged().search(line))


def _distance(one: _Candidate, said: Sequence[tuple[int, int]]) -> int:
    """Characters to the nearest word that tells of a birth."""
    return min((max(start - one.end, one.start - end) for start, end in said), default=_NEAR + 1)


def _of_age(age: int, list_year: int) -> Edtf | None:
    return edtf.parse(f"[{list_year - age - 1}..{list_year - age}]") if 0 < age <= _OLDEST else None


def _candidates(text: str, list_year: int) -> Iterator[_Candidate]:
    """Every date and year in `text`, in order; none within another."""
    found: list[_Candidate] = []
    for pattern, told in ((_DAY_FIRST, _day_first), (_YEAR_FIRST, _year_first), (_MONTH, _month), (_YEAR, _year)):
        for match in pattern.finditer(text):
            if any(match.start() < other.end and other.start < match.end() for other in found):
                continue
            born = told(match, list_year)
            if born:
                found.append(_Candidate(*match.span(), born, int(born[:4])))
    yield from sorted(found)


def _day_first(match: re.Match[str], list_year: int) -> str | None:
    day, month = int(match[1]), int(match[2])
    if month > 12 >= day:  # as in America: it cannot be read otherwise
        day, month = month, day
    year = int(match[3])
    if len(match[3]) == 2:
        year += 1900 if year + 2000 > list_year else 2000
    return _calendar_day(year, month, day)


def _year_first(match: re.Match[str], _: int) -> str | None:
    year, month, day = int(match[1]), int(match[2]), match[3]
    if day is None:
        return f"{year:04}-{month:02}" if 1 <= month <= 12 else None
    return _calendar_day(year, month, int(day)) or _calendar_day(year, int(day), month)


def _month(match: re.Match[str], _: int) -> str | None:
    return f"{match[2]}-{int(match[1]):02}" if 1 <= int(match[1]) <= 12 else None


def _year(match: re.Match[str], _: int) -> str | None:
    return match[1]


def _calendar_day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _spoken(text: str, year: str) -> str | None:
    """A date in words, which says more than the year in figures."""
    for language in _LANGUAGES:
        for spoken in spoken_dates.find(text, language):
            # A day, because "Jan, 1970" behind a surname is no month.
            if spoken.quote.count(year) and _A_DAY.fullmatch(spoken.date or ""):
                return spoken.date
    return None
