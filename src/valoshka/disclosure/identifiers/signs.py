"""Any text in plain signs: digits, spaces, dashes and wide letters as ASCII has them, and nothing unseen."""

from __future__ import annotations

import functools
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from valoshka.names import knowledge
from valoshka.names.folding import fold, script, twin, visible

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    Codes = NDArray[np.uint32]
    Places = NDArray[np.intp]

_UNREAD = 0xFFFFFFFF
_DROPPED = 0
_HIGHEST = 0x110000
_LINE_ENDS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_RAISED = ("<super>", "<sub>")  # marks of footnotes and squares, not digits of a number


class Plain(NamedTuple):
    """`text` in plain signs; `places[i]` is where its sign `i` stood, `None` if nothing was dropped."""

    text: str
    codes: Codes
    places: Places | None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original text that `text[start:end]` stands for."""
        if self.places is None or start == end:
            return start, end
        return int(self.places[start]), int(self.places[end - 1]) + 1


class Squashed(NamedTuple):
    """The letters and digits of a text, folded one by one, and where each of them stands."""

    letters: str
    positions: tuple[int, ...]


class _Signs(dict[int, str]):
    """One sign for each sign, for short texts: `str.translate` asks it, and it remembers."""

    def __init__(self, rule: Callable[[str], str]) -> None:
        super().__init__()
        self._rule = rule

    def __missing__(self, code: int) -> str:
        sign = self[code] = self._rule(chr(code))
        return sign


class Table:
    """One sign for each sign, worked out when it is first met."""

    def __init__(self, rule: Callable[[str], str]) -> None:
        self._rule = rule
        self._known = np.full(_HIGHEST, _UNREAD, np.uint32)

    def of(self, codes: Codes) -> Codes:
        """The signs for `codes`, 0 for those that are dropped."""
        found = self._known[codes]
        if found.size and int(found.max()) == _UNREAD:
            for code in np.unique(codes[found == _UNREAD]).tolist():
                sign = self._rule(chr(code))
                self._known[code] = ord(sign) if sign else _DROPPED
            found = self._known[codes]
        return found


def codes_of(text: str) -> Codes:
    """The code points of `text`."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def text_of(codes: Codes) -> str:
    """The text that `codes` spell."""
    return codes.tobytes().decode("utf-32-le", "surrogatepass")


def plain(text: str) -> Plain:
    """`text` in plain signs.

    >>> plain("тэл.\\u00a0＋３７５ ２９–\\u200b٦٠").text
    'тэл. +375 29-60'
    """
    codes = _plain_signs().of(codes_of(text))
    places = None
    if codes.size and int(codes.min()) == _DROPPED:
        places = np.flatnonzero(codes)
        codes = codes[places]
    return Plain(text_of(codes), codes, places)


def squash(text: str) -> Squashed:
    """`text` without anything but letters and digits, in lower case, Cyrillic look-alikes as Latin.

    Letters that look like digits are those digits: whoever mixes them up, or hides behind them, writes the same.

    >>> squash("+375 (29) 123").letters, squash("МР 12О").letters
    ('37529123', 'mp120')
    """
    letters, places = squashed(codes_of(text))
    return Squashed(text_of(letters), tuple(places.tolist()))


def in_plain_signs(text: str) -> str:
    """What `plain` makes of a short text, without the places."""
    return text.translate(_short_plain())


def in_squashed_signs(text: str) -> str:
    """What `squash` makes of a short text, without the places."""
    return text.translate(_short_squashed())


def squashed(codes: Codes) -> tuple[Codes, Places]:
    """The letters and digits among `codes`, folded one by one, and the place of each."""
    folded = _squashed_signs().of(codes)
    places = np.flatnonzero(folded)
    return folded[places], places


@functools.cache
def _short_plain() -> _Signs:
    return _Signs(_plain)


@functools.cache
def _short_squashed() -> _Signs:
    return _Signs(_squashed)


@functools.cache
def _plain_signs() -> Table:
    return Table(_plain)


@functools.cache
def _squashed_signs() -> Table:
    return Table(_squashed)


def _plain(sign: str) -> str:
    if sign in _LINE_ENDS:
        return "\n"
    if sign == "\t":
        return sign
    category = unicodedata.category(sign)
    if not visible(sign) or category in ("Cf", "Mn", "Me") or sign == "\0":
        return ""
    if sign.isspace():
        return " "
    if category == "Pd" or sign in "\u2212\u2043\u02d7":
        return "-"
    if category == "Nd":
        return str(unicodedata.digit(sign))
    if unicodedata.decomposition(sign).startswith(_RAISED):
        return sign
    simple = unicodedata.normalize("NFKC", sign)
    return simple if len(simple) == 1 else sign


def _squashed(sign: str) -> str:
    digit = unicodedata.digit(sign, None)
    if digit is not None:
        return str(digit)
    simple = _plain(sign)
    folded = fold(simple)[:1]
    if not (simple.isalnum() and folded.isalnum()):
        return ""
    if script(folded) == "cyrillic":
        folded = (twin(folded) or folded)[:1]
    folded = folded.translate(knowledge.lookalikes()["greek_to_latin"])
    return _DIGITS_ALIKE.get(folded, folded)


# Shapes that stand for a digit in most typefaces: Unicode Technical Standard 39, confusables.txt.
_DIGITS_ALIKE = {"o": "0", "l": "1", "i": "1", "s": "5", "з": "3", "б": "6"}
