"""Batches of texts in, sightings of a fixed set of people out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

import numpy as np

from valoshka.names.index import PartIndex
from valoshka.names.sweeping.evidence import Evidence
from valoshka.names.sweeping.tokens import tokens
from valoshka.names.sweeping.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

Sighted = Literal["full_name", "given_patronymic", "initials", "surname"]
_HOW: tuple[Sighted, ...] = get_args(Sighted)
_APART = "\n\n"  # no name goes on from one text to the next
_AT_ONCE = 1 << 20  # code points: some 80 MB of columns


@dataclass(frozen=True, slots=True)
class Sighting:
    """Text number `text` of a batch names, from `start` to `end` (code points), one of `people` (keys)."""

    text: int
    start: int
    end: int
    how: Sighted
    people: tuple[str, ...]


class Sweep:
    """Goes through batches of texts. What it has learnt of a word serves for all that follow.

    >>> sweep = Sweep({"p1": ["Галіна Бонч"]})
    >>> [(seen.text, seen.start, seen.end, seen.how) for seen in sweep.over(["Nobody.", "Halina Bonch; Бонч Г. П."])]
    [(1, 0, 12, 'full_name'), (1, 14, 23, 'initials')]
    """

    def __init__(self, people: Mapping[str, Sequence[str]]) -> None:
        self._vocabulary = Vocabulary(PartIndex(people))
        self._evidence = Evidence(self._vocabulary)

    @property
    def distinct(self) -> int:
        """How many distinct words it has met."""
        return len(self._vocabulary)

    def over(self, texts: Iterable[str]) -> Iterator[Sighting]:
        """Every sighting in `texts`, in their order. Memory does not grow with their number, but with new words."""
        for first, batch in self.batches(texts):
            yield from self.found_in(batch).sightings(first)

    @staticmethod
    def batches(texts: Iterable[str]) -> Iterator[tuple[int, list[str]]]:
        """As many texts as are read at once, and the number of the first of them."""
        batch: list[str] = []
        length = first = 0
        for number, text in enumerate(texts):
            batch.append(text)
            length += len(text)
            if length >= _AT_ONCE:
                yield first, batch
                batch, length, first = [], 0, number + 1
        yield first, batch

    def found_in(self, texts: Sequence[str]) -> Found:
        """What is found in the texts of one batch."""
        text = _APART.join(texts)
        found = tokens(text)
        if not len(found):
            return Found(np.zeros((5, 0), np.intp), {})
        rows = self._evidence.rows(text, found, self._vocabulary.places(text, found))
        starts = np.cumsum([0, *(len(each) + len(_APART) for each in texts[:-1])])
        start, end = found.start[rows.first], found.end[rows.last]
        order = np.lexsort((end, start))
        number = np.searchsorted(starts, start, side="right") - 1
        columns = np.stack([number, start - starts[number], end - starts[number], rows.how, rows.who])
        people = self._evidence.people
        return Found(columns[:, order], {who: people[who] for who in np.unique(rows.who).tolist()})


class Found(NamedTuple):
    """Sightings in one batch: a column each, of text (from 0), start, end, how and whom, and who is meant by that."""

    columns: NDArray[np.intp]
    people: Mapping[int, tuple[str, ...]]

    def sightings(self, first: int) -> Iterator[Sighting]:
        """Each of them, if the first text of the batch has number `first`."""
        for text, begins, ends, how, who in self.columns.T.tolist():
            yield Sighting(first + text, begins, ends, _HOW[how], self.people[who])
