"""Recall with its bounds, and percentiles."""

from __future__ import annotations

import math
from typing import NamedTuple

Z = 1.959964


class Share(NamedTuple):
    """`found` of `asked`, with the bounds of Wilson's interval at 95 %."""

    found: int
    asked: int

    @property
    def value(self) -> float:
        return self.found / self.asked if self.asked else math.nan

    @property
    def bounds(self) -> tuple[float, float]:
        """Wilson 1927, as in Newcombe 1998, method 3.

        >>> [round(bound, 3) for bound in Share(95, 100).bounds]
        [0.888, 0.978]
        """
        if not self.asked:
            return math.nan, math.nan
        z2 = Z * Z / self.asked
        middle = (self.value + z2 / 2) / (1 + z2)
        half = Z / (1 + z2) * math.sqrt(self.value * (1 - self.value) / self.asked + z2 / self.asked / 4)
        return max(0.0, middle - half), min(1.0, middle + half)

    def __str__(self) -> str:
        low, high = self.bounds
        return f"{_short(self.value)} [{_short(low)} {_short(high)}]"


def percentile(values: list[float], share: float) -> float:
    """The smallest value below or at which this share of them lies.

    >>> percentile([3.0, 1.0, 2.0], 0.5)
    2.0
    """
    if not values:
        return math.nan
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)]


def _short(value: float) -> str:
    return "1.000" if value >= 0.9995 else f"{value:.3f}".removeprefix("0")
