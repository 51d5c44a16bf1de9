"""The index of names: built once, asked often; what it finds it can give reasons for."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from valoshka.names.comparing import compare, score
from valoshka.names.search.asking import Asked, Asker
from valoshka.names.search.building import build, key_of
from valoshka.names.search.columns import keys_of
from valoshka.names.search.ranking import Ranker
from valoshka.names.tokens import Token, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from valoshka.names.reasons import Reason
    from valoshka.names.search.building import Id

_FOLLOWED = 8_000  # entries that a word leads to before the next, more frequent one is only used to rank
_COMPARED = 4  # entries more than asked for that are compared word by word
_SURE = 0.9  # share: words that count when two frequent words are followed together
_LEAST = 0.3  # score: less is no likeness that anybody wants to see


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
    """Names under all their spellings.

    >>> index = NameIndex.build([(1, "Ціханоўская Святлана"), (2, "Сорокин Пётр Ильич"), (3, "Сарока Пётр")])
    >>> [(hit.id, hit.name) for hit in index.search("Tsikhanouskaya S.", limit=1)]
    [(1, 'Ціханоўская Святлана')]
    """

    def __init__(self, rows: Iterable[tuple[Id, str]]) -> None:
        self._kept = build(rows)
        self._keys = keys_of(self._kept)
        self._asker = Asker(self._kept, self._keys)
        self._ranker = Ranker(self._kept)

    @classmethod
    def build(cls, rows: Iterable[tuple[Id, str]]) -> NameIndex:
        """The index of (id, name) rows."""
        return cls(rows)

    def __len__(self) -> int:
        """How many names it holds."""
        return len(self._kept.texts)

    def search(self, question: str, limit: int | None = 10) -> list[Hit]:
        """The names most like `question`, best first; with `limit` None, every one that is like it at all."""
        asked = [self._asker.ask(token) for token in tokens(question)]
        entries = self._followed(asked)
        if not len(entries):
            return []
        if limit is not None:
            entries = self._ranker.best(asked, entries, limit + _COMPARED)
        parts = tuple(each.token for each in asked)
        scored = [(score(parts, self._tokens(entry)), entry) for entry in entries.tolist()]
        scored.sort(key=lambda found: (-found[0], found[1]))
        hits = [(value, entry) for value, entry in scored[:limit] if value >= _LEAST]
        return [Hit(key_of(self._kept.ids[entry]), self._kept.texts[entry], value, question) for value, entry in hits]

    def _followed(self, asked: list[Asked]) -> NDArray[np.int32]:
        """Entries worth ranking: all that a rare word leads to, and those that two frequent words lead to together."""
        rarest = sorted((each for each in asked if len(each.words)), key=lambda each: int(each.postings.sum()))
        runs, followed, frequent = [], 0, []
        for each in rarest:
            if followed and followed + int(each.postings.sum()) > _FOLLOWED:
                frequent.append(each)
                continue
            words = _most_alike(each, _FOLLOWED)
            runs.append(self._keys.entries_of_word.of_many(words))
            followed += len(runs[-1])
        for place, one in enumerate(frequent):
            runs += [self._both(one, other) for other in frequent[place + 1 :]]
        return self._once(np.concatenate(runs)) if runs else np.empty(0, np.int32)

    def _once(self, entries: NDArray[np.int32]) -> NDArray[np.int32]:
        marked = np.zeros(len(self), bool)
        marked[entries] = True
        return np.flatnonzero(marked).astype(np.int32)

    def _both(self, one: Asked, other: Asked) -> NDArray[np.int32]:
        of = self._keys.entries_of_word
        marked = np.zeros(len(self), bool)
        marked[of.of_many(one.words[one.shares >= _SURE])] = True
        entries = of.of_many(other.words[other.shares >= _SURE])
        return entries[marked[entries]]

    def _tokens(self, entry: int) -> tuple[Token, ...]:
        row = self._kept.entry_words[entry]
        none = len(self._kept.words.folded)
        return tuple(self._token(word) for word in row.tolist() if word != none)

    @functools.lru_cache(maxsize=1 << 15)  # noqa: B019 - an index lives as long as the process that asks it
    def _token(self, word: int) -> Token:
        return self._kept.words.token(word, self._kept.sounds)


def _most_alike(asked: Asked, most: int) -> NDArray[np.int32]:
    """The words that a question's word may be, the most alike first, until they lead to `most` entries."""
    if int(asked.postings.sum()) <= most:
        return asked.words
    order = np.argsort(-asked.shares, kind="stable")
    enough = int(np.searchsorted(np.cumsum(asked.postings[order]), most)) + 1
    return asked.words[order[:enough]]
