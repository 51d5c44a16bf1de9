"""What people read round the flowers, a language a file, and how a language writes days and numbers."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TypedDict

from valoshka.own_yaml import own_yaml

LANGUAGES = ("en", "be", "ru", "pl", "de", "ar")
RIGHT_TO_LEFT = frozenset({"ar"})


class Words(TypedDict):
    """One `languages/<code>.yml`."""

    name: str
    thousands: str
    date: str
    months: list[str]
    comma: str
    quotes: list[str]
    wall: dict[str, str]
    mosaic: dict[str, str]
    feed: dict[str, str]
    counts: dict[str, str]
    book: dict[str, str]


@cache
def words_of(language: str) -> Words:
    """The words of a language, which is one of `LANGUAGES`."""
    words: Words = own_yaml("valoshka.solidarity.wall", "languages", f"{language}.yml")
    return words


def direction(language: str) -> str:
    """The way that a page of that language is read.

    >>> direction("ar"), direction("be")
    ('rtl', 'ltr')
    """
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


@cache
def shown_day(day: str, language: str) -> str:
    """A day as it is written in a text.

    >>> shown_day("2026-05-02", "en"), shown_day("2026-05-02", "de"), shown_day("2026-05-02", "ru")
    ('2 May 2026', '2. Mai 2026', '2 мая 2026\\xa0г.')
    """
    told, words = date.fromisoformat(day), words_of(language)
    return words["date"].format(day=told.day, month=words["months"][told.month - 1], year=told.year)


def shown_number(number: int, language: str) -> str:
    """A number with its thousands apart.

    >>> shown_number(100000, "en"), shown_number(100000, "de")
    ('100,000', '100.000')
    """
    return f"{number:,}".replace(",", words_of(language)["thousands"])
