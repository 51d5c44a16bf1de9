"""How a generated person is written: in one of three languages, in Cyrillic or Latin letters, in one of two orders."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import yaml

if TYPE_CHECKING:
    import random

LANGUAGES = ("russian", "belarusian", "ukrainian")
SURNAME_FIRST = 0.7
WITHOUT_PATRONYMIC = 0.1


class RussianName(NamedTuple):
    """A generated person, in Russian spelling; an empty patronymic is one that the list does not give."""

    surname: str
    given: str
    patronymic: str


class _Tables(NamedTuple):
    given: dict[str, list[str]]
    rewritings: dict[str, list[tuple[re.Pattern[str], str]]]
    latin: dict[str, dict[int, str]]
    shares: dict[str, int]


@cache
def _tables() -> _Tables:
    told = yaml.safe_load((Path(__file__).parent / "writing.yml").read_text(encoding="utf-8"))
    rewritings = {
        language: [(re.compile(pattern), instead) for pattern, instead in told.get(language, [])]
        for language in LANGUAGES
    }
    latin = {language: str.maketrans(letters) for language, letters in told["latin"].items()}
    return _Tables(told["given"], rewritings, latin, told["shares"])


def written(name: RussianName, chance: random.Random, *, mixed: bool = True) -> str:
    """The name as a list prints it; `mixed` draws language and letters by the shares of writing.yml, else Russian."""
    shares = _tables().shares
    way = chance.choices(list(shares), list(shares.values()))[0] if mixed else "russian"
    language = way.split()[0]
    surname, given, patronymic = (translated(part, language) for part in name)
    parts = [surname, given, patronymic] if chance.random() < SURNAME_FIRST else [given, patronymic, surname]
    text = " ".join(filter(None, parts))
    return in_latin(text, language) if "Latin" in way else text


@cache
def translated(part: str, language: str) -> str:
    """One Russian part in another language's spelling.

    >>> translated("Николай", "belarusian"), translated("Валошков", "belarusian"), translated("Валошкина", "ukrainian")
    ('Мікалай', 'Валашкаў', 'Валошкина')
    """
    if language == "russian" or not part:
        return part
    if part in _tables().given:
        return _tables().given[part][LANGUAGES.index(language) - 1]
    text = part.lower()
    for pattern, instead in _tables().rewritings[language]:
        text = pattern.sub(instead, text)
    return "-".join(word.capitalize() for word in text.split("-"))


def in_latin(text: str, language: str) -> str:
    """The same letters in Latin.

    >>> in_latin("Вольга Валошка", "belarusian")
    'Volha Valoshka'
    """
    letters = _tables().latin[language]
    return " ".join(word.lower().translate(letters).title() for word in text.replace("’", "'").split())
