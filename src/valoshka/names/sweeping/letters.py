"""What each character is to a sweep: a letter, what may stand within a word, or between the words of one name."""

from __future__ import annotations

import functools
import unicodedata
from typing import TYPE_CHECKING

import numpy as np

from valoshka.names.beside import AFTER_INITIAL, BESIDE
from valoshka.names.words import APOSTROPHES, UNSEEN, WORD, is_capital

if TYPE_CHECKING:
    from numpy.typing import NDArray

PLANE = 1 << 16
OTHER, LETTER, APOSTROPHE, DIGIT, UNSEEN_SIGN, BETWEEN, STOP, LINE = range(8)


@functools.cache
def kinds() -> NDArray[np.uint8]:
    """The kind of each character of the first plane, by code point.

    An apostrophe and a digit join two letters to one word; what is unseen is not read; `BETWEEN` may part the words of
    a name, as an apostrophe may, and `STOP` what follows an initial.

    >>> [int(kinds()[ord(sign)]) for sign in "я’7.,\\n;"]
    [1, 2, 3, 6, 5, 7, 0]
    """
    return np.fromiter(map(_kind, map(chr, range(PLANE))), np.uint8, PLANE)


def _kind(sign: str) -> int:
    if sign == "\n":
        return LINE
    if UNSEEN.match(sign):
        return UNSEEN_SIGN
    if WORD.match(sign) or unicodedata.combining(sign):
        return LETTER
    if sign in APOSTROPHES:
        return APOSTROPHE
    if sign in "0123456789":
        return DIGIT
    if BESIDE.fullmatch(sign):
        return BETWEEN
    return STOP if AFTER_INITIAL.fullmatch(sign) else OTHER


@functools.cache
def small() -> NDArray[np.uint64]:
    """The small letter of each character of the first plane."""
    letters = (chr(code).lower() for code in range(PLANE))
    return np.fromiter((ord(letter[0]) for letter in letters), np.uint64, PLANE)


@functools.cache
def capital() -> NDArray[np.bool_]:
    """Which letters of the first plane may open a name: capitals, and those of scripts that have none."""
    return np.fromiter((sign.isalpha() and is_capital(sign) for sign in map(chr, range(PLANE))), np.bool_, PLANE)
