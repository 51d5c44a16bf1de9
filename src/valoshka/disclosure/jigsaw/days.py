"""Days told in a text: whoever holds a register finds one person by one day."""

from __future__ import annotations

import datetime
import functools
from typing import TYPE_CHECKING, NamedTuple

from valoshka.clearance import Passage, Timeline
from valoshka.disclosure.findings import Finding, Place
from valoshka.disclosure.jigsaw.plain_dates import plainly
from valoshka.terms import edtf, spoken_dates

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from valoshka.clearance import Moment, Story
    from valoshka.disclosure.people import ProtectedPerson

ITEM = "exact_dates"
_PART, _ABOUT = datetime.timedelta(days=7), datetime.timedelta(days=15)
_LANGUAGES = ("en", "be", "ru")
# A day without a year is the same day whichever of these it is counted from; "two days later" is not.
_EITHER = tuple(edtf.parse(day) for day in ("2020-06-01", "2020-06-18"))


class Day(NamedTuple):
    """A day or a stretch between two days, said at `start`-`end`; `date` is EDTF, `None` if the year is not said."""

    start: int
    end: int
    date: str | None


def days_told(passage: Passage, language: str) -> tuple[Day, ...]:
    """Every day that `passage` gives; `language` is the publication's.

    >>> from valoshka.clearance import Passage
    >>> days_told(Passage("In August 2020, on the 12th of August 2020, she was taken."), "en")[0].date
    '2020-08-12'
    """
    spoken = passage.language or language
    return _days(passage.text, spoken if spoken in _LANGUAGES else language if language in _LANGUAGES else "en")


@functools.lru_cache(maxsize=1 << 10)
def _days(text: str, language: str) -> tuple[Day, ...]:
    plain = plainly(text, language)
    found = [
        Day(each.start, each.end, each.date)
        for each in spoken_dates.find(plain.text, language)
        if each.date and _to_the_day(each.date)
    ]
    days = {*found, *_without_year(plain.text, language, {day.start for day in found})}
    return tuple(sorted(Day(*plain.told(day.start, day.end), day.date) for day in days))


def _without_year(text: str, language: str, known: set[int]) -> Iterator[Day]:
    one, other = (
        {each.start: each for each in spoken_dates.find(text, language, anchor=anchor) if each.date}
        for anchor in _EITHER
    )
    for start in sorted(one.keys() & other.keys() - known):
        dates = {str(one[start].date)[-5:], str(other[start].date)[-5:]}
        if len(dates) == 1 and _to_the_day(str(one[start].date)):
            yield Day(start, one[start].end, None)


def _to_the_day(date: str) -> bool:
    # "Early April" is kept as one of ten days: that is no exact date.
    return not date.startswith("[") and edtf.precision(edtf.parse(date)) == "day"


def state_days(person: ProtectedPerson) -> frozenset[str]:
    """The days of what the state keeps a file on (EDTF)."""
    events = (event.date for event in person.facts.events if event.recorded_by_state and event.date)
    return frozenset(date for date in events if _to_the_day(date))


def unagreed_days(passage: Passage, where: str, person: ProtectedPerson, language: str) -> Iterator[Finding]:
    """The days in a passage of `person`'s, for whoever has not agreed to exact dates."""
    recorded = state_days(person)
    for day in days_told(passage, language):
        rule = "recorded_day" if day.date in recorded else "exact_date"
        at = Place(where=where, start=day.start, end=day.end, text=passage.text[day.start : day.end])
        yield Finding(rule, person.id, at)


def unagreed_moments(story: Story, where: str, person: str) -> Iterator[Finding]:
    """Days in the margin of the story's timelines, for whoever (`person`, an id) has not agreed to exact dates."""
    for place, moment in moments(story.parts, where):
        if gives_a_day(moment):
            yield exact_moment(moment, place, person)


def moments(parts: Sequence[object], where: str) -> Iterator[tuple[str, Moment]]:
    """Every entry of the timelines among `parts`, and where it stands."""
    for number, part in enumerate(parts, start=1):
        for row, moment in enumerate(part.moments if isinstance(part, Timeline) else (), start=1):
            yield f"{where}, parts {number}, moments {row}", moment


def gives_a_day(moment: Moment) -> bool:
    """Whether an entry is dated to the day, or prints one whatever its date."""
    shown = Passage(moment.shown)
    return _to_the_day(moment.date) or any(days_told(shown, language) for language in _LANGUAGES)


def exact_moment(moment: Moment, where: str, person: str) -> Finding:
    """That an entry gives a day of `person`, an id, who has not agreed to exact dates; and its season."""
    season = edtf.coarsen(edtf.parse(moment.date), "season")
    less = tuple((f"season_{language}", edtf.shown(season, language)) for language in _LANGUAGES)
    return Finding("exact_moment", person, Place(where=where, text=moment.shown), less)


@functools.lru_cache(maxsize=1 << 16)
def dated_between(told: str, known: str) -> bool:
    """Whether a told date can be the date on file. A part of a month is remembered to a week, "about" to half a month.

    >>> dated_between("[2021-02-11..2021-02-20]", "2021-02-09"), dated_between("2021-02-11", "2021-02-09")
    (True, False)
    """
    said, filed = edtf.parse(told), edtf.parse(known)
    slack = _ABOUT if told.endswith(("~", "%", "?")) else _PART if told.startswith("[") else datetime.timedelta()
    earliest, latest = said.earliest or datetime.date.min, said.latest or datetime.date.max
    early = earliest - slack if earliest - datetime.date.min > slack else earliest
    late = latest + slack if datetime.date.max - latest > slack else latest
    return early <= (filed.latest or datetime.date.max) and (filed.earliest or datetime.date.min) <= late
