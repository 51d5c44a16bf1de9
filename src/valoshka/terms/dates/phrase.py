"""What passes between the rules and the meanings: a phrase, what is known around it, and the date read from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from valoshka.terms.dates.calendar import bounds
from valoshka.terms.edtf import precision

if TYPE_CHECKING:
    from datetime import date

    from valoshka.terms.dates.grammar import Value
    from valoshka.terms.edtf import Edtf

Basis = Literal["explicit", "inferred", "unstated"]
FIRST_YEAR, LAST_YEAR = 1900, 2099  # of living memory and of plans; other numbers of four figures are counts
FORWARD = 6  # months: "in May" told after November is next May; told after October it is the May before
WITHIN_YEAR = 8  # months: "in September" told after January is the same year's; "in November" the year's before


class Phrase(NamedTuple):
    """A match: the rule's meaning, and the values of its words by class, in order.

    `day` holds the days of the month, with "twenty" and "first" already added up.
    """

    means: str
    values: dict[str, list[Value]]

    def number(self, name: str) -> int | None:
        """The first number of a class, if a word of it was said."""
        return int(self.values[name][0]) if name in self.values else None

    def word(self, name: str) -> str | None:
        """The first word of a class, if one was said."""
        return str(self.values[name][0]) if name in self.values else None


class Telling(NamedTuple):
    """What is known where a phrase stands: the date last told, the next one told, and when the text was told."""

    before: Edtf | None = None
    after: Edtf | None = None
    told: Edtf | None = None


class Read(NamedTuple):
    """A phrase's date as EDTF, if it has one, and on what that stands."""

    date: str | None
    basis: Basis


UNSTATED = Read(None, "unstated")


def plausible(year: int) -> bool:
    """Whether a number of four figures is a year that a witness could mean."""
    return FIRST_YEAR <= year <= LAST_YEAR


def _year_after(month: int, last: date) -> int:
    if month >= last.month:
        return last.year - (month - last.month > WITHIN_YEAR)
    return last.year + (12 + month - last.month <= FORWARD)


def year_near(month: int, telling: Telling) -> int | None:
    """The year of a month named without one: a story goes forward, back over a long gap, and never past its telling.

    >>> from valoshka.terms.edtf import parse
    >>> [year_near(month, Telling(before=parse("2020-09-15"))) for month in (10, 2, 5)]
    [2020, 2021, 2020]
    >>> year_near(12, Telling(before=parse("2021-01-10"))), year_near(5, Telling(before=parse("2021")))
    (2020, 2021)
    """
    if telling.before is not None:
        _, last = bounds(telling.before)
        year = last.year if precision(telling.before) == "year" else _year_after(month, last)
        return year - (telling.told is not None and (year, month) > _month_of(telling.told))
    if telling.after is not None:
        first, _ = bounds(telling.after)
        return first.year - (month > first.month)
    if telling.told is not None:
        year, last_month = _month_of(telling.told)
        return year - (month > last_month)
    return None


def _month_of(told: Edtf) -> tuple[int, int]:
    _, last = bounds(told)
    return last.year, last.month


def year_of(phrase: Phrase, month: int, telling: Telling) -> tuple[int, Basis] | None:
    """The year told in the phrase, or the one near its month."""
    told = phrase.number("year")
    if told is not None:
        return told, "explicit"
    near = year_near(month, telling)
    return None if near is None else (near, "inferred")
