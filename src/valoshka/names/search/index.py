"""The index of names: built once, added to and taken from, asked often; what it finds it can give reasons for."""

from __future__ import annotations

import functools
import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from valoshka.errors import Refused
from valoshka.names.comparing import compare
from valoshka.names.forgetting import forget
from valoshka.names.particles import split_aliases
from valoshka.names.search.blocking import BlockingKey, keys_of_tokens
from valoshka.names.search.building import build, key_of, key_text
from valoshka.names.search.forgetting import without
from valoshka.names.search.sealing import read_sealed, write_sealed
from valoshka.names.search.segment import Segment
from valoshka.names.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from valoshka.names.reasons import Reason
    from valoshka.names.search.building import Id

_LEAST = 0.2  # score: less is no likeness that anybody wants to see
_FRESH = 4_000  # names added one by one before they are put into a segment of their own
_SEGMENTS = 8


@dataclass(frozen=True)
class Hit:
    """Entry `id`, listed as `name`, is like the question by `score` (0 to 1)."""

    id: Id
    name: str
    score: float
    question: str

    @functools.cached_property
    def reasons(self) -> tuple[Reason, ...]:
        """Why, part by part; worked out when asked for."""
        return compare(self.question, self.name).reasons


class NameIndex:
    """Names under all their spellings. As sensitive as the names: it is kept sealed, and forgets on request.

    >>> index = NameIndex.build([(1, "Ціханоўская Святлана"), (2, "Сорокин Пётр Ильич"), (3, "Сарока Пётр")])
    >>> [(hit.id, hit.name) for hit in index.search("Tsikhanouskaya S.", limit=1)]
    [(1, 'Ціханоўская Святлана')]
    >>> index.remove(1)
    >>> index.search("Tsikhanouskaya S."), len(index)
    ([], 2)
    """

    def __init__(self, segments: list[Segment]) -> None:
        self._segments = [segment for segment in segments if len(segment)]
        self._fresh: dict[Id, str] = {}
        self._of_fresh: Segment | None = None

    @classmethod
    def build(cls, rows: Iterable[tuple[Id, str]]) -> NameIndex:
        """The index of (id, name) rows. Of an id that comes twice, the name more alike is found."""
        return cls([Segment(build(rows))])

    def __len__(self) -> int:
        """How many names it holds."""
        return sum(map(len, self._segments)) + len(self._fresh)

    def search(self, question: str, limit: int | None = 10) -> list[Hit]:
        """The names most like `question`, best first; with `limit` None, every one that is like it at all.

        A question with several names in it (“also known as”, “born”) is asked once for each of them.
        """
        hits: dict[Id, Hit] = {}
        for name in split_aliases(question) or (question,):
            asked = tokens(name)
            for segment in self._all() if asked else ():
                for value, entry in segment.search(asked, limit):
                    hit = self._hit(segment, entry, value, question)
                    if hit.score >= _LEAST and (hit.id not in hits or hits[hit.id].score < hit.score):
                        hits[hit.id] = hit
        return sorted(hits.values(), key=lambda hit: (-hit.score, str(hit.id)))[:limit]

    def add(self, key: Id, name: str) -> None:
        """One more name. Raises Refused if the id is taken."""
        if key in self:
            raise Refused(f"The index already holds an entry {key}. Remove it first, or give the new name another id.")
        self._fresh[key] = name
        self._of_fresh = None
        if len(self._fresh) >= _FRESH:
            self._settle()

    def remove(self, *keys: Id) -> None:
        """Forget the names under these ids, and every word that only they had. Raises Refused for an unknown id."""
        unknown = [key for key in keys if key not in self]
        if unknown:
            raise Refused(f"The index holds no entry {unknown[0]}. Nothing was removed.")
        for key in keys:
            self._fresh.pop(key, None)
        self._of_fresh = None
        told = {key_text(key) for key in keys}
        left = [without(segment, segment.entries_under(told)) for segment in self._segments]
        self._segments = [segment for segment in left if len(segment)]
        for segment in self._segments:
            segment.forget()
        forget()

    def __contains__(self, key: Id) -> bool:
        """Whether there is an entry of this id."""
        return key in self._fresh or any(segment.entries_under({key_text(key)}) for segment in self._segments)

    def rows(self) -> Iterator[tuple[Id, str]]:
        """Every (id, name) that it holds."""
        for segment in self._segments:
            for entry in range(len(segment)):
                yield key_of(segment.kept.ids[entry]), segment.kept.texts[entry]
        yield from self._fresh.items()

    def blocking(self) -> Iterator[tuple[Id, BlockingKey]]:
        """Every name's keys as plain rows, for a database that joins on them."""
        for segment in self._all():
            for entry, found in segment.taken_apart():
                key = key_of(segment.kept.ids[entry])
                yield from ((key, each) for each in keys_of_tokens(found))

    def save(self, path: Path, key: bytes) -> None:
        """Write it sealed under a key of 32 bytes; a file that was there is replaced at once or not at all."""
        self._settle()
        write_sealed(path, key, [(segment.kept, segment.keys) for segment in self._segments])

    @classmethod
    def load(cls, path: Path, key: bytes) -> NameIndex:
        """Read what `save` wrote. Raises Refused if the key is another or the file is damaged.

        An index that was written with other knowledge of names is built anew from its names.
        """
        told = read_sealed(path, key)
        if told.current:
            return cls([Segment(kept, keys) for kept, keys in told.segments])
        old = cls([])
        rows = ((key_of(kept.ids[at]), kept.texts[at]) for kept, _ in told.segments for at in range(len(kept.texts)))
        old._segments = [Segment(build(rows))]
        return old

    def _all(self) -> Iterator[Segment]:
        if self._fresh and self._of_fresh is None:
            self._of_fresh = Segment(build(self._fresh.items()))
        return itertools.chain(self._segments, [self._of_fresh] if self._of_fresh else [])

    def _settle(self) -> None:
        """Put the names that were added into a segment; too many small segments become one."""
        if self._fresh:
            self._segments.append(Segment(build(self._fresh.items())))
            self._fresh, self._of_fresh = {}, None
        if len(self._segments) > _SEGMENTS:
            largest = max(self._segments, key=len)
            small = NameIndex([segment for segment in self._segments if segment is not largest])
            self._segments = [largest, Segment(build(small.rows()))]

    @staticmethod
    def _hit(segment: Segment, entry: int, value: float, question: str) -> Hit:
        return Hit(key_of(segment.kept.ids[entry]), segment.kept.texts[entry], value, question)
