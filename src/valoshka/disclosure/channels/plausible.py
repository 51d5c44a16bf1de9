"""How much a word looks like one of a language, and not like keys struck blindly or letters in the wrong order."""

from __future__ import annotations

import functools
import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, cast

from valoshka.own_yaml import own_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable

_UNHEARD = 9.0  # bits: what no letter pair of either alphabet exceeds


class _Pairs(NamedTuple):
    letters: frozenset[str]
    bits: dict[str, float]


def surprise(word: str) -> float:
    """Bits of surprise a letter, at the letter pairs of `word`: about 3 in a word, 6 and more in no language's.

    9 for what is written in two alphabets, in another, or holds signs.

    >>> surprise("уборщица") < 4.5 < surprise("Nb[jy"), surprise("przyjechali") < 4.9 < surprise("qwjxvk")
    (True, True)
    """
    folded = _bare(word.lower())
    for pairs in _alphabets():
        if folded and pairs.letters.issuperset(folded):
            return sum(_each(f"^{folded}^", pairs.bits)) / (len(folded) + 1)
    return _UNHEARD


def _each(word: str, bits: dict[str, float]) -> Iterable[float]:
    return (bits[one + other] for one, other in pairwise(word))


def _bare(word: str) -> str:
    """Without the marks of Latin letters, which the table does not tell apart."""
    if word.isascii() or "а" <= word[:1] <= "ґ":
        return word
    apart = unicodedata.normalize("NFD", word.replace("ł", "l"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


@functools.cache
def _alphabets() -> tuple[_Pairs, ...]:
    told = cast(dict[str, dict[str, object]], own_yaml("valoshka.disclosure.channels", "letter_pairs.yml"))
    return tuple(_pairs(told[name]) for name in ("latin", "cyrillic"))


def _pairs(entry: dict[str, object]) -> _Pairs:
    letters, rows = str(entry["letters"]), cast(list[str], entry["bits"])
    bits = {
        before + behind: float(figure)
        for before, row in zip(letters, rows, strict=True)
        for behind, figure in zip(letters, row, strict=True)
    }
    return _Pairs(frozenset(letters) - {"^"}, bits)
