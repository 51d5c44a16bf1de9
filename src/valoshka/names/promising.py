"""The first question to a word of a text: may it be part of anybody's name at all? It goes to any process."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from valoshka.names.folding import twin
from valoshka.names.given import forms_of
from valoshka.names.given.declined import shared

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from valoshka.names.prefilter import Prefilter

_SHORT = 3  # letters: too few for look-alikes of a whole word to mean anything


@dataclass(frozen=True)
class Promising:
    """What an index says no by: how its names sound, given names by number, and given names in some case."""

    sounds: Prefilter
    called: frozenset[int]
    declined: frozenset[str]

    def among(self, words: Sequence[str]) -> list[bool]:
        """Which of many folded words may fit anything: of a text's words, a quarter."""
        if not words:
            return []
        twins = twins_of(words)
        written = self.sounds.among([*words, *filter(None, twins)])
        in_shared = shared("\n".join(words)).split("\n")
        return [
            word in written
            or twinned in written
            or form in self.declined
            or any(each.number in self.called for each in forms_of(word))
            for word, twinned, form in zip(words, twins, in_shared, strict=True)
        ]


def twins_of(words: Iterable[str]) -> list[str | None]:
    """Each folded word in letters of the other script that look the same, if there are such.

    >>> twins_of(["capoka", "halina"])
    ['сарока', None]
    """
    return [twin(word) if len(word) > _SHORT else None for word in words]
