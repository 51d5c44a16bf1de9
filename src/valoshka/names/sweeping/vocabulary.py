"""Every distinct word that a sweep has met, by its number: whether it may be part of anybody's name, and of whose."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from valoshka.names import knowledge
from valoshka.names.folding import fold
from valoshka.names.index import is_common

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from valoshka.names.index import Fit, PartIndex
    from valoshka.names.sweeping.tokens import Tokens

GIVEN, PATRONYMIC, SURNAME, ALONE = 1, 2, 4, 8  # ALONE: a rare surname, which says something by itself
NOBODY = 0
_SHELF = 20  # bits: the words met last lie on a shelf of 2 ** _SHELF places
_PART = {"given": GIVEN, "patronymic": PATRONYMIC, "surname": SURNAME}


class Vocabulary:
    """Numbers of words → places in `fits`; place 0 is of all words that are part of nobody's name."""

    def __init__(self, index: PartIndex) -> None:
        self._index = index
        self.fits: list[tuple[Fit, ...]] = [()]
        self.parts = np.zeros(1, np.uint8)
        self._numbers = np.zeros(0, np.uint64)
        self._places = np.zeros(0, np.int32)
        self._shelf = np.zeros(1 << _SHELF, np.uint64)
        self._on_shelf = np.zeros(1 << _SHELF, np.int32)

    def __len__(self) -> int:
        """How many distinct words it holds."""
        return len(self._numbers)

    def places(self, text: str, tokens: Tokens) -> NDArray[np.int32]:
        """The place of each word of `tokens`, of which each that is new is worked out."""
        slots = (tokens.number >> np.uint64(64 - _SHELF)).astype(np.intp)
        found = self._on_shelf[slots]
        missing = np.flatnonzero(self._shelf[slots] != tokens.number)
        if not len(missing):
            return found
        numbers, first, back = np.unique(tokens.number[missing], return_index=True, return_inverse=True)
        self._learn(text, tokens, numbers, missing[first])
        places = self._places[np.searchsorted(self._numbers, numbers)]
        found[missing] = places[back]
        slots = (numbers >> np.uint64(64 - _SHELF)).astype(np.intp)
        self._shelf[slots], self._on_shelf[slots] = numbers, places
        return found

    def _learn(self, text: str, tokens: Tokens, numbers: NDArray[np.uint64], at: NDArray[np.intp]) -> None:
        """Put those of `numbers` that are new where they belong; word `at[i]` of the text bears `numbers[i]`."""
        before = np.searchsorted(self._numbers, numbers)
        known = np.zeros(len(numbers), np.bool_)
        inside = before < len(self._numbers)
        known[inside] = self._numbers[before[inside]] == numbers[inside]
        new = np.flatnonzero(~known)
        spans = zip(tokens.start[at[new]].tolist(), tokens.end[at[new]].tolist(), strict=True)
        places = self._put([fold(text[start:end]) for start, end in spans])
        self._numbers = np.insert(self._numbers, before[new], numbers[new])
        self._places = np.insert(self._places, before[new], places)

    def _put(self, words: Sequence[str]) -> NDArray[np.int32]:
        """The places of new folded words."""
        places = np.zeros(len(words), np.int32)
        long_enough = [at for at, word in enumerate(words) if len(word) > 1]
        parts: list[int] = []
        for at, fits in zip(long_enough, self._index.fitting([words[at] for at in long_enough]), strict=True):
            if fits:
                places[at] = len(self.fits)
                self.fits.append(fits)
                parts.append(_parts(words[at], fits))
        self.parts = np.concatenate([self.parts, np.array(parts, np.uint8)])
        return places


def _parts(folded: str, fits: Iterable[Fit]) -> int:
    found = 0
    for fit in fits:
        found |= _PART[fit.match.part]
    if found & GIVEN or not found & SURNAME or folded in knowledge.function_words():
        return found
    alone = any(fit.exact and fit.match.part == "surname" and not is_common(fit.match.word) for fit in fits)
    return found | (ALONE if alone else 0)
