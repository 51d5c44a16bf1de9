"""Every distinct word that a sweep has met, by its number: a place, if it may be part of anybody's name."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from valoshka.names.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from valoshka.names.sweeping.tokens import Tokens

NOBODY = 0
_SHELF = 20  # bits: the words met last lie on a shelf of 2 ** _SHELF places


class Met(NamedTuple):
    """The place of each word of a text, the folded words given the next places, and how many were `seen` so far."""

    places: NDArray[np.int32]
    new: Sequence[str]
    seen: int


class Words:
    """Numbers of words → places from 1; place 0 is of all words that are not `promising`: parts of nobody's name.

    >>> from valoshka.names.sweeping.tokens import tokens
    >>> words = Words(lambda every: [word != "and" for word in every])
    >>> met = [words.met(text, tokens(text)) for text in ("Bonch and", "BONCH")]
    >>> [each.places.tolist() for each in met], [each.new for each in met]
    ([[1, 0], [1]], [['bonch'], []])
    """

    def __init__(self, promising: Callable[[Sequence[str]], Sequence[bool]]) -> None:
        self._promising = promising
        self._last = NOBODY
        self._numbers = np.zeros(0, np.uint64)
        self._places = np.zeros(0, np.int32)
        self._shelf = np.zeros(1 << _SHELF, np.uint64)
        self._on_shelf = np.zeros(1 << _SHELF, np.int32)

    def __len__(self) -> int:
        """How many distinct words were met."""
        return len(self._numbers)

    def met(self, text: str, tokens: Tokens) -> Met:
        """The place of each word of `tokens`, of which each that is new is asked about."""
        slots = (tokens.number >> np.uint64(64 - _SHELF)).astype(np.intp)
        found = self._on_shelf[slots]
        missing = np.flatnonzero(self._shelf[slots] != tokens.number)
        if not len(missing):
            return Met(found, [], len(self))
        numbers, first, back = np.unique(tokens.number[missing], return_index=True, return_inverse=True)
        new = self._learn(text, tokens, numbers, missing[first])
        places = self._places[np.searchsorted(self._numbers, numbers)]
        found[missing] = places[back]
        slots = (numbers >> np.uint64(64 - _SHELF)).astype(np.intp)
        self._shelf[slots], self._on_shelf[slots] = numbers, places
        return Met(found, new, len(self))

    def _learn(self, text: str, tokens: Tokens, numbers: NDArray[np.uint64], at: NDArray[np.intp]) -> list[str]:
        """Put those of `numbers` that are new where they belong; word `at[i]` of the text bears `numbers[i]`."""
        before = np.searchsorted(self._numbers, numbers)
        known = np.zeros(len(numbers), np.bool_)
        inside = before < len(self._numbers)
        known[inside] = self._numbers[before[inside]] == numbers[inside]
        new = np.flatnonzero(~known)
        spans = zip(tokens.start[at[new]].tolist(), tokens.end[at[new]].tolist(), strict=True)
        words = [fold(text[start:end]) for start, end in spans]
        may_be = np.array(self._promising(words), np.bool_) & np.array([len(word) > 1 for word in words], np.bool_)
        places = np.where(may_be, self._last + np.cumsum(may_be), NOBODY).astype(np.int32)
        self._last += int(may_be.sum())
        self._numbers = np.insert(self._numbers, before[new], numbers[new])
        self._places = np.insert(self._places, before[new], places)
        return [words[each] for each in np.flatnonzero(may_be).tolist()]
