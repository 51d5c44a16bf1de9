"""What a text tells that could be looked up in a file: events with their dates, family, figures. Of nobody yet."""

from __future__ import annotations

import bisect
import functools
import re
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple, TypedDict, cast

import yaml

from valoshka.disclosure.jigsaw.sayings import LANGUAGES, Sayings
from valoshka.names.words import words
from valoshka.terms import edtf, spoken_dates

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from valoshka.names.words import Word

FAMILY, PERCENT, AGE, PUBLIC = "family", "percent", "age", "public_words"
_COUNTED = frozenset({"witness", "criminal_case", "administrative_arrest"})
_PERCENT = re.compile(r"(\d{1,3})\s?(?:%|per\s?cent|адсотк\w*|працэнт\w*|процент\w*)", re.IGNORECASE)
_AGE = re.compile(
    r"\b(?:aged?|at the age of|at)\s(\d\d)\b|\b(\d\d)[- ]year[- ]old"
    r"|\b(\d\d)[- ](?:гадов|летн|гадоў|лет\b|года\b|гады\b)",
    re.IGNORECASE,
)
_END = re.compile(r"(?<!\b\w)(?<!\b\w\w)[.!?…]+[\"”»’)\]]*\s+(?=[\"“«‘(—–-]*\s?[^\W\d_a-zа-яёіў])|\n\s*\n")
_QUOTED = re.compile(r"[“«„\"‘](?:[^“«„\"”»\s]+\s+){3,}[^“«„\"”»\s]+[”»“\"’]")  # four words can be searched for
_DIGITS = re.compile(r"(?<![\d.])\d{1,2}(?![\d.%])")
_FAR = 4  # words between an event and its number


class EventKind(TypedDict, total=False):
    """One entry of events.yml."""

    acts: list[str]
    recorded: bool
    held: dict[str, float]
    en: str
    be: str
    ru: str
    coarser: dict[str, str]


class Said(NamedTuple):
    """Something told at `start`-`end` (code points): an event of events.yml, a person of a family, a figure.

    `when` is the EDTF date told in the same sentence; `number` how many (cases, days, children, percent, years; of
    public words 1, if they are quoted).
    """

    kind: str
    start: int
    end: int
    sentence: int
    number: int | None = None
    when: str | None = None
    detail: str = ""


@functools.cache
def event_kinds() -> dict[str, EventKind]:
    """What can happen, by code."""
    text = resources.files("valoshka.disclosure.jigsaw").joinpath("events.yml").read_text(encoding="utf-8")
    return cast(dict[str, dict[str, EventKind]], yaml.safe_load(text))["events"]


@functools.cache
def _family() -> dict[str, dict[str, dict[str, str]]]:
    text = resources.files("valoshka.disclosure.jigsaw").joinpath("family.yml").read_text(encoding="utf-8")
    return cast(dict[str, dict[str, dict[str, str]]], yaml.safe_load(text))


@functools.cache
def _sayings() -> Sayings[tuple[str, str]]:
    meanings = {("event", code): [_in(kind, each) for each in LANGUAGES] for code, kind in event_kinds().items()}
    meanings |= {(FAMILY, code): list(each.values()) for code, each in _family()["words"].items()}
    meanings |= {("number", str(code)): list(each.values()) for code, each in _family()["numbers"].items()}
    return Sayings(meanings)


def _in(kind: EventKind, language: str) -> str:
    return cast(dict[str, str], kind)[language]


def said(text: str, told: Sequence[Word] | None = None) -> list[Said]:
    """Everything of that sort in `text`, in order of its places.

    >>> [(each.kind, each.when, each.number) for each in said("In May 2021 he was a witness in three criminal cases.")]
    [('witness', '2021-05', 3), ('criminal_case', '2021-05', 3)]
    """
    told = words(text) if told is None else told
    ends = [match.end() for match in _END.finditer(text)]
    found = list(_sayings().found(text, told))
    told_dates = dates(text) if found else []
    numbers = [(start, end, int(code)) for (sort, code), start, end in found if sort == "number"]
    numbers += [
        (match.start(), match.end(), int(match[0])) for match in re.finditer(r"(?<![\d.])\d{1,2}(?![\d.%])", text)
    ]
    numbers.sort()
    told_of = [
        _one(text, sort, code, start, end, ends, told_dates, numbers)
        for (sort, code), start, end in found
        if sort != "number"
    ]
    return sorted([*told_of, *_figures(text, ends)], key=lambda each: (each.start, each.end, each.kind, each.detail))


def _one(
    text: str,
    sort: str,
    code: str,
    start: int,
    end: int,
    ends: list[int],
    told_dates: list[tuple[int, int, str]],
    numbers: list[tuple[int, int, int]],
) -> Said:
    sentence = bisect.bisect_right(ends, start)
    if sort == FAMILY:
        return Said(FAMILY, start, end, sentence, _number(text, start, end, numbers, before=True), None, code)
    first, last = ([0, *ends, len(text)][sentence], [*ends, len(text)][sentence])
    near = [(abs(there - start), date) for there, until, date in told_dates if first <= there and until <= last]
    number = _number(text, start, end, numbers, before=False) if code in _COUNTED else None
    if code == PUBLIC and _QUOTED.search(text, first, last):
        number = 1
    return Said(code, start, end, sentence, number, min(near)[1] if near else None)


def _number(text: str, start: int, end: int, numbers: list[tuple[int, int, int]], *, before: bool) -> int | None:
    """The number that stands nearest to `start`-`end`, a few words away at most."""
    low = bisect.bisect_left(numbers, (start - 60,))
    near: list[tuple[int, int]] = []
    for there, until, number in numbers[low:]:
        if there > end + 60:
            break
        between = text[until:start] if until <= start else text[end:there] if there >= end else ""
        if (before and there >= end) or any(mark in between for mark in ".!?;,\n"):
            continue
        if (far := len(between.split())) <= (2 if before else _FAR):
            near.append((far, number))
    return min(near)[1] if near else None


def _figures(text: str, ends: list[int]) -> Iterator[Said]:
    for match in _PERCENT.finditer(text):
        yield Said(PERCENT, match.start(), match.end(), bisect.bisect_right(ends, match.start()), int(match[1]))
    for match in _AGE.finditer(text):
        years = int(next(group for group in match.groups() if group))
        yield Said(AGE, match.start(), match.end(), bisect.bisect_right(ends, match.start()), years)


def dates(text: str) -> list[tuple[int, int, str]]:
    """Every date of `text`, each part of it read in its own language."""
    found: list[tuple[int, int, str]] = []
    for start, end, language in _stretches(text):
        for each in spoken_dates.find(text[start:end], language):
            if each.date:
                found.append((start + each.start, start + each.end, each.date))
    return found


def sentences(text: str) -> list[tuple[int, int]]:
    """Where each sentence of `text` begins and ends; together they are the whole text."""
    ends = [match.end() for match in _END.finditer(text)]
    return list(zip([0, *ends], [*ends, len(text) + 1], strict=True))


def _stretches(text: str) -> Iterator[tuple[int, int, str]]:
    """Neighbouring sentences of one language. What could be either of two is taken for the language before it."""
    open_at, spoken = 0, ""
    for start, end in sentences(text):
        here = language_of(text[start:end], spoken)
        if here and spoken and here != spoken:
            yield open_at, start, spoken
            open_at = start
        spoken = here or spoken
    if spoken:
        yield open_at, len(text), spoken


def language_of(text: str, before: str = "") -> str:
    """`en`, `be` or `ru`, by its letters; `before` is the language of what stands before. Empty for no letters.

    >>> language_of("У лістападзе"), language_of("В феврале было"), language_of("In November"), language_of("1.", "be")
    ('be', 'ru', 'en', '')
    """
    letters = [letter for letter in text.lower() if letter.isalpha()]
    cyrillic = sum("а" <= letter <= "џ" or letter == "ґ" for letter in letters)
    if cyrillic * 2 < len(letters) or not letters:
        return "en" if letters else ""
    belarusian, russian = sum(letter in "іў" for letter in letters), sum(letter in "ищъ" for letter in letters)
    if belarusian == russian:
        return before if before in {"be", "ru"} else "ru"
    return "be" if belarusian > russian else "ru"


@functools.lru_cache(maxsize=1 << 14)
def kinds_of(what: str) -> tuple[frozenset[str], int | None, int | None]:
    """What an event's own words mean: kinds of events.yml, how many, and how many percent.

    >>> kinds_of("witness in three criminal cases")[1], sorted(kinds_of("fine")[0])
    (3, ['fine'])
    """
    by_act = {code for code, kind in event_kinds().items() if what in kind.get("acts", ())}
    told = said(what)
    numbers = [each.number for each in told if each.kind in _COUNTED and each.number]
    percents = [each.number for each in told if each.kind == PERCENT]
    kinds = by_act | {each.kind for each in told if each.kind in event_kinds()}
    return frozenset(kinds), min(numbers, default=None), min(filter(None, percents), default=None)


def relatives(phrase: str) -> tuple[tuple[str, int | None], ...]:
    """Whom a fact about a family names, and how many.

    >>> relatives("two children, a wife")
    (('children', 2), ('spouse', None))
    """
    return tuple((each.detail, each.number) for each in said(phrase) if each.kind == FAMILY)


def precision(date: str | None) -> str:
    """How narrow a date is: `day`, `part` (of a month), `month`, `season`, `year` or `none`."""
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
