"""Which of many entries answer a question best: what `comparing` would say, for all of them at once."""

from __future__ import annotations

import functools
import itertools
from typing import TYPE_CHECKING

import numpy as np

from valoshka.names import knowledge
from valoshka.names.tokens import KINDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from valoshka.names.search.asking import Asked
    from valoshka.names.search.columns import Columns
    from valoshka.names.tokens import Token

_MOST_WAYS = 400  # ways in which the words of two names may meet; names of more words meet greedily
_USUAL = 8  # words of a question, and one column more
_INITIAL = KINDS.index("initial")
_AS_GOOD = 0.003  # score
_TIED = 2  # times as many as asked for, at most, if they are as good as the last
_TOO_MANY = 0.05  # of the weight of every word that a name has, so that of two alike the shorter is looked at


class Ranker:
    """Scores entries of one index. It keeps a row of numbers for each word of a question, so one thread may ask."""

    def __init__(self, kept: Columns) -> None:
        self._rows, self._several = kept.entry_words, kept.several
        self._none = len(kept.words.folded)
        weighing = knowledge.weighing()
        weight = np.array([weighing.weight[kind] for kind in KINDS], np.float32)
        missing = np.array([weighing.missing[kind] for kind in KINDS], np.float32)
        nothing = np.zeros(1, np.float32)
        self._weight = np.concatenate([weight[kept.words.kinds], nothing])
        self._differs = [weighing.differs.get(kind, 0.0) for kind in KINDS]
        self._kind = np.concatenate([kept.words.kinds, np.full(1, len(KINDS), np.uint8)])
        self._name_differs = weighing.differs["name"]
        self._surname = np.concatenate([kept.words.kinds == KINDS.index("surname"), [False]])
        self._granted = self._weight * np.concatenate([missing[kept.words.kinds], nothing])
        self._shares = np.zeros((self._none + 1, 0), np.float32)

    def best(self, asked: Sequence[Asked], entries: NDArray[np.int32], most: int) -> NDArray[np.int32]:
        """At most `most` of `entries`, best first: roughly by the likeness of all words, then with each used once."""
        self._widen(len(asked))
        for place, each in enumerate(asked):
            self._shares[each.words, place] = each.shares
        try:
            return self._ranked(asked, entries, most)
        finally:
            for place, each in enumerate(asked):
                self._shares[each.words, place] = 0

    def _widen(self, words: int) -> None:
        """Room for `words` words of a question, beside the weights of the listed words, so that one look tells both."""
        wide = next(room for room in (3, 7, words) if room >= words) + 1
        # Once wider, it stays so for a usual question, because making it anew takes as long as asking.
        if not wide <= self._shares.shape[1] <= _USUAL:
            self._shares = np.zeros((self._none + 1, wide), np.float32)
            self._shares[:, -1] = self._weight

    def _ranked(self, asked: Sequence[Asked], entries: NDArray[np.int32], most: int) -> NDArray[np.int32]:
        roughly = 4 * most
        if len(entries) > roughly:
            total = self._roughly(asked, entries)
            entries = entries[np.argpartition(total, len(entries) - roughly)[len(entries) - roughly :]]
        score = self._scores(asked, self._rows[entries], self._several[entries])
        order = np.lexsort((entries, -score))
        # Entries that are as good as the last one are not cut off: the comparison sees what the columns do not.
        tied = int((score >= score[order[min(most, len(order)) - 1]] - _AS_GOOD).sum())
        return entries[order[: max(most, min(tied, _TIED * most))]]

    def _roughly(self, asked: Sequence[Asked], entries: NDArray[np.int32]) -> NDArray[np.float32]:
        """The likeness of the question's words added up, though two may have met the same word; long names last."""
        total = np.zeros(len(entries), np.float32)
        most = np.zeros((len(entries), self._shares.shape[1]), np.float32)
        for column in self._rows.take(entries, axis=0).T:
            # Hardly a name has as many words as there are columns.
            few = np.flatnonzero(column != self._none)
            if len(few) * 2 > len(column):
                shares = self._shares.take(column, axis=0)
                np.maximum(most, shares, out=most)
                total -= _TOO_MANY * shares[:, -1]
            else:
                shares = self._shares.take(column[few], axis=0)
                most[few] = np.maximum(most[few], shares)
                total[few] -= _TOO_MANY * shares[:, -1]
        for place, each in enumerate(asked):
            total += each.token.weight * most[:, place]
        return total

    def _scores(
        self, asked: Sequence[Asked], rows: NDArray[np.int32], several: NDArray[np.bool_]
    ) -> NDArray[np.float32]:
        """The share of both names that agrees when words meet in the best way (see `comparing`).

        Of an entry that may hold several names, a word that meets none may belong to another of them.
        """
        rows = self._packed(rows, len(asked))
        ways = _ways(rows.shape[1], len(asked))
        words = np.arange(len(asked))
        weighing = knowledge.weighing()
        shares = self._shares[rows, : len(asked)]
        own = np.array([each.token.weight for each in asked], np.float32)
        alone = np.array([weighing.missing[each.token.kind] for each in asked], np.float32)
        there = rows != self._none
        listed = self._weight[rows][:, :, None]
        unknown = self._surname[rows][:, :, None] | [each.token.kind == "surname" for each in asked]
        together = np.where(unknown & (shares > 0), np.minimum(listed, own), (listed + own) / 2)
        weight = np.where(there[:, :, None], together, own)
        for place, each in enumerate(asked):
            shares[:, :, place] += self._taken_off(each.token, rows, shares[:, :, place])
        single = ~several[:, None]
        left, left_granted = self._weight[rows] * single, self._granted[rows] * single
        granted = weight * np.where(there[:, :, None], shares, alone)
        met = there[:, ways].sum(axis=2)
        given = granted[:, ways, words].sum(axis=2) - left_granted[:, ways].sum(axis=2)
        whole = weight[:, ways, words].sum(axis=2) - left[:, ways].sum(axis=2)
        given += left_granted.sum(axis=1)[:, None]
        whole += left.sum(axis=1)[:, None]
        complete = met == np.minimum(there.sum(axis=1), len(asked))[:, None]
        score: NDArray[np.float32] = np.where(complete, given / np.maximum(whole, 1e-6), -1).max(axis=1)
        return score

    def _taken_off(self, token: Token, rows: NDArray[np.int32], shares: NDArray[np.float32]) -> NDArray[np.float32]:
        """What a part that differs takes off."""
        kind = KINDS.index(token.kind)
        listed = self._kind[rows]
        off = np.where(listed == kind, self._differs[kind], self._name_differs).astype(np.float32)
        whole = (listed < _INITIAL) & (shares == 0)
        return off * whole if kind < _INITIAL else np.zeros_like(off)

    def _packed(self, rows: NDArray[np.int32], words: int) -> NDArray[np.int32]:
        """Rows as wide as the longest of their names, and at least as the question."""
        wide = max(words, int((rows != self._none).sum(axis=1).max(initial=1)))
        if wide <= rows.shape[1]:
            return rows[:, :wide]
        return np.pad(rows, ((0, 0), (0, wide - rows.shape[1])), constant_values=self._none)


@functools.lru_cache(maxsize=64)
def _ways(wide: int, words: int) -> NDArray[np.intp]:
    """Which of `wide` words each of the question's meets: ways × words."""
    return np.array(list(itertools.islice(itertools.permutations(range(wide), words), _MOST_WAYS)), np.intp)
