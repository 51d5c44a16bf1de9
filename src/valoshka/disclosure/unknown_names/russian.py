"""What the Russian dictionary says of a word: a name, a common word, either, or nothing."""

from __future__ import annotations

import functools
from typing import Literal

import pymorphy3  # type: ignore[import-untyped]

Said = Literal["name", "either", "noun", "word", "unknown"]
_NAMES = frozenset({"Name", "Surn", "Patr"})
_PROPER = frozenset({"Geox", "Orgn", "Trad"})


@functools.lru_cache(maxsize=1 << 16)
def said(folded: str) -> Said:
    """Whether a folded Russian word is in the dictionary as a person's name, as another word, as both, or not at all.

    A common noun is told apart, because it is seldom written large within a sentence, unless it is somebody's name.

    >>> said("петровичем"), said("сказала"), said("вера"), said("мороз"), said("бонч")
    ('name', 'word', 'either', 'either', 'unknown')
    """
    if not _dictionary().word_is_known(folded):
        return "unknown"  # without guessing at its grammar, which takes ten times as long
    readings = [parse.tag.grammemes for parse in _dictionary().parse(folded) if parse.is_known]
    if not readings:
        return "unknown"
    names = sum(bool(_NAMES & reading) and "Geox" not in reading for reading in readings)
    if not names:
        return "noun" if all("NOUN" in each and not _PROPER & each for each in readings) else "word"
    return "name" if names == len(readings) else "either"


@functools.cache
def _dictionary() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang="ru")
