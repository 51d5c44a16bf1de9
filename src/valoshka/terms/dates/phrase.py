"""What passes between the rules and the meanings: a phrase, what is known around it, and the date read from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from valoshka.terms.dates.calendar import bounds
from valoshka.terms.edtf import precision

if TYPE_CHECKING:
    from valoshka.terms.dates.grammar import Value
    from valoshka.terms.edtf import Edtf

Basis = Literal["explicit", "inferred", "unstated"]
FIRST_YEAR, LAST_YEAR = 1900, 2099  # of living memory and of plans; other numbers of four figures are counts
FORWARD = 6  # months: "in May" told after November is next May, told after October too, after September the May before


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


def year_near(month: int, telling: Telling) -> int | None:
    """The year of a month named without one: a story goes forward, and back only over more than half a year.

    >>> from valoshka.terms.edtf import parse
    >>> [year_near(month, Telling(before=parse("2020-09-15"))) for month in (10, 2, 5)]
    [2020, 2021, 2020]
    """
    if telling.before is not None:
        _, last = bounds(telling.before)
        if precision(telling.before) == "year" or month >= last.month:
            return last.year
        return last.year + ((month - last.month) % 12 <= FORWARD)
    if telling.after is not None:
        first, _ = bounds(telling.after)
        return first.year - (month > first.month)
    return None


def year_of(phrase: Phrase, month: int, telling: Telling) -> tuple[int, Basis] | None:
    """The year told in the phrase, or the one near its month."""
    told = phrase.number("year")
    if told is not None:
        return told, "explicit"
    near = year_near(month, telling)
    return None if near is None else (near, "inferred")
