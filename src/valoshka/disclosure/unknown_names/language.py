"""In which of five languages a line is written, by its small words and letters: no single name tells."""

from __future__ import annotations

import functools
import re
from typing import Literal

from valoshka.disclosure.unknown_names.knowledge import words

Language = Literal["ru", "uk", "be", "pl", "en"]
_ENOUGH = 20_000  # characters of a text, to see in which language it is written
_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC, _LATIN = re.compile("[а-яёіїўєґА-ЯЁІЇЎЄҐ]"), re.compile("[a-zA-Zà-žÀ-Ž]")
# Letters that the neighbours do not write.
_BELARUSIAN, _UKRAINIAN, _RUSSIAN = re.compile("[ўыэёЎЫЭЁ]"), re.compile("[їєґиЇЄҐИ]"), re.compile("[иъИЪ]")
_SHORT_U, _DOTTED_I, _POLISH = re.compile("[ўЎ]"), re.compile("[іІ]"), re.compile("[ąćęłńśźżĄĆĘŁŃŚŹŻ]")
# Letters of Russian that the neighbour does not write.
_NOT_WRITTEN: dict[Language, frozenset[str]] = {"uk": frozenset("ыэёъ"), "be": frozenset("ищъ")}


def language_of(text: str) -> Language:
    """The language of a text; Russian or English if nothing tells.

    >>> language_of("Учора ўвечары"), language_of("Він її бачив"), language_of("Она ушла"), language_of("Była tu żona")
    ('be', 'uk', 'ru', 'pl')
    >>> language_of("She went to Białystok with Łukasz Wróblewicz.")
    'en'
    """
    text = text[:_ENOUGH]
    if len(_CYRILLIC.findall(text)) < len(_LATIN.findall(text)):
        return _latin(text) or ("pl" if _POLISH.search(text) else "en")
    return _cyrillic(text)


def language_in(line: str, spoken: Language) -> Language:
    """The language of a line; if it says nothing, that of the text around it, if the letters are the same."""
    if len(_CYRILLIC.findall(line)) < len(_LATIN.findall(line)):
        told = _latin(line)
        return told or (spoken if spoken in ("pl", "en") else language_of(line))
    told = _cyrillic(line)
    if told == "ru" and spoken in _NOT_WRITTEN and not _NOT_WRITTEN[spoken] & set(line.lower()):
        return spoken
    return told


def _cyrillic(text: str) -> Language:
    dotted = len(_DOTTED_I.findall(text)) + len(_SHORT_U.findall(text))
    belarusian, ukrainian = len(_BELARUSIAN.findall(text)), len(_UKRAINIAN.findall(text))
    if not dotted:
        return "uk" if ukrainian > len(_RUSSIAN.findall(text)) else "ru"
    if belarusian > ukrainian:
        return "be"
    return "ru" if belarusian and len(_RUSSIAN.findall(text)) > dotted else "uk"


def _latin(text: str) -> Language | None:
    """English or Polish by small words that the other does not have; `None` if neither has more of them."""
    found = [word.lower() for word in _WORD.findall(text)]
    english = sum(word in _small("en") for word in found)
    polish = sum(word in _small("pl") for word in found)
    if english == polish:
        return None
    return "en" if english > polish else "pl"


@functools.cache
def _small(language: str) -> frozenset[str]:
    return words().small[language]
