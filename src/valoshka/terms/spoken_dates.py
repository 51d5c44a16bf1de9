"""Dates in words, read as EDTF, in English, Belarusian and Russian.

The words and the ways of saying a date are in `dates/<language>.yml`; how they are read is in `dates/`. What is only
known from the text around is `inferred`, as a stretch of days or about (`~`) where it is uncertain: software never
invents a day. The rules, in short:

- a month or day without a year takes the year nearest to the date last told (or else to the next one);
- "two days later" counts from the date last told; if that is only a month, it stays that month, about;
- "a few" is two to seven days, two to six weeks or months, two to five years; "a couple" two or three; a week later is
  give or take three days; a month or year later is told to the month, about; "shortly afterwards" is within a month;
- a date in a heading such as "Interview, 18 May 2021" is the day of the telling, unless that is given;
- "yesterday", "last year", "a week ago" count from the day of the telling, and have no date unless that is given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from valoshka.terms.dates.grammar import grammar
from valoshka.terms.dates.phrase import Telling, plausible
from valoshka.terms.dates.reading import heading_date, readings
from valoshka.terms.dates.tokens import tokens

if TYPE_CHECKING:
    from valoshka.terms.dates.phrase import Basis
    from valoshka.terms.edtf import Edtf


BEGINNING = 1_000  # characters in which a heading can stand


class SpokenDate(NamedTuple):
    """A date in a text: `quote == text[start:end]`, `date` is EDTF or `None` where the basis is `unstated`."""

    start: int
    end: int
    quote: str
    date: str | None
    basis: Basis


def _bounded(date: Edtf | None) -> Edtf | None:
    return date if date and date.earliest and date.latest and plausible(date.latest.year) else None


def find(text: str, language: str = "en", anchor: Edtf | None = None, told: Edtf | None = None) -> list[SpokenDate]:
    """Every date said in `text`, in order; they never overlap. Positions are code points, `end` exclusive.

    `anchor` is the date of what came before the text; "two days later" counts from it until the text tells a date.
    `told` is when the text was told (an interview's date): "yesterday" counts from it, and months without a year do not
    lie after it. Dates with an open or unknown end serve as neither. Raises `Refused` for a language without rules.

    >>> for spoken in find("In mid-September 2020 she was detained. Two days later, in Hrodna, she was freed."):
    ...     print(spoken.quote, spoken.date, spoken.basis)
    mid-September 2020 [2020-09-11..2020-09-20] explicit
    Two days later [2020-09-13..2020-09-22] inferred
    """
    rules = grammar(language)
    telling = Telling(before=_bounded(anchor), told=_bounded(told))
    return [
        SpokenDate(start, end, text[start:end], read.date, read.basis)
        for start, end, read in readings(tokens(text, rules), rules, telling)
    ]


def told_on(text: str, language: str = "en") -> Edtf | None:
    """When a text was told, if a heading at its beginning says so; give it to `find` for parts of the text as `told`.

    >>> str(told_on("Interview by telephone, 18 May 2021\\n\\nIn August she was warned."))
    '2021-05-18'
    """
    rules = grammar(language)
    return heading_date(tokens(text[:BEGINNING], rules), rules)
