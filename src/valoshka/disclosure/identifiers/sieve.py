"""Where in a text a slow look is worth it: most of any text holds no digit, no “@”, no dot within a word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from valoshka.disclosure.identifiers.signs import Codes

    Marks = NDArray[np.bool_]

_BEFORE, _BEHIND = 72, 56  # characters around a digit: an address on either side, a label before
_APART = 4  # characters between digits of one number
_LONG = 5  # digits of a number that may be somebody's
_LABELLED = 9  # characters between a series and its number: “, № ”, “ номер ”
_SOLID = 6  # digits in a row beside a small letter
_BEFORE_END = 24  # characters of a number before a letter that ends it
_NUMBER_BEFORE = re.compile(r"\+?\d[\d ().-]*(?<=\d)\Z")


class Sieve:
    """The signs of one text (in plain signs), sorted into those that may belong to an identifier."""

    def __init__(self, text: str, codes: Codes) -> None:
        self.text = text
        self._codes = codes
        self._digits = np.flatnonzero(_between(codes, "0", "9"))
        self._first, self._last, self._sizes = self._groups(_APART)

    def ats(self) -> list[int]:
        """Every “@”."""
        return [int(at) for at in np.flatnonzero(self._codes == ord("@"))]

    def within_words(self) -> list[int]:
        """Every dot, colon or solidus that stands within a word, as in an address on the net."""
        codes = self._codes
        signs = np.flatnonzero((codes[1:-1] == ord(".")) | (codes[1:-1] == ord(":"))) + 1
        inside = (codes[signs - 1] > ord("-")) & (codes[signs + 1] > ord(" ")) & ~_between(codes[signs - 1], "0", "9")
        return [int(at) for at in signs[inside]]

    def colons(self) -> Iterator[tuple[int, str]]:
        """Stretches with colons close to each other, as in the addresses of computers."""
        colons = np.flatnonzero(self._codes == ord(":"))
        close = colons[:-1][np.diff(colons) <= _APART + 1]
        return self._stretches(close, close)

    def names_of_accounts(self) -> Iterator[tuple[int, str]]:
        """The text around digits beside a small letter, low lines, and colons behind a word."""
        codes = self._codes
        digits, letters = _between(codes, "0", "9"), _between(codes | np.uint32(0x20), "a", "z")
        joined = (codes[1:-1] == ord(".")) | (codes[1:-1] == ord("-")) | (codes[1:-1] == ord("#"))
        inner = np.flatnonzero(digits[1:] & letters[:-1])
        inner = np.concatenate([inner, np.flatnonzero(digits[2:] & joined & letters[:-2])])
        lines = np.flatnonzero(codes == ord("_"))
        colons = np.flatnonzero(((codes[1:] == ord(":")) | (codes[1:] == ord("="))) & (codes[:-1] > ord("9"))) + 1
        dots = np.flatnonzero((codes[1:-1] == ord(".")) & letters[:-2] & letters[2:]) + 1
        found = np.sort(np.concatenate([inner, lines, colons, dots]))
        return self._stretches(found, found)

    def all_digits(self) -> Iterator[tuple[int, str]]:
        """The text around every number."""
        return self._stretches(self._first, self._last)

    def long_numbers(self) -> Iterator[tuple[int, str]]:
        """The text around every number of five digits or more, however it is spaced."""
        long = self._sizes >= _LONG
        return self._stretches(self._first[long], self._last[long])

    def numbers_with_letters(self) -> Iterator[tuple[int, str]]:
        """The text around every number that has capitals beside it, or many digits and a letter."""
        codes = np.concatenate([np.zeros(_LABELLED, np.uint32), self._codes, np.zeros(_LABELLED, np.uint32)])
        first, last, sizes = self._groups(1)
        near = np.zeros(first.size, np.bool_)
        for step in range(1, _LABELLED + 1):
            near |= _capital(codes[first + _LABELLED - step])
        for step in (1, 2):
            near |= _capital(codes[last + _LABELLED + step])
        before, behind = _small(codes[first + _LABELLED - 1]), _small(codes[last + _LABELLED + 1])
        kept = ((near | (before & behind)) & (sizes >= 3)) | ((before | behind) & (sizes >= _SOLID))
        return self._stretches(first[kept], last[kept])

    def degrees(self) -> Iterator[tuple[int, str]]:
        """The text around every sign of a degree, and around a plus within a word, as in a code for a place."""
        codes = self._codes
        pluses = (codes[1:-1] == ord("+")) & (codes[:-2] > ord("/")) & (codes[2:] > ord("/"))
        degrees = (codes == ord("°")) | (codes == ord("º")) | (codes == ord("˚"))
        signs = np.sort(np.concatenate([np.flatnonzero(degrees), np.flatnonzero(pluses) + 1]))
        return self._stretches(signs, signs)

    def _groups(self, apart: int) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.intp]]:
        """First and last place of digits that stand together, and how many they are."""
        if not self._digits.size:
            return self._digits, self._digits, self._digits
        breaks = np.flatnonzero(np.diff(self._digits) > apart)
        first = np.concatenate([[0], breaks + 1])
        last = np.concatenate([breaks, [self._digits.size - 1]])
        return self._digits[first], self._digits[last], last - first + 1

    def _stretches(self, first: NDArray[np.intp], last: NDArray[np.intp]) -> Iterator[tuple[int, str]]:
        """The text from before each `first` to behind each `last`, joined where they meet, cut at spaces."""
        if not first.size:
            return
        begins, ends = first - _BEFORE, last + _BEHIND
        breaks = np.flatnonzero(begins[1:] > np.maximum.accumulate(ends)[:-1])
        starts = begins[np.concatenate([[0], breaks + 1])].tolist()
        stops = np.maximum.accumulate(ends)[np.concatenate([breaks, [first.size - 1]])].tolist()
        for start, stop in zip(starts, stops, strict=True):
            begin = max(self.text.rfind(" ", 0, start), self.text.rfind("\n", 0, start), 0) if start > 0 else 0
            space = self.text.find(" ", stop)
            yield begin, self.text[begin : space if space >= 0 else len(self.text)]


def _between(codes: Codes, low: str, high: str) -> Marks:
    # Below `low` the difference wraps round and is large.
    return codes - np.uint32(ord(low)) <= np.uint32(ord(high) - ord(low))


def _capital(codes: Codes) -> Marks:
    return _between(codes, "A", "Z") | _between(codes, "Ѐ", "Я")


def _small(codes: Codes) -> Marks:
    return _between(codes, "a", "z") | _between(codes, "а", "ў")


def without_letters_for_digits(text: str, codes: Codes) -> tuple[str, Codes]:
    """The same text where O, l and З stand among digits, as those digits; nothing changes its place.

    >>> from valoshka.disclosure.identifiers.signs import codes_of
    >>> without_letters_for_digits("29 6OO-1l-22, 2O", codes_of("29 6OO-1l-22, 2O"))[0]
    '29 600-11-22, 2O'
    """
    alike = np.isin(codes, _ALIKE)
    digits = _between(codes, "0", "9")
    opened = digits[:-1] | (codes[:-1] == ord("+"))
    opened[1:] |= digits[:-2] & ((codes[1:-1] == ord(" ")) | (codes[1:-1] == ord("-")))
    beside = np.flatnonzero(alike[1:] & opened) + 1
    if not beside.size:
        return text, codes
    changed = codes.copy()
    for at in beside.tolist():
        end = at
        while end < len(text) and alike[end]:
            end += 1
        if end - at <= _APART and _stands_for_digits(text, at, end):
            changed[at:end] = [ord(_DIGIT[text[place]]) for place in range(at, end)]
    return changed.tobytes().decode("utf-32-le", "surrogatepass"), changed


def _stands_for_digits(text: str, at: int, end: int) -> bool:
    """Whether the letters `text[at:end]` behind a digit are digits too: digits follow, or they end a long number."""
    if text[at:end] in _ONLY_WITHIN:
        return text[at - 1 : at].isdigit() and text[end : end + 1].isdigit()
    if text[end : end + 2].lstrip(" -")[:1].isdigit():
        return True
    before = _NUMBER_BEFORE.search(text[max(at - _BEFORE_END, 0) : at])
    ends = not text[end : end + 1].isalnum()
    return before is not None and ends and sum(map(str.isdigit, before.group())) >= _SOLID


# Unicode Technical Standard 39, confusables.txt.
_DIGIT = {
    "O": "0",
    "o": "0",
    "О": "0",
    "о": "0",
    "l": "1",
    "I": "1",
    "І": "1",
    "|": "1",
    "З": "3",
    "з": "3",
    "S": "5",
    "B": "8",
    "В": "8",
}
_ONLY_WITHIN = frozenset("BВ")  # at a number's end they are letters more often
_ALIKE = np.array([ord(sign) for sign in _DIGIT], np.uint32)
