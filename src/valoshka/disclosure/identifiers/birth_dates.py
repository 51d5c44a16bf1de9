"""Days in a text, in figures or words of many languages, and those among them on which somebody was born."""

from __future__ import annotations

import datetime
import functools
import itertools
import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple, cast

from valoshka.disclosure.identifiers.knowledge import any_of, read, words
from valoshka.disclosure.identifiers.number_words import in_figures, runs_of_numbers, together
from valoshka.disclosure.identifiers.pieces import in_pieces
from valoshka.disclosure.identifiers.sieve import without_letters_for_digits
from valoshka.disclosure.identifiers.sightings import Sighting
from valoshka.disclosure.identifiers.signs import plain
from valoshka.terms import edtf

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BY_CHANCE = 1_000  # people: of one day in 22,000 (60 years), more hit a date that is nobody's birth in 1 text of 20
_BEFORE = 40  # characters in which a word may say that a day is one of birth
_OLDEST = 110  # years
_FOUR_AND_TWO = 5  # digits of year and day: three short numbers in a row are no day
_SEPARATED = re.compile(
    r"(?<!\d)(\d{1,4})( ?[./,-] ?|  ?)(\d{1,2}|[IVX]{1,4})\2(\d{4}|\d\d)(?!\d)|(?<!\d)(\d{8})(?!\d)"
)
_DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|-?[а-я]{1,2}|\.)?(?:[ ,.\n-]|of ){1,5}"
    r"([^\W\d_]{3,12})\.?[ ,.\n-]{1,3}(\d{4}|\d\d)(?!\d)",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?:[ ,.\n-]{1,3}(?:(\d{4})|['’](\d\d))(?!\d))")
_WORD_BEFORE = re.compile(r"([^\W\d_]{3,12})\.?[ \n]{1,2}(?:the )?$")
_YEAR_FIRST = re.compile(
    r"(?<!\d)(\d{4})(?: ?[^\W\d_]{1,4}\.?,?)?[ ,]{1,2}([^\W\d_]{3,12})\.?[ ]{1,2}(?:the )?(\d{1,2})(?!\d)"
)
_YEAR_THEN_DAY = re.compile(r"(?<!\d)(\d{4})(?: ?[^\W\d_]{1,4}\.?)?,? (\d{1,2})\.? ([^\W\d_]{3,12})(?!\w)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_MONTH_BETWEEN = 24  # characters: a month with what stands beside it
_LETTERS = re.compile(r"[^\W\d_]{3,12}")
_SIGN_OF_BIRTH = re.compile(r"(?:(?<!\w)b\.|\*) ?\Z")
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{3})[.!?]\s")
_ROMAN = dict(zip("I II III IV V VI VII VIII IX X XI XII".split(), range(1, 13), strict=True))  # noqa: SIM905


class Day(NamedTuple):
    """A day that `text[start:end]` may mean."""

    start: int
    end: int
    date: datetime.date


class BirthDates:
    """Days on which people of a fixed set were born, found in any number of texts.

    >>> known = BirthDates([("p1", "1984-03-12")])
    >>> [(seen.start, seen.end, seen.owner) for seen in known.find("Born 12.03.84 or March 12, 1984")]
    [(5, 13, 'p1'), (17, 31, 'p1')]
    """

    def __init__(self, born: Iterable[tuple[str, str]]) -> None:
        self._owners: defaultdict[datetime.date, list[str]] = defaultdict(list)
        for owner, date in born:
            day = edtf.parse(date)
            if day.earliest is not None and day.earliest == day.latest:
                self._owners[day.earliest].append(owner)
        self._many = sum(map(len, self._owners.values())) > _BY_CHANCE

    def find(self, text: str) -> Iterator[Sighting]:
        """Every one of the days in `text`, with each person born on it; doubtful if so many people share chances."""
        if self._owners:
            yield from in_pieces(text, self._find)

    def _find(self, text: str) -> Iterator[Sighting]:
        told = plain(text)
        mended, _ = without_letters_for_digits(told.text, told.codes)
        found = {*days(told.text), *days_in_words(told.text), *(days(mended) if mended != told.text else ())}
        for start, end, date in sorted(found):
            for owner in self._owners.get(date, ()):
                doubtful = self._many and not says_birth(told.text, start, end)
                yield Sighting(*told.span(start, end), owner, doubtful=doubtful)


def days(text: str) -> Iterator[Day]:
    """Every day in `text` (in plain signs), in each way in which it may be read.

    >>> [str(day.date) for day in days("12.03.1984; 5 мая 1971 г.; 1971 m. gegužės 5 d.; May 5th, 1971")]
    ['1984-03-12', '1984-12-03', '1971-05-05', '1971-05-05', '1971-05-05']
    """
    found = itertools.chain(_in_figures(text), _in_words(text))
    yield from sorted(set(found))


def days_in_words(text: str) -> Iterator[Day]:
    """Every day in `text` (in plain signs) of which the day or the year is said in words.

    >>> [str(day.date) for day in days_in_words("двенадцатого марта 1984 г.; March the fifth, nineteen seventy-one")]
    ['1984-03-12', '1971-03-05']
    """
    for run in together(runs_of_numbers(text), _MONTH_BETWEEN):
        words = _LETTERS.findall(text, max(run[0].start - _MONTH_BETWEEN, 0), run[-1].end + _MONTH_BETWEEN)
        if any(_month(word.lower()) for word in words):
            written = in_figures(text, run, _MONTH_BETWEEN)
            for seen in days(written.text):
                start, end = written.span(seen.start, seen.end)
                if any(start < number.end and number.start < end for number in run if number.words):
                    yield Day(start, end, seen.date)


def says_birth(text: str, start: int, end: int) -> bool:
    """Whether words around the day at `text[start:end]` say that somebody was born then.

    >>> says_birth("She was born on 12.03.1984", 16, 26), says_birth("Born there. On 12.03.1984", 15, 25)
    (True, False)
    """
    before = text[max(start - _BEFORE, 0) : start].rpartition("\n\n")[2]
    if _SIGN_OF_BIRTH.search(before):
        return True
    said = list(_born().finditer(before))
    if said and not _goes_on(before, said[-1].end()):
        return True
    return bool(_born_behind().match(text, end))


def _goes_on(before: str, at: int) -> bool:
    """Whether something else is told between the word for birth and the day: born in 1978, detained on …"""
    another = any(pattern.search(before, at) for pattern in (_turn(), _YEAR))
    return another or bool(_SENTENCE_END.search(before, at + 1))


def _in_figures(text: str) -> Iterator[Day]:
    for match in _every(_SEPARATED, text):
        first, between, second, third, solid = match.groups()
        if solid:
            orders = [(solid[4:], solid[2:4], solid[:2]), (solid[:4], solid[4:6], solid[6:])]
        elif not between.strip() and len(third) + len(first) < _FOUR_AND_TWO:
            continue
        else:
            orders = [(third, second, first), (third, first, second), (first, second, third)]
        for date in dict.fromkeys(filter(None, (_date(*order) for order in orders))):
            yield Day(*match.span(), date)


def _in_words(text: str) -> Iterator[Day]:
    for match in _every(_DAY_FIRST, text):
        if date := _date(match[3], match[2], match[1]):
            yield Day(*match.span(), date)
    for match in _every(_MONTH_FIRST, text):
        word = _WORD_BEFORE.search(text, max(match.start() - 18, 0), match.start())
        if word and (date := _date(match[2] or match[3], word[1], match[1])):
            yield Day(word.start(), match.end(), date)
    for match in _every(_YEAR_FIRST, text):
        if date := _date(*match.groups()):
            yield Day(*match.span(), date)
    for match in _every(_YEAR_THEN_DAY, text):
        if date := _date(match[1], match[3], match[2]):
            yield Day(*match.span(), date)


def _every(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Every match, also where two overlap: “36, born 12” is no day, and 12 belongs to “12 March 1984”."""
    at = 0
    while match := pattern.search(text, at):
        yield match
        at = match.start() + 1


def _date(year: str, month: str, day: str) -> datetime.date | None:
    number = int(month) if month.isdigit() else _ROMAN.get(month) or _month(month.lower())
    if number is None or not year.isdigit() or not day.isdigit() or len(year) == 3 or len(day) > 2:
        return None
    this_year = datetime.date.today().year  # noqa: DTZ011 - the year at the desk; a day more or less is nothing
    full = int(year)
    if len(year) <= 2:
        full += 1900 if full + 2000 > this_year else 2000
    if len(year) == 1 or not this_year - _OLDEST <= full <= this_year:
        return None
    try:
        return datetime.date(full, number, int(day))
    except ValueError:
        return None


@functools.lru_cache(maxsize=4096)
def _month(word: str) -> int | None:
    """The month that `word` names in some language: the one with the longest beginning that fits."""
    table = cast(dict[int, list[str]], read("months.yml")["months"])
    fitting = [(len(begin), number) for number, each in table.items() for begin in each if word.startswith(begin)]
    return max(fitting)[1] if fitting else None


@functools.cache
def birth_words() -> frozenset[str]:
    """The first word of whatever says that somebody was born, in lower case."""
    return frozenset(match.group() for word in words("months.yml", "born") if (match := re.search(r"[^\W\d_]+", word)))


@functools.cache
def _born() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of('months.yml', 'born')})(?!\w)", re.IGNORECASE)


@functools.cache
def _turn() -> re.Pattern[str]:
    """What turns to something else: she was born in Brest, but on …"""
    return re.compile(rf",\s(?:{any_of('months.yml', 'turns')})\s", re.IGNORECASE)


@functools.cache
def _born_behind() -> re.Pattern[str]:
    year = any_of("months.yml", "year")
    return re.compile(
        rf"[ ,(—–-]{{0,3}}(?:(?:{year})[ ,(]{{0,3}})?(?:(?:{any_of('months.yml', 'of_birth')}) )?"
        rf"(?:{any_of('months.yml', 'born')})(?!\w)",
        re.IGNORECASE,
    )


@functools.cache
def month_words() -> str:
    """A pattern for any month in words."""
    table = cast(dict[int, list[str]], read("months.yml")["months"])
    return "|".join(
        rf"{re.escape(begin)}\w*" for each in table.values() for begin in sorted(each, key=len, reverse=True)
    )
