"""How many others of a list fit what is told only because the list is long and the text tells much."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from valoshka.disclosure.jigsaw.clues import DATED, SEASON
from valoshka.disclosure.jigsaw.crowds import SMALL

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from valoshka.disclosure.jigsaw.clues import Clue

# Others who may fit by chance, times the length of the list: the longer the list, the narrower a doubt has to be, or
# doubts drown each other. Of a handful of people only a crowd hides one.
_FEWEST = 10


_PHRASES = frozenset({"profession", "specialty", "workplace", "town", "region"})


class Chance:
    """Counts how many people of a list each told fact is true of.

    >>> from valoshka.disclosure.jigsaw.clues import Clue
    >>> nurse = Clue("profession", "profession", 0, 5, value="nurse")
    >>> everybody = {str(number): [nurse] for number in range(20)}
    >>> Chance(everybody, 20).explains([nurse]), Chance({"only": [nurse]}, 20).explains([nurse])
    (True, False)
    """

    def __init__(self, clues: Mapping[str, Sequence[Clue]], among: int) -> None:
        self._others = max(1, among - 1)
        self._true_of: Counter[tuple[str, str | None, str]] = Counter()
        for told in clues.values():
            self._true_of.update({_key(clue) for clue in told if _counts(clue)})
        self._enough = min(SMALL - 1, _FEWEST / max(1, among))

    def explains(self, clues: Sequence[Clue]) -> bool:
        """Whether so many others would fit `clues`, each fact once, if facts were spread over the list at random."""
        others = [self._true_of[_key(clue)] - 1 for clue in clues if _counts(clue)]
        return self._others * math.prod(each / self._others for each in others) >= self._enough


def _counts(clue: Clue) -> bool:
    return clue.near in DATED or clue.near == SEASON or clue.item in _PHRASES


def _key(clue: Clue) -> tuple[str, str | None, str]:
    return (clue.item, clue.when, clue.value)
