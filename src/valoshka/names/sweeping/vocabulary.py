"""Words that may be part of somebody's name, by their places: of which names, and what a place says by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from valoshka.names import knowledge
from valoshka.names.index import is_common

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from valoshka.names.index import Fit, PartIndex

GIVEN, PATRONYMIC, SURNAME, ALONE = 1, 2, 4, 8  # ALONE: a rare surname, which says something by itself
_PART = {"given": GIVEN, "patronymic": PATRONYMIC, "surname": SURNAME}


class Vocabulary:
    """What each word fits, by its place; place 0 is of all words that are part of nobody's name."""

    def __init__(self, index: PartIndex) -> None:
        self._index = index
        self.fits: list[tuple[Fit, ...]] = [()]
        self.parts = np.zeros(1, np.uint8)

    def learn(self, words: Sequence[str]) -> None:
        """Give new folded words, all of them `PartIndex.promising`, the next places."""
        if not words:
            return
        fits = list(self._index.fitting(words, promise=True))
        self.fits += fits
        parts = [_parts(word, each) for word, each in zip(words, fits, strict=True)]
        self.parts = np.concatenate([self.parts, np.array(parts, np.uint8)])


def _parts(folded: str, fits: Iterable[Fit]) -> int:
    found = 0
    for fit in fits:
        found |= _PART[fit.match.part]
    if found & GIVEN or not found & SURNAME or folded in knowledge.function_words():
        return found
    alone = any(fit.exact and fit.match.part == "surname" and not is_common(fit.match.word) for fit in fits)
    return found | (ALONE if alone else 0)
