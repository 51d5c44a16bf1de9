"""Dates that lean on what everybody remembers, or whose year stands in words, said so that they can be read."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, NamedTuple, cast

from valoshka.disclosure.jigsaw.knowledge import entries
from valoshka.disclosure.jigsaw.sayings import READ, Sayings, expression
from valoshka.names.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_YEAR = re.compile(r"(?<!\d)20[0-3]\d(?!\d)")
_BEFORE = 60  # characters in which a relation can stand
_YEAR_ALONE = 2020  # in words: from here on no day of a month is called so


class _Instead(NamedTuple):
    """What is read in place of `start`-`end` (code points)."""

    start: int
    end: int
    read: str


class _Piece(NamedTuple):
    """`start`-`end` of the plain text stand for `told_start`-`told_end` of the text as it was told."""

    start: int
    end: int
    told_start: int
    told_end: int


class Plain(NamedTuple):
    """A text as it is read for dates, and which pieces of it stand for something else."""

    text: str
    pieces: tuple[_Piece, ...]

    def told(self, start: int, end: int) -> tuple[int, int]:
        """Where what stands at `start`-`end` was told."""
        return self._back(start, last=False), self._back(end, last=True)

    def leans(self, start: int, end: int) -> bool:
        """Whether any of it stands for something else."""
        return any(piece.start < end and start < piece.end for piece in self.pieces)

    def _back(self, place: int, *, last: bool) -> int:
        shift = 0
        for piece in self.pieces:
            if piece.end <= place and not (last and piece.end == place):
                shift = piece.told_end - piece.end
            elif piece.start < place or (piece.start == place and not last):
                return piece.told_end if last else piece.told_start
        return place + shift


def plainly(text: str, language: str) -> Plain:
    """`text` with such dates in figures.

    >>> plainly("Two days after the vote they came. In May of twenty twenty-one she left.", "en").text
    'Two days after 9 August 2020 they came. In May of 2021 she left.'
    """
    if language not in READ:
        return Plain(text, ())
    made: list[str] = []
    pieces: list[_Piece] = []
    at = length = 0
    for each in _apart(_instead(text, language)):
        made += [text[at : each.start], each.read]
        length += each.start - at
        pieces.append(_Piece(length, length + len(each.read), each.start, each.end))
        length += len(each.read)
        at = each.end
    return Plain("".join([*made, text[at:]]), tuple(pieces))


def _apart(found: Iterator[_Instead]) -> Iterator[_Instead]:
    """The longest of those that overlap."""
    until = 0
    for each in sorted(found, key=lambda one: (one.start, -one.end)):
        if each.start >= until:
            yield each
            until = each.end


def _instead(text: str, language: str) -> Iterator[_Instead]:
    told = words(text)
    for (sort, what), start, end in _sayings(language).found(text, told):
        if sort == "events":
            if relation := _relation(text, start, language):
                opening, read = relation
                yield _Instead(opening, end, f"{read} {_day(what, text, start, language)}")
        elif sort == "itself":
            yield _Instead(start, end, _day(what, text, start, language))
        elif sort == "by_the_end":
            if _month(language).match(text, end):
                yield _Instead(start, end, what)
        elif sort == "years":
            yield from _year(text, start, end, what, language)
        else:
            yield _Instead(start, end, what)


@functools.cache
def _sayings(language: str) -> Sayings[tuple[str, str]]:
    meanings: dict[tuple[str, str], Sequence[str]] = {}
    for sort in ("events", "itself", "around", "by_the_end", "years"):
        meanings |= {(sort, str(what)): [said] for what, said in _told(sort).get(language, {}).items()}
    return Sayings(meanings)


def _relation(text: str, start: int, language: str) -> tuple[int, str] | None:
    """Where the longest relation begins that stands right before `start`, and what is read instead of it."""
    before = text[max(0, start - _BEFORE) : start]
    found = [
        (match.start() + start - len(before), read)
        for read, said in _relations(language)
        if (match := said.search(before))
    ]
    return min(found, default=None)


@functools.cache
def _relations(language: str) -> list[tuple[str, re.Pattern[str]]]:
    return [
        (read, re.compile(rf"(?<!\w)(?:{'|'.join(map(expression, said.split('|')))})\s+\Z", re.IGNORECASE))
        for read, said in _told("relations")[language].items()
    ]


def _day(event: str, text: str, start: int, language: str) -> str:
    """A public day in figures: that of the year last told before `start`, or told at all, if it has one."""
    days = cast("Mapping[str, Sequence[str]]", entries("plain_dates.yml")["days"])[event]
    years = [match[0] for match in _YEAR.finditer(text, 0, start)][::-1] + _YEAR.findall(text, start)
    day = next((each for year in years for each in days if each.startswith(year)), days[0])
    *year, month, number = day.split("-")
    said = f"{int(number)} {_listed('months', language)[int(month) - 1]}"
    return f"{said} {_line('in_the_year', language).format(year[0])}" if year else said


def _year(text: str, start: int, end: int, year: str, language: str) -> Iterator[_Instead]:
    """A year in words, beside a word for year, or after a month."""
    before = text[max(0, start - _BEFORE) : start]
    if thousand := _ending(_line("thousand", language)).search(before):
        start -= len(before) - thousand.start()
        before = before[: thousand.start()]
    beside = _ending(_line("year_words", language)).search(before) if language == "en" else None
    if beside or _beginning(_line("year_words", language)).match(text, end):
        yield _Instead(start, end, year)
    elif int(year) >= _YEAR_ALONE and _ending(_line("seasons_and_months", language)).search(before):
        yield _Instead(start, end, _line("in_the_year", language).format(year))


def _month(language: str) -> re.Pattern[str]:
    return _beginning(_line("seasons_and_months", language))


@functools.cache
def _ending(said: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(expression, said.split('|')))})[\s,]+\Z", re.IGNORECASE)


@functools.cache
def _beginning(said: str) -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{'|'.join(map(expression, said.split('|')))})(?!\w)", re.IGNORECASE)


def _told(section: str) -> Mapping[str, Mapping[str, str]]:
    return cast("Mapping[str, Mapping[str, str]]", entries("plain_dates.yml")[section])


def _line(section: str, language: str) -> str:
    return cast("Mapping[str, Mapping[str, str]]", entries("plain_dates.yml"))[section][language]


def _listed(section: str, language: str) -> Sequence[str]:
    return cast("Mapping[str, Mapping[str, Sequence[str]]]", entries("plain_dates.yml"))[section][language]
