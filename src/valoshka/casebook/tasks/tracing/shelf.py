"""Names with their owners, ready to be asked which of them are like another name."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from valoshka.names import ACCEPT, Hit, NameIndex, compare

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


SHORT = 300  # names; so few are all looked at
ASKED_FOR = 20  # entries; if all of them are alike, more are asked for
MARGIN = 0.1  # score: an index may see a likeness a little other than `compare`


# Lists abbreviate, and a row that is missed is a person who is not looked for: whatever is as like a search as a
# surname with an initial is like the whole name is shown to a person. The pair is invented.
WHOLE, ABBREVIATED = "Узорнік Ціхан Пятровіч", "Узорнік Ц."


@cache
def least() -> float:
    """The score from which a likeness is kept: below `ACCEPT`, because here a person decides about each.

    >>> 0.5 < least() <= ACCEPT
    True
    """
    return min(compare(WHOLE, ABBREVIATED).score, ACCEPT)


@dataclass(frozen=True)
class Likeness:
    """How alike two names are, with the reasons in words; `owner` is a search's serial or a row's number."""

    owner: int
    score: float
    reasons: tuple[str, ...]


class Shelf:
    """Any number of names, each with the number of its owner.

    >>> shelf = Shelf([(7, "Зінаіда Прыкладная"), (8, "Ціхан Узорнік")])
    >>> [found.owner for found in shelf.like("Прикладная Зинаида")]
    [7]
    """

    def __init__(self, named: Iterable[tuple[int, str]]) -> None:
        self._owners = array("Q")
        self._index = NameIndex.build(self._numbered(named))

    def _numbered(self, named: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
        for number, (owner, name) in enumerate(named):
            self._owners.append(owner)
            yield number, name

    def like(self, name: str) -> Iterator[Likeness]:
        """Every owner of a name that is like `name`; one with several such names comes several times.

        The index weighs a name by how rare it is among those that it holds, so it only proposes; `compare`, which
        knows two names and nothing else, says how alike they are. So a list and a search find each other whichever of
        the two came first.
        """
        for proposed in self._proposed(name):
            comparison = compare(name, proposed.name)
            if comparison.score >= least():
                yield Likeness(
                    self._owners[int(proposed.id)], comparison.score, tuple(str(each) for each in comparison.reasons)
                )

    def _proposed(self, name: str) -> list[Hit]:
        """Every entry that may be alike. Looking at all of a long shelf would take seconds a question."""
        asked_for = ASKED_FOR
        if len(self._owners) > SHORT:
            while True:
                hits = self._index.search(name, limit=asked_for)
                if len(hits) < asked_for or hits[-1].score < least() - MARGIN:
                    break
                asked_for *= 4
        else:
            hits = self._index.search(name, limit=None)
        return [hit for hit in hits if hit.score >= least() - MARGIN]
