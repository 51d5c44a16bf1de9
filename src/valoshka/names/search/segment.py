"""Entries that were built together: columns, the keys to them, and a search among them."""

from __future__ import annotations

import functools
import itertools
from typing import TYPE_CHECKING

import numpy as np

from valoshka.names.comparing import Against
from valoshka.names.particles import split_aliases
from valoshka.names.search.asking import Asked, Asker
from valoshka.names.search.columns import Columns, Keys, keys_of
from valoshka.names.search.linked import distinct
from valoshka.names.search.ranking import Ranker
from valoshka.names.tokens import settled, tokens

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from numpy.typing import NDArray

    from valoshka.names.tokens import Token

_FOLLOWED = 3_000  # entries that a word leads to before the next, more frequent one is only used to rank
_SURE = 0.95  # share: a word so like a listed one was hardly mistaken for another
_COMPARED = 3  # entries more than asked for that are compared word by word
_FOLLOWED_TOGETHER = 50_000  # entries that each of two frequent words leads to
_MET = 1 << 15  # listed words that are remembered as comparisons want them
_STRETCH = 4_096  # entries that are made Python's numbers at once
_FEW_ENOUGH_TO_SORT = 10_000  # entries; for more, marking them among all is quicker
_ALL = 1 << 62
FEW = 2_000  # entries of which, with no limit, every one is compared


class Segment:
    """Columns with what is needed to ask them. It is never changed, and asked by one thread at a time."""

    def __init__(self, kept: Columns, keys: Keys | None = None) -> None:
        self.kept = kept
        self.keys = keys if keys is not None else keys_of(kept)
        self._asker = Asker(kept, self.keys)
        self._ranker = Ranker(kept)
        self._met: dict[int, Token] = {}
        self._none = len(kept.words.folded)

    def __len__(self) -> int:
        """How many entries it holds."""
        return len(self.kept.texts)

    def forget(self) -> None:
        """Remember no word that was asked for."""
        self._asker.forget()
        self._met.clear()

    def entries_under(self, ids: Collection[str]) -> list[int]:
        """The entries with these ids, as `building.key_text` writes them."""
        places, hashes = self._by_id
        found: list[int] = []
        for told in ids:
            first, last = np.searchsorted(hashes, hash(told), "left"), np.searchsorted(hashes, hash(told), "right")
            found += [at for at in places[first:last].tolist() if self.kept.ids[at] == told]
        return found

    @functools.cached_property
    def _by_id(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        hashes = np.fromiter((hash(self.kept.ids[at]) for at in range(len(self))), np.int64, len(self))
        order = np.argsort(hashes, kind="stable")
        return order, hashes[order]

    def search(self, question: Sequence[Token], limit: int | None) -> list[tuple[float, int]]:
        """(score, entry) of at most `limit` entries, best first; with no limit, of all that have anything alike."""
        if limit is None and len(self) <= FEW:
            entries = np.arange(len(self), dtype=np.int32)
        else:
            asked = [self._asker.ask(token) for token in question]
            entries = self._followed(asked, _FOLLOWED if limit is not None else _ALL)
            if limit is not None and len(entries):
                entries = self._ranker.best(asked, entries, limit + _COMPARED)
        return sorted(self._scored(question, entries), key=lambda found: (-found[0], found[1]))[:limit]

    def _scored(self, question: Sequence[Token], entries: NDArray[np.int32]) -> Iterator[tuple[float, int]]:
        """(score, entry) as `compare` gives it: of an entry that holds several names, the best of them."""
        against = Against(question)
        for entry, words, several in self._rows(entries):
            names = split_aliases(text := self.kept.texts[entry]) if several else ()
            if not names or names == (text,):
                yield against.score(self._tokens(words)), entry
            else:
                yield max(against.score(tokens(name)) for name in names), entry

    def _rows(self, entries: NDArray[np.int32]) -> Iterator[tuple[int, list[int], bool]]:
        """Each entry, its words, and whether it may hold several names; a stretch at a time, as there may be many."""
        for start in range(0, len(entries), _STRETCH):
            some = entries[start : start + _STRETCH]
            yield from zip(
                some.tolist(), self.kept.entry_words[some].tolist(), self.kept.several[some].tolist(), strict=True
            )

    def taken_apart(self) -> Iterator[tuple[int, tuple[Token, ...]]]:
        """Every entry with its name taken apart, as `tokens` would."""
        for entry, words, _ in self._rows(np.arange(len(self), dtype=np.int32)):
            yield entry, self._tokens(words)

    def _followed(self, asked: list[Asked], most: int) -> NDArray[np.int32]:
        """Entries worth ranking: all that a rare word leads to, and those that two frequent words lead to together.

        A word is rare if few entries have a word surely like it; what is loosely like it is followed as far as it fits.
        """
        of = self.keys.entries_of_word
        by_rarity = sorted((each for each in asked if len(each.words)), key=lambda each: each.sure_postings)
        rare = [each for each in by_rarity if each.sure_postings <= most] or by_rarity[:1]
        runs = [of.of_many(_most_alike(each, most)) for each in rare]
        if by_rarity and by_rarity[0].sure_postings > most:
            runs += [self._both(by_rarity[0], other) for other in by_rarity[1:]]
        elif not any(float(each.shares.max()) >= _SURE for each in rare):
            frequent = by_rarity[len(rare) :]
            runs += [self._both(one, other) for one, other in itertools.combinations(frequent, 2)]
        return self._once(np.concatenate(runs)) if runs else np.empty(0, np.int32)

    def _once(self, entries: NDArray[np.int32]) -> NDArray[np.int32]:
        if len(entries) <= _FEW_ENOUGH_TO_SORT:
            return distinct(entries)
        marked = np.zeros(len(self), bool)
        marked[entries] = True
        return np.flatnonzero(marked).astype(np.int32)

    def _both(self, one: Asked, other: Asked) -> NDArray[np.int32]:
        of = self.keys.entries_of_word
        marked = np.zeros(len(self), bool)
        marked[of.of_many(_most_alike(one, _FOLLOWED_TOGETHER))] = True
        entries = of.of_many(_most_alike(other, _FOLLOWED_TOGETHER))
        return entries[marked[entries]]

    def _tokens(self, words: Sequence[int]) -> tuple[Token, ...]:
        met, none = self._met, self._none
        return settled(tuple([met.get(word) or self._meet(word) for word in words if word != none]))

    def _meet(self, word: int) -> Token:
        if len(self._met) >= _MET:
            self._met.clear()
        known = self._met[word] = self.kept.words.token(word, self.kept.sounds)
        return known


def _most_alike(asked: Asked, most: int) -> NDArray[np.int32]:
    """The words that a question's word may be, the most alike first, until they lead to `most` entries."""
    if int(asked.postings.sum()) <= most:
        return asked.words
    order = np.argsort(-asked.shares, kind="stable")
    enough = int(np.searchsorted(np.cumsum(asked.postings[order]), most)) + 1
    return asked.words[order[:enough]]
