"""A text's words as columns of numbers: where each stands, and a number by which it is the same word elsewhere."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from valoshka.names.sweeping.letters import (
    APOSTROPHE,
    DIGIT,
    LETTER,
    LINE,
    OTHER,
    PLANE,
    STOP,
    UNSEEN_SIGN,
    capital,
    kinds,
    small,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

_FACTOR = 0x9E3779B97F4A7C15  # odd, so that it can be undone; the golden ratio's bits
_ALL = (1 << 64) - 1
_FULL_STOP = ord(".")
_BESIDE = 6  # characters between two words of a name, and after an initial
_AFTER_INITIAL = 4


@dataclass(frozen=True, slots=True)
class Tokens:
    """Words of a text, in order. `start` and `end` are code points, end exclusive; `number` is the same for a word in
    small and in capital letters, and hardly ever for two words.

    `beside[i]`: nothing parts word `i` and the next one but what may stand in a name; `dotted[i]`: the same where one
    of them is an initial. `stopped[i]`: a full stop follows.
    """

    start: NDArray[np.int32]
    end: NDArray[np.int32]
    number: NDArray[np.uint64]
    capital: NDArray[np.bool_]
    beside: NDArray[np.bool_]
    dotted: NDArray[np.bool_]
    stopped: NDArray[np.bool_]

    def __len__(self) -> int:
        """How many words there are."""
        return len(self.start)


def tokens(text: str) -> Tokens:
    """The words of a text of the first plane's characters.

    >>> found = tokens("Halina Bonch, HALINA")
    >>> found.start.tolist(), bool(found.number[0] == found.number[2]), found.beside.tolist()
    ([0, 7, 14], True, [True, True, False])
    """
    codes = np.minimum(np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32), PLANE - 1)
    kind = kinds()[codes]
    seen = np.flatnonzero(kind != UNSEEN_SIGN) if (kind == UNSEEN_SIGN).any() else None
    if seen is not None:
        codes, kind = codes[seen], kind[seen]
    start, end = _spans(kind)
    number = _numbers(small()[codes], start, end)
    beside, dotted = _parted(kind, start, end)
    first = capital()[codes[start]]
    stopped = codes[np.minimum(end, len(codes) - 1)] == _FULL_STOP
    if seen is not None:
        start, end = seen[start], seen[end - 1] + 1
    return Tokens(start.astype(np.int32), end.astype(np.int32), number, first, beside, dotted, stopped)


def _spans(kind: NDArray[np.uint8]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Where words begin and end: letters, and between two letters a sign that joins them."""
    letter = np.zeros(len(kind) + 2, np.bool_)
    letter[1:-1] = kind == LETTER
    joined = np.flatnonzero((kind == APOSTROPHE) | (kind == DIGIT)) + 1
    letter[joined[letter[joined - 1] & letter[joined + 1]]] = True
    edges = np.flatnonzero(letter[1:] != letter[:-1])
    return edges[::2], edges[1::2]


def _numbers(letters: NDArray[np.uint64], start: NDArray[np.intp], end: NDArray[np.intp]) -> NDArray[np.uint64]:
    """Each word's letters as the digits of one number, modulo 2 ** 64."""
    power, undone = _powers(1 << max(16, (len(letters) + 1).bit_length()))
    total = np.zeros(len(letters) + 1, np.uint64)
    np.cumsum(letters * power[: len(letters)], out=total[1:])
    return (total[end] - total[start]) * undone[start] + (end - start).astype(np.uint64)


@functools.lru_cache(maxsize=2)
def _powers(many: int) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    return _row(_FACTOR, many), _row(pow(_FACTOR, -1, 1 << 64), many)


def _row(factor: int, many: int) -> NDArray[np.uint64]:
    row = np.full(many, factor, np.uint64)
    row[0] = 1
    return np.cumprod(row)


def _parted(
    kind: NDArray[np.uint8], start: NDArray[np.intp], end: NDArray[np.intp]
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Whether each word stands beside the next as the words of a name do, and as an initial does."""
    beside = np.zeros(len(start), np.bool_)
    dotted = np.zeros(len(start), np.bool_)
    if len(start) > 1:
        one, other = end[:-1], start[1:]
        apart = other - one
        strange = _between((kind == OTHER) | (kind == DIGIT), one, other)
        stops, lines = _between(kind == STOP, one, other), _between(kind == LINE, one, other)
        near = (strange == 0) & (lines <= 1)
        beside[:-1] = near & (apart <= _BESIDE) & (stops == 0)
        dotted[:-1] = near & (apart <= _AFTER_INITIAL)
    return beside, dotted


def _between(signs: NDArray[np.bool_], one: NDArray[np.intp], other: NDArray[np.intp]) -> NDArray[np.int32]:
    """How many of `signs` stand from `one` to `other`."""
    total = np.zeros(len(signs) + 1, np.int32)
    np.cumsum(signs, out=total[1:])
    return total[other] - total[one]
