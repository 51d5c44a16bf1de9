"""Links from things to things, as two columns: for each left number, the right numbers that belong to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


_NONE: frozenset[int] = frozenset()
_T = TypeVar("_T", bound=np.generic)


@dataclass(frozen=True)
class Links:
    """`to[start[i] : start[i + 1]]` are the right numbers of left number i."""

    start: NDArray[np.int32]
    to: NDArray[np.int32]

    @classmethod
    def of(cls, left: NDArray[np.int32], right: NDArray[np.int32], lefts: int) -> Links:
        """Links of `lefts` left numbers from pairs in any order.

        >>> links = Links.of(np.array([1, 0, 1], np.int32), np.array([7, 8, 9], np.int32), 3)
        >>> links.of_one(1).tolist(), links.of_many(np.array([0, 1, 2])).tolist()
        ([7, 9], [8, 7, 9])
        """
        order = np.argsort(left, kind="stable")
        start = np.zeros(lefts + 1, np.int32)
        np.cumsum(np.bincount(left, minlength=lefts), out=start[1:])
        return cls(start, right[order].astype(np.int32, copy=False))

    def __len__(self) -> int:
        """How many left numbers there are."""
        return len(self.start) - 1

    def turned(self, rights: int | None = None) -> Links:
        """The same links from right to left, for `rights` right numbers (as many as occur, if not told)."""
        lefts = np.repeat(np.arange(len(self), dtype=np.int32), np.diff(self.start))
        return Links.of(self.to, lefts, int(self.to.max(initial=-1)) + 1 if rights is None else rights)

    def of_one(self, left: int) -> NDArray[np.int32]:
        """The right numbers of one left number; none for a number that is not there."""
        return self.to[self.start[left] : self.start[left + 1]] if left < len(self) else self.to[:0]

    def set_of(self, left: int) -> frozenset[int]:
        """The right numbers of one left number, as Python's numbers; most words have none of most kinds."""
        first, last = self.start[left : left + 2].tolist()
        return frozenset(self.to[first:last].tolist()) if first < last else _NONE

    def counts(self, lefts: NDArray[np.integer]) -> NDArray[np.int32]:
        """How many right numbers each of `lefts` has."""
        found: NDArray[np.int32] = self.start[lefts + 1] - self.start[lefts]
        return found

    def of_many(self, lefts: NDArray[np.integer]) -> NDArray[np.int32]:
        """The right numbers of all of `lefts`, one after the other."""
        begin = self.start[lefts]
        return self._joined(begin, self.start[lefts + 1] - begin)

    def of_many_with(self, lefts: NDArray[np.integer], told: NDArray[_T]) -> tuple[NDArray[np.int32], NDArray[_T]]:
        """As `of_many`, and beside each what is `told` of its left number.

        >>> links = Links.of(np.array([1, 0, 1], np.int32), np.array([7, 8, 9], np.int32), 2)
        >>> [column.tolist() for column in links.of_many_with(np.array([0, 1]), np.array([0.5, 1.0]))]
        [[8, 7, 9], [0.5, 1.0, 1.0]]
        """
        begin = self.start[lefts]
        lengths = self.start[lefts + 1] - begin
        return self._joined(begin, lengths), told.repeat(lengths)

    def _joined(self, begin: NDArray[np.int32], lengths: NDArray[np.int32]) -> NDArray[np.int32]:
        after = lengths.cumsum()
        total = int(after[-1]) if len(after) else 0
        if not total:
            # Not a view: an empty one would keep alive all that it is a view of.
            return np.empty(0, np.int32)
        places = (begin - after + lengths).repeat(lengths)
        places += np.arange(total)
        found: NDArray[np.int32] = self.to[places]
        return found

    def only(self, stays: NDArray[np.bool_]) -> Links:
        """The links of those left numbers for which `stays` is true; they are numbered anew."""
        lefts = np.flatnonzero(stays)
        start = np.zeros(len(lefts) + 1, np.int32)
        np.cumsum(self.counts(lefts), out=start[1:])
        return Links(start, self.of_many(lefts))


def distinct(numbers: NDArray[np.int32]) -> NDArray[np.int32]:
    """Each number once, in order; for a few thousand a sort is quicker than the table that np.unique makes.

    >>> distinct(np.array([3, 1, 3], np.int32)).tolist()
    [1, 3]
    """
    ordered = np.sort(numbers)
    first = np.ones(len(ordered), bool)
    np.not_equal(ordered[1:], ordered[:-1], out=first[1:])
    return ordered[first]
