"""Broad petals: a poppy's, a flax's."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from valoshka.solidarity.flowers.curves import arc, closed_curve
from valoshka.solidarity.flowers.turns import cosine, sine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from valoshka.solidarity.flowers.ink import Path, Point
    from valoshka.solidarity.flowers.shapes import Plane


class Petal:
    """From `foot` to `reach` off the plane's centre, `spread` turns to each side, ruffled at the rim.

    `rim` are the rim's heights beside `reach`, from one side to the other; the petal is as wide as it gets from share
    `belly` of its length on, and `narrow` of that at its foot.

    >>> from valoshka.solidarity.flowers.shapes import PAGE
    >>> petal = Petal(PAGE, 0, 0, 100, 0.1, [1, 1, 1], 0.6, 0.4)
    >>> [round(part, 3) for part in petal.at(0, 1)]
    [100.0, 0.0]
    """

    def __init__(
        self,
        plane: Plane,
        turn: float,
        foot: float,
        reach: float,
        spread: float,
        rim: Sequence[float],
        belly: float,
        narrow: float,
    ) -> None:
        self._plane, self._turn, self._foot, self._reach = plane, turn, foot, reach
        self._spread, self._rim, self._belly, self._narrow = spread, rim, belly, narrow

    def at(self, side: float, t: float) -> Point:
        """The page's point at `side` (-1 to 1) and share `t` of the way from the foot to the rim."""
        # The corners are round: a side is lower than the middle.
        rim = self._reach * self._height(side) * (1 - 0.3 * side * side * side * side)
        radius = self._foot + (rim - self._foot) * t
        k = t / self._belly if t < self._belly else 1
        width = self._narrow + (1 - self._narrow) * k * (2 - k)
        turn = self._turn + self._spread * side * width
        return self._plane.at(radius * cosine(turn), radius * sine(turn))

    def outline(self, share: float = 1, low: float = -1, high: float = 1) -> Path:
        """The outline up to `share` of the length, between the sides `low` and `high`."""
        last = len(self._rim) - 1
        points = [self.at(low, share * i / 3) for i in range(3)]
        points += [self.at(low + (high - low) * i / last, share) for i in range(last + 1)]
        points += [self.at(high, share * (2 - i) / 3) for i in range(3)]
        return closed_curve([x for x, _ in points], [y for _, y in points])

    def vein(self, side: float, low: float, high: float, sway: float) -> Path:
        """A line from share `low` to share `high` of the length, swaying to one side half-way."""
        return arc(self.at(side * 0.7, low), self.at(side + sway, (low + high) / 2), self.at(side, high))

    def _height(self, side: float) -> float:
        place = (side + 1) / 2 * (len(self._rim) - 1)
        # A vein may sway beyond the side.
        i = min(max(math.floor(place), 0), len(self._rim) - 2)
        return self._rim[i] + (self._rim[i + 1] - self._rim[i]) * (place - i)
