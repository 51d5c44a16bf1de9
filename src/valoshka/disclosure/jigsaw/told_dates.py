"""The dates of a text, each part of it read in its own language, and how narrow they are."""

from __future__ import annotations

import calendar
import functools
import itertools
import re
from typing import TYPE_CHECKING, NamedTuple, cast

from valoshka.disclosure.jigsaw.knowledge import entries
from valoshka.disclosure.jigsaw.languages import language_of
from valoshka.disclosure.jigsaw.plain_dates import plainly
from valoshka.disclosure.jigsaw.sayings import Sayings
from valoshka.disclosure.jigsaw.sentences import sentences
from valoshka.names.words import words
from valoshka.terms import edtf, spoken_dates

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from valoshka.names.words import Word

_BREAK = re.compile(r"\n\s*\n")
_END, _SAME = "end_of_the_month", "same_month"
_LAST_DAYS = 21  # from which day on "the end of the month" is, as of a month that is named
_MONTH = 31  # days
_SINCE = "/.."  # how EDTF ends what still goes on


class ToldDate(NamedTuple):
    """A date told at `start`-`end` (code points), as EDTF; `inferred` if only the text around says of which year."""

    start: int
    end: int
    date: str
    inferred: bool


def told_dates(text: str, told: Sequence[Word] | None = None) -> list[ToldDate]:
    """Every date of `text`, whose words are `told`, in order.

    >>> [each.date for each in told_dates("In early May 2021 she was summoned. By the end of the month she had left.")]
    ['[2021-05-01..2021-05-10]', '[2021-05-21..2021-05-31]']
    """
    found = [
        each._replace(start=start + each.start, end=start + each.end)
        for start, end, language in _stretches(text)
        for each in _read(text[start:end], language)
    ]
    leaning = list(_months(text, found, words(text) if told is None else told))
    apart = [each for each in found if not any(one.start < each.end and each.start < one.end for one in leaning)]
    return sorted([*apart, *leaning])


def _read(text: str, language: str) -> Iterator[ToldDate]:
    plain = plainly(text, language)
    for each in spoken_dates.find(plain.text, language):
        leans = plain.leans(each.start, each.end)
        # "Since October she has lived abroad" says when she left; "after the vote" says of nothing when it was.
        date = (each.date or "").removesuffix(_SINCE)
        if date and not (leans and precision(date) == "none"):
            yield ToldDate(*plain.told(each.start, each.end), date, leans or each.basis == "inferred")


def _months(text: str, found: Sequence[ToldDate], told: Sequence[Word]) -> Iterator[ToldDate]:
    """Months of which a text says only that they are those of the date before."""
    for part, start, end in _sayings().found(text, told) if found else ():
        before = [each for each in found if each.end <= start]
        known = edtf.parse(before[-1].date) if before else None
        if known and known.earliest and known.latest and (known.latest - known.earliest).days < _MONTH:
            year, month = known.latest.year, known.latest.month
            last = calendar.monthrange(year, month)[1]
            whole = f"{year:04}-{month:02}"
            late = f"[{whole}-{_LAST_DAYS}..{whole}-{last}]"
            yield ToldDate(start, end, late if part == _END else whole, True)


@functools.cache
def _sayings() -> Sayings[str]:
    told = cast(dict[str, dict[str, str]], entries("told_dates.yml"))
    return Sayings({part: list(told[part].values()) for part in (_END, _SAME)})


def _stretches(text: str) -> Iterator[tuple[int, int, str]]:
    """Neighbouring sentences of one language. What could be either of two is taken for that of its paragraph."""
    open_at, spoken = 0, ""
    breaks = [0, *(match.end() for match in _BREAK.finditer(text)), len(text)]
    for first, last in itertools.pairwise(breaks):
        whole = language_of(text[first:last], spoken)
        for start, end in sentences(text[first:last]):
            here = language_of(text[first + start : min(first + end, last)], whole)
            if here and spoken and here != spoken:
                yield open_at, first + start, spoken
                open_at = first + start
            spoken = here or spoken
    if spoken:
        yield open_at, len(text), spoken


def precision(date: str | None) -> str:
    """How narrow a date is: `day`, `part` (of a month), `month`, `season`, `year` or `none`.

    >>> precision("2021-05"), precision("[2021-05-21..2021-05-31]")
    ('month', 'part')
    """
    if date is None:
        return "none"
    parsed = edtf.parse(date)
    if parsed.earliest is None or parsed.latest is None:
        return "none"
    days = (parsed.latest - parsed.earliest).days + 1
    for name, longest in (("day", 1), ("part", 16), ("month", 31), ("season", 92), ("year", 366)):
        if days <= longest:
            return name
    return "none"
