"""Where in a text one of many keys may begin: a quick no for nearly every place, whatever the number of keys."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from valoshka.disclosure.identifiers.signs import Codes

_LENGTHS = (3, 5, 8)  # letters by which keys are looked up: the longest that a key has
_ROOM = 32  # places in the table for each key: one in 32 lookups is in vain
_SMALLEST = 1 << 12
_FACTOR = np.uint64(0x9E3779B97F4A7C15)  # Knuth 1998, vol. 3, 6.4: multiplicative hashing


class Openings:
    """The first letters of each of a fixed set of keys (at least three letters long)."""

    def __init__(self, keys: Iterable[str]) -> None:
        by_length: dict[int, dict[str, list[str]]] = {}
        for key in keys:
            length = max(each for each in _LENGTHS if each <= len(key))
            by_length.setdefault(length, defaultdict(list))[key[:length]].append(key)
        self._tables = [(length, *_table(length, known)) for length, known in sorted(by_length.items())]

    def find(self, letters: str, codes: Codes) -> Iterator[tuple[int, str]]:
        """Every place in `letters` (their `codes`) where a key stands, with the key."""
        for length, table, known in self._tables:
            for at in np.flatnonzero(table[_hashes(codes, length, table.size)]).tolist():
                for key in known.get(letters[at : at + length], ()):
                    if letters.startswith(key, at):
                        yield at, key


def _table(length: int, known: dict[str, list[str]]) -> tuple[NDArray[np.bool_], dict[str, list[str]]]:
    size = _SMALLEST
    while size < len(known) * _ROOM:
        size *= 2
    table = np.zeros(size, np.bool_)
    joined = "".join(known)
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32)
    table[_hashes(codes, length, size)[::length]] = True
    return table, known


def _hashes(codes: Codes, length: int, size: int) -> NDArray[np.uint64]:
    """A place in a table of `size` (a power of two) for every `length` letters in a row."""
    count = max(len(codes) - length + 1, 0)
    mixed = np.zeros(count, np.uint64)
    for step in range(length):
        mixed *= _FACTOR
        mixed += codes[step : step + count]
    mixed *= _FACTOR
    return mixed >> np.uint64(64 - size.bit_length() + 1)
