"""A table of hashed keys: a question looks into a few places of memory, however many keys there are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_BITS = 64
_LEAST_BITS = 4


@dataclass(frozen=True)
class Table:
    """Keys in order, beside each its owner; `start` says where the keys with the same first bits begin."""

    start: NDArray[np.int32]
    keys: NDArray[np.uint64]
    owners: NDArray[np.int32]

    @classmethod
    def of(cls, keys: NDArray[np.uint64], owners: NDArray[np.int32]) -> Table:
        """A table of pairs in any order.

        >>> table = Table.of(np.array([5, 1 << 63, 5], np.uint64), np.array([7, 8, 9], np.int32))
        >>> sorted(table.whose(np.array([5, 6], np.uint64)).tolist())
        [7, 9]
        """
        order = np.argsort(keys, kind="stable")
        bits = max(_LEAST_BITS, len(keys).bit_length())
        start = np.zeros((1 << bits) + 1, np.int32)
        first = (keys[order] >> np.uint64(_BITS - bits)).astype(np.int64)
        np.cumsum(np.bincount(first, minlength=1 << bits), out=start[1:])
        return cls(start, keys[order], owners[order].astype(np.int32, copy=False))

    def whose(self, asked: NDArray[np.uint64]) -> NDArray[np.int32]:
        """The owners of the keys asked for; one that owns several comes several times."""
        bits = (len(self.start) - 1).bit_length() - 1
        first = (asked >> np.uint64(_BITS - bits)).astype(np.int64)
        begin = self.start[first]
        lengths = self.start[first + 1] - begin
        total = int(lengths.sum())
        places = np.repeat(begin - (np.cumsum(lengths) - lengths), lengths) + np.arange(total)
        found: NDArray[np.int32] = self.owners[places[self.keys[places] == np.repeat(asked, lengths)]]
        return found
