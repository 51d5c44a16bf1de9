"""Where in a text one of many keys stands: a quick no for nearly every place, whatever the number of keys."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from valoshka.disclosure.identifiers.signs import Codes

    Hashes = NDArray[np.uint64]
    Places = NDArray[np.uint32]

_LENGTHS = (8, 5, 3)  # letters that are compared at once: as many as a key has, and no fewer than three
_ROOM = 16  # places in the table for each opening, so that few others fall on one of them
_SMALLEST = 1 << 12
_FACTOR = np.uint64(0x9E3779B97F4A7C15)  # Knuth 1998, vol. 3, 6.4: multiplicative hashing


class _Group(NamedTuple):
    """All keys that open with `length` letters, in the order of the hashes of these."""

    length: int
    table: NDArray[np.bool_]
    hashes: Hashes
    numbers: Places


class Openings:
    """A fixed list of keys, each at least three letters long, some perhaps more than once.

    They are kept as one text and arrays of numbers: some forty bytes a key.
    """

    def __init__(self, keys: Sequence[str]) -> None:
        ends = np.fromiter(itertools.accumulate(map(len, keys)), np.uint32, len(keys))
        self._ends = np.concatenate([np.zeros(1, np.uint32), ends])
        self._letters = "".join(keys)
        lengths = np.diff(self._ends.astype(np.int64))
        upper = np.iinfo(np.int64).max
        self._groups: list[_Group] = []
        for length in _LENGTHS:
            numbers = np.flatnonzero((lengths >= length) & (lengths < upper)).astype(np.uint32)
            upper = length
            if numbers.size:
                self._groups.append(_group(length, numbers, [keys[number][:length] for number in numbers.tolist()]))

    def find(self, letters: str, codes: Codes) -> Iterator[tuple[int, int, int]]:
        """Every place in `letters` (their `codes`) where a key stands: (place, length, number of the key)."""
        for group in self._groups:
            mixed = _mixed(codes, group.length)
            ats = np.flatnonzero(group.table[_places(mixed, group.table.size)])
            first = np.searchsorted(group.hashes, mixed[ats], "left")
            last = np.searchsorted(group.hashes, mixed[ats], "right")
            held = np.flatnonzero(last > first)
            for at, low, high in zip(ats[held].tolist(), first[held].tolist(), last[held].tolist(), strict=True):
                for number in group.numbers[low:high].tolist():
                    key = self._letters[self._ends[number] : self._ends[number + 1]]
                    if letters.startswith(key, at):
                        yield at, len(key), number


def _group(length: int, numbers: Places, openings: list[str]) -> _Group:
    codes = np.frombuffer("".join(openings).encode("utf-32-le", "surrogatepass"), np.uint32)
    hashes = _mixed(codes, length, apart=length)
    order = np.argsort(hashes, kind="stable")
    size = _SMALLEST
    while size < len(openings) * _ROOM:
        size *= 2
    table = np.zeros(size, np.bool_)
    table[_places(hashes, size)] = True
    return _Group(length, table, hashes[order], numbers[order])


def _mixed(codes: Codes, length: int, apart: int = 1) -> Hashes:
    """A number for every `length` letters in a row, `apart` letters from one to the next."""
    count = max(len(codes) - length + apart, 0) // apart
    mixed = np.zeros(count, np.uint64)
    for step in range(length):
        mixed *= _FACTOR
        mixed += codes[step::apart][:count]
    mixed *= _FACTOR
    return mixed


def _places(mixed: Hashes, size: int) -> Hashes:
    """A place in a table of `size` (a power of two) for each number."""
    return mixed >> np.uint64(64 - size.bit_length() + 1)
