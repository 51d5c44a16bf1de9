"""How likely a decoded text is to be words, as a log likelihood of its characters beyond ASCII."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

_SENTENCE = re.compile(r"(?:^|[.!?…]\s+)[^\w\s]*([^\W\d_])")
_WORD = re.compile(r"[^\W\d_]+")
_STRANGE = math.log(0.0001)  # a box drawing, a currency sign, a letter of no language here
_SIGN = math.log(0.01)
_ODD_CASE, _CAPITALS, _CAPITAL = -4.0, -1.5, -0.7
_SMALL_START = -1.5  # a sentence that begins with a small letter
_BREAKS_A_RULE = -3.0
_TWO_SCRIPTS = -4.0  # one word in two alphabets
_LONE_ACCENT_RUN = -3.0


@dataclass(frozen=True)
class Knowledge:
    """`encodings.yml`, made ready: candidates by family, log odds, log shares of letters, rules of spelling."""

    candidates: Mapping[str, list[str]]
    names: Mapping[str, str]
    rarity: Mapping[str, float]
    cyrillic: Mapping[str, float]
    latin: tuple[Mapping[str, float], ...]
    typographic: frozenset[str]
    vowels: frozenset[str]
    never_first: frozenset[str]
    never_after_vowel: frozenset[str]

    @classmethod
    def from_yaml(cls, stored: Mapping[str, Any]) -> Knowledge:
        """From the parsed YAML; raises `KeyError` if a group is missing."""
        latin, sounds = stored["latin_letters"], stored["cyrillic_sounds"]
        return cls(
            candidates=stored["candidates"],
            names=stored["names"],
            rarity=stored["rarity"],
            cyrillic={
                letter: math.log(group["share"]) for group in stored["cyrillic_letters"] for letter in group["letters"]
            },
            latin=tuple(dict.fromkeys(letters, math.log(latin["share"])) for letters in latin["languages"].values()),
            typographic=frozenset(stored["typographic"]),
            vowels=frozenset(sounds["vowels"]),
            never_first=frozenset(sounds["never_first"]),
            never_after_vowel=frozenset(sounds["never_after_vowel"]),
        )


def score(text: str, family: str, known: Knowledge) -> float:
    """The log likelihood of `text` in a language of `family` (`cyrillic` or `latin`); ASCII characters count nothing.

    Candidates for the same bytes have the same number of characters beyond ASCII, so that their scores compare.
    """
    alphabets = (known.cyrillic,) if family == "cyrillic" else known.latin
    counts = Counter(character for character in text if character > "\x7f")
    points: float = max(_of_characters(counts, shares, known) for shares in alphabets)
    words = (word for word in _WORD.findall(text) if not word.isascii())
    points += _SMALL_START * sum(first.islower() for first in _SENTENCE.findall(text))
    judge = _cyrillic_word if family == "cyrillic" else _latin_word
    return points + sum((_case(word) + judge(word, known) for word in words), 0.0)


def _of_characters(counts: Counter[str], shares: Mapping[str, float], known: Knowledge) -> float:
    return sum(times * _of_character(character, shares, known) for character, times in counts.items())


def _of_character(character: str, shares: Mapping[str, float], known: Knowledge) -> float:
    if character in known.typographic:
        return _SIGN
    return shares.get(character.lower(), _STRANGE)


def _case(word: str) -> float:
    if word.islower():
        return 0.0
    if word.isupper():
        return _CAPITALS if len(word) > 1 else _CAPITAL
    if word[0].isupper() and word[1:].islower():
        return _CAPITAL
    return _ODD_CASE * sum(now.isupper() != before.isupper() for before, now in pairwise(word[1:]))


def _cyrillic_word(word: str, known: Knowledge) -> float:
    lower = word.lower()
    # Belarusian in DOS 866 borrows the Latin i, which that code page lacks.
    points = _TWO_SCRIPTS * any(letter.isascii() and letter != "i" for letter in lower)
    points += _BREAKS_A_RULE * (lower[0] in known.never_first)
    for before, now in pairwise(lower):
        points += _BREAKS_A_RULE * (before in known.vowels and now in known.never_after_vowel)
    return points + _runs(lower, known.vowels)


def _runs(lower: str, vowels: frozenset[str]) -> float:
    """Three vowels, or five consonants, in a row are rare enough to count against a reading."""
    kinds = "".join("v" if letter in vowels or letter == "i" else "c" for letter in lower)
    return _BREAKS_A_RULE * (kinds.count("vvv") + kinds.count("ccccc"))


def _latin_word(word: str, known: Knowledge) -> float:
    """Accents stand between plain letters: a word made of nothing else is Cyrillic misread."""
    accented = [letter > "\x7f" for letter in word]
    return _LONE_ACCENT_RUN * sum(one and two for one, two in pairwise(accented))
