"""The coarse key under which a spelling of a given name is looked for, whatever system it was romanised by."""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata
from typing import TYPE_CHECKING, TypedDict

from valoshka.names.phones import sounds
from valoshka.own_yaml import own_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from valoshka.names.phones import Sound

_AFFRICATES = re.compile("[td]+s")
_DOUBLED = re.compile(r"(.)\1+")


class Sounded:
    """Words under the coarse key of their spelling, then by their consonants: whoever sounds like one is found soon.

    >>> {word for _, word, _ in Sounded(["цімафей", "марта"]).like("tsimafei")}
    {'цімафей'}
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._under: dict[str, list[str]] = {}
        for word in words:
            for key in keys(word):
                self._under.setdefault(key, []).append(word)
        self._heard: dict[str, dict[str, list[tuple[str, Sound]]]] = {}

    def like(self, folded: str) -> Iterator[tuple[Sound, str, Sound]]:
        """How `folded` sounds, a word with the same consonants, and how that one sounds; for every such pair."""
        if under := [key for key in keys(folded) if key in self._under]:
            for key, one in itertools.product(under, sounds(folded)):
                for word, other in self._sounding(key).get(one.consonants, ()):
                    yield one, word, other

    def _sounding(self, key: str) -> dict[str, list[tuple[str, Sound]]]:
        """The words under a key by the consonants of each of their sounds; worked out when first asked for."""
        if key not in self._heard:
            found: dict[str, list[tuple[str, Sound]]] = {}
            for word in self._under[key]:
                for sound in sounds(word):
                    found.setdefault(sound.consonants, []).append((word, sound))
            self._heard[key] = found
        return self._heard[key]


class _Spelling(TypedDict):
    latin: list[tuple[str, list[str]]]
    letters: dict[str, str]


def keys(folded: str) -> tuple[str, ...]:
    """The consonants of a folded word, merged; several where a Latin spelling can be read in several ways.

    >>> keys("цімафей"), keys("tsimafei"), keys("michal")
    (('smv',), ('smv',), ('msl', 'mgl'))
    """
    readings = [folded]
    if _has_ambiguous_letters(folded):
        for pattern, offered in _rules():
            if pattern.search(folded):
                readings = [pattern.sub(each, reading) for each in offered for reading in readings]
    return tuple(dict.fromkeys(map(_consonants, readings)))


def _consonants(reading: str) -> str:
    known, letters = _letters()
    found = "".join(
        letters.get(letter, "") or _bare(letter) for letter in reading if letter in known or letter > "\x7f"
    )
    return _DOUBLED.sub(r"\1", _AFFRICATES.sub("s", found))


@functools.lru_cache(maxsize=1 << 10)
def _bare(letter: str) -> str:
    """The consonant of a letter with a mark that no system of ours writes: ř as r."""
    return _letters()[1].get(unicodedata.normalize("NFD", letter)[0], "")


def _has_ambiguous_letters(folded: str) -> bool:
    return any("a" <= letter <= "z" for letter in folded)


@functools.cache
def _knowledge() -> _Spelling:
    read: _Spelling = own_yaml("valoshka.names.given", "spelling.yml")
    return read


@functools.cache
def _rules() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    return tuple((re.compile(pattern), tuple(offered)) for pattern, offered in _knowledge()["latin"])


@functools.cache
def _letters() -> tuple[frozenset[str], dict[str, str]]:
    letters = {letter: merged for merged, each in _knowledge()["letters"].items() for letter in each}
    return frozenset(letters), letters
