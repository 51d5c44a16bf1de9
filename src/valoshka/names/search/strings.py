"""Many strings in one run of bytes: a million names take the room of their letters, not of a million objects."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray


@dataclass(frozen=True)
class Strings:
    """`run[ends[i - 1] : ends[i]]` is string i in UTF-8.

    >>> kept = Strings.of(["Бонч", "", "Lis"])
    >>> kept[0], kept[2], len(kept)
    ('Бонч', 'Lis', 3)
    """

    run: bytes | memoryview
    ends: NDArray[np.integer]

    @classmethod
    def of(cls, strings: Iterable[str]) -> Strings:
        """All of `strings`, in their order; lone surrogates are kept."""
        gathered = Gathered()
        for string in strings:
            gathered.add(string)
        return gathered.strings()

    def __len__(self) -> int:
        """How many strings there are."""
        return len(self.ends)

    def __getitem__(self, place: int) -> str:
        """The string at `place`, which is not negative."""
        start = int(self.ends[place - 1]) if place else 0
        return str(self.run[start : int(self.ends[place])], "utf-8", "surrogatepass")

    def only(self, stays: NDArray[np.bool_]) -> Strings:
        """The strings for which `stays` is true, in their order."""
        starts = np.concatenate([np.zeros(1, self.ends.dtype), self.ends[:-1]])
        lengths = (self.ends - starts)[stays]
        # Bytes are taken in stretches between those that go, which are few.
        edges = np.flatnonzero(np.diff(np.concatenate([[False], stays, [False]]).astype(np.int8)))
        stretches = zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)
        run = b"".join(self.run[starts[first] : self.ends[last - 1]] for first, last in stretches)
        return Strings(run, np.cumsum(lengths, dtype=self.ends.dtype))


class Gathered:
    """Strings that come one by one."""

    def __init__(self) -> None:
        self._run = bytearray()
        self._ends = array("q")

    def add(self, string: str) -> None:
        """Take one more."""
        self._run += string.encode("utf-8", "surrogatepass")
        self._ends.append(len(self._run))

    def strings(self) -> Strings:
        """All that were added, in their order."""
        small = len(self._run) <= np.iinfo(np.int32).max
        return Strings(bytes(self._run), np.array(self._ends, np.int32 if small else np.int64))
