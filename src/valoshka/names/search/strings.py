"""Many strings in one run of bytes: a million names take the room of their letters, not of a million objects."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray


@dataclass(frozen=True)
class Strings:
    """`run[ends[i - 1] : ends[i]]` is string i in UTF-8.

    >>> kept = Strings.of(["Бонч", "", "Lis"])
    >>> kept[0], kept[2], len(kept)
    ('Бонч', 'Lis', 3)
    """

    run: bytes
    ends: NDArray[np.int64]

    @classmethod
    def of(cls, strings: Iterable[str]) -> Strings:
        """All of `strings`, in their order; lone surrogates are kept."""
        return cls.joined([string.encode("utf-8", "surrogatepass") for string in strings])

    @classmethod
    def joined(cls, encoded: Sequence[bytes]) -> Strings:
        """Strings that are UTF-8 already."""
        ends = np.cumsum(np.fromiter(map(len, encoded), np.int64, len(encoded)))
        return cls(b"".join(encoded), ends)

    def __len__(self) -> int:
        """How many strings there are."""
        return len(self.ends)

    def __getitem__(self, place: int) -> str:
        """The string at `place`, which is not negative."""
        start = int(self.ends[place - 1]) if place else 0
        return self.run[start : int(self.ends[place])].decode("utf-8", "surrogatepass")

    def only(self, places: NDArray[np.int64]) -> Strings:
        """Those at `places`, in that order."""
        return Strings.of(self[place] for place in places.tolist())
