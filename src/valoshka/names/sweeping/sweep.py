"""Batches of texts in, sightings of a fixed set of people out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

import numpy as np

from valoshka.names.index import PartIndex
from valoshka.names.sweeping.abreast import can_be_abreast, read_abreast
from valoshka.names.sweeping.evidence import Evidence
from valoshka.names.sweeping.reader import APART, Reader
from valoshka.names.sweeping.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from valoshka.names.sweeping.reader import Read

Sighted = Literal["full_name", "given_patronymic", "initials", "surname"]
_HOW: tuple[Sighted, ...] = get_args(Sighted)
_AT_ONCE = 1 << 19  # code points: some 40 MB of columns


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
        self._index = PartIndex(people)
        self.distinct = 0  # words that it has met
        self._begin()

    def _begin(self) -> None:
        """Know no word yet."""
        self._reader = Reader(self._index.promising())
        self._vocabulary = Vocabulary(self._index)
        self._evidence = Evidence(self._vocabulary)

    def over(self, texts: Iterable[str], *, abreast: bool = False) -> Iterator[Sighting]:
        """Every sighting in `texts`, in their order. Memory does not grow with their number, but with new words.

        `abreast` takes words apart in a second process, where there are two processors, and remembers none of them for
        other texts. Raises `Refused` if that process ends before its time.
        """
        if not (abreast and can_be_abreast()):
            for first, batch in _batches(texts):
                yield from self._sightings(first, batch, self._reader.read(batch))
            return
        try:
            for number, those, read in read_abreast(self._reader, _batches(texts)):
                yield from self._sightings(number, those, read)
        finally:
            self._begin()

    def _sightings(self, first: int, texts: Sequence[str], read: Read) -> Iterator[Sighting]:
        """What is found in the texts of one batch, the first of which has number `first`."""
        found, met = read
        self.distinct = met.seen
        self._vocabulary.learn(met.new)
        if not len(found):
            return
        rows = self._evidence.rows(APART.join(texts), found, met.places)
        starts = np.cumsum([0, *(len(each) + len(APART) for each in texts[:-1])])
        start, end = found.start[rows.first], found.end[rows.last]
        order = np.lexsort((end, start))
        number = np.searchsorted(starts, start, side="right") - 1
        columns = (number + first, start - starts[number], end - starts[number], rows.how, rows.who)
        people = self._evidence.people
        for text_number, begins, ends, how, who in zip(*(column[order].tolist() for column in columns), strict=True):
            yield Sighting(text_number, begins, ends, _HOW[how], people[who])


def _batches(texts: Iterable[str]) -> Iterator[tuple[int, list[str]]]:
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
