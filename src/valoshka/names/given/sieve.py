"""The coarse key under which a spelling of a given name is looked for, whatever system it was romanised by."""

from __future__ import annotations

import functools
import re
import unicodedata
from importlib import resources
from typing import TypedDict

import yaml

_AFFRICATES = re.compile("[td]+s")
_DOUBLED = re.compile(r"(.)\1+")


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
    text = resources.files("valoshka.names.given").joinpath("spelling.yml").read_text(encoding="utf-8")
    read: _Spelling = yaml.safe_load(text)
    return read


@functools.cache
def _rules() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    return tuple((re.compile(pattern), tuple(offered)) for pattern, offered in _knowledge()["latin"])


@functools.cache
def _letters() -> tuple[frozenset[str], dict[str, str]]:
    letters = {letter: merged for merged, each in _knowledge()["letters"].items() for letter in each}
    return frozenset(letters), letters
