"""One stream of chance a part of the flower: the same label gives the same numbers in every language."""

from __future__ import annotations

import math

_WORD = 0xFFFFFFFF
_SHARE = 4294967296.0


class Stream:
    """Numbers that a label decides: FNV-1a (32 bits) over its UTF-8 for the start, mulberry32 for the rest.

    Both are exact on 32-bit integers, so that every language draws the same flower. `label` holds no lone surrogate.
    Sources: Fowler, Noll and Vo, FNV-1a; Tommy Ettinger, mulberry32 (public domain).

    >>> Stream("cornflower/minsk-1/plan").unit()
    0.11753345583565533
    """

    __slots__ = ("_state",)

    def __init__(self, label: str) -> None:
        state = 2166136261
        for byte in label.encode():
            state = ((state ^ byte) * 16777619) & _WORD
        self._state = state

    def unit(self) -> float:
        """A number from 0 to below 1.

        >>> Stream("").unit()
        0.6112444521859288
        """
        self._state = word = (self._state + 0x6D2B79F5) & _WORD
        word = ((word ^ (word >> 15)) * (word | 1)) & _WORD
        word ^= (word + (((word ^ (word >> 7)) * (word | 61)) & _WORD)) & _WORD
        return (word ^ (word >> 14)) / _SHARE

    def between(self, low: float, high: float) -> float:
        """A number from `low` to below `high`.

        >>> Stream("a").between(10, 20)
        16.21685681398958
        """
        return low + (high - low) * self.unit()

    def about(self) -> float:
        """A number near 0, seldom beyond 1 or -1, never beyond 3 or -3.

        >>> Stream("a").about()
        -0.40646016923710704
        """
        return (self.unit() + self.unit() + self.unit() - 1.5) * 2.0

    def whole(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both included.

        >>> [Stream(label).whole(2, 4) for label in "abcd"]
        [3, 2, 2, 4]
        """
        return low + math.floor(self.unit() * (high - low + 1))
