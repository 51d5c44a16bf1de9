"""Whether two words of two scripts are one surname from elsewhere, by its sound: Biden and Байден, Schröder and Шрёдер.

Letters say little here, as English writes its vowels by custom. So a Latin word is read as each language of
`transcriptions.yml` may read it, and a Cyrillic one as it stands.
"""

from __future__ import annotations

import functools
import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypedDict, cast

from valoshka.names.agreement import stems
from valoshka.names.folding import script
from valoshka.names.phones import spoken
from valoshka.own_yaml import own_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

_SILENT = "-"
_MOST = 48  # readings of one word in one language
_CONSONANTS = 2  # fewer, in so few phones, tell no surname from another
_PHONES = 4
_VOWELS = "aeiou"
_DOUBLED = re.compile(r"([^aeiou])\1+")
_ALIKE = str.maketrans("xf", "gv")  # Ukrainian г for х, v and f by language
_LONG_ENOUGH = 3  # letters of a stem
# The vowels that may stand for those at a name's end in its cases.
_CASES = {
    "": frozenset({"", "a", "u", "e"}),
    "a": frozenset({"a", "i", "e", "u", "oi", "ai", "ei", "ou", "au"}),
}


class Heard(NamedTuple):
    """One reading of a word: its phones but for the vowels at its end, and these."""

    bare: str
    trail: str

    def may_be(self, name: Heard) -> bool:
        """Whether this is the name in some case; one that ends in any vowel but a has none."""
        return self.bare == name.bare and (self.trail == name.trail or self.trail in _CASES.get(name.trail, ()))


def is_transcribed(folded: str, surname: str) -> bool:
    """Whether a folded word is, in some case, the folded surname of the other script by its sound, to the vowel.

    >>> is_transcribed("байденом", "biden"), is_transcribed("bidena", "байден"), is_transcribed("шредера", "schröder")
    (True, True, True)
    >>> is_transcribed("бойденом", "biden"), is_transcribed("россия", "ross")
    (False, False)
    """
    if "other" in (script(folded), script(surname)) or script(folded) == script(surname):
        return False
    return any(heard.may_be(name) for heard in heard_in_a_case(folded) for name in heard_elsewhere(surname))


@functools.lru_cache(maxsize=1 << 13)
def heard_elsewhere(folded: str) -> frozenset[Heard]:
    """How a surname may sound, with what neighbouring languages exchange made one."""
    readings = spoken(folded) if script(folded) == "cyrillic" else {*_readings(folded)}
    if script(folded) == "latin":
        readings |= {written for phones in readings for written in _unstressed(phones)}
    return frozenset(heard for phones in readings if (heard := _heard(phones)) is not None)


@functools.lru_cache(maxsize=1 << 13)
def heard_in_a_case(folded: str) -> frozenset[Heard]:
    """The same for a word of a text, with and without each case ending that it may bear."""
    if script(folded) == "cyrillic":
        return frozenset().union(*(heard_elsewhere(stem) for stem, _ in stems(folded)))
    cut = {folded.removesuffix(ending) for ending in _known().endings} - {folded}
    # Behind an ending no other one is left: Rosja is no case of Ross.
    stemmed = (heard for stem in cut if len(stem) >= _LONG_ENOUGH for heard in heard_elsewhere(stem) if not heard.trail)
    return heard_elsewhere(folded) | frozenset(stemmed)


def _unstressed(phones: str) -> Iterator[str]:
    """As Belarusian writes it: а for every о but the stressed one, if that is one."""
    yield phones.replace("o", "a")
    for at, phone in enumerate(phones):
        if phone == "o":
            yield phones[:at].replace("o", "a") + "o" + phones[at + 1 :].replace("o", "a")


def _heard(phones: str) -> Heard | None:
    plain = phones.translate(_ALIKE)
    ended = plain.rstrip(_VOWELS)
    bare = _DOUBLED.sub(r"\1", ended)
    enough = len(bare) >= _PHONES or len(bare) - sum(map(bare.count, _VOWELS)) >= _CONSONANTS
    return Heard(bare, plain[len(ended) :]) if enough else None


def _readings(folded: str) -> Iterator[str]:
    if not {*folded} <= _known().letters.keys():
        return  # in a letter of yet another language
    for language in _known().languages:
        pieces = list(_pieces(folded, language))
        yield from map("".join, itertools.islice(itertools.product(*pieces), _MOST))


def _pieces(folded: str, language: _Language) -> Iterator[tuple[str, ...]]:
    at = 0
    while at < len(folded):
        match = language.any.match(folded, at)
        if match is not None and match.lastindex is not None:
            yield language.phones[match.lastindex - 1]
            at = match.end()
        else:
            yield _known().letters[folded[at]]
            at += 1


@dataclass(frozen=True)
class _Language:
    any: re.Pattern[str]
    phones: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class _Known:
    letters: dict[str, tuple[str, ...]]
    languages: tuple[_Language, ...]
    endings: tuple[str, ...]


class _Written(TypedDict):
    letters: dict[str, str]
    languages: dict[str, list[tuple[str, str]]]
    endings: str


@functools.cache
def _known() -> _Known:
    told = cast(_Written, own_yaml("valoshka.names", "transcriptions.yml"))
    languages = (
        _Language(
            re.compile("|".join(f"({pattern})" for pattern, _ in rules)),
            tuple(_either(phones) for _, phones in rules),
        )
        for rules in told["languages"].values()
    )
    letters = {letter: _either(str(phones)) for letter, phones in told["letters"].items()}
    return _Known(letters, tuple(languages), tuple(told["endings"].split()))


def _either(phones: str) -> tuple[str, ...]:
    return tuple("" if each == _SILENT else each for each in phones.split("|"))
