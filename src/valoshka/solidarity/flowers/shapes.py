"""The shapes that a flower is made of: blades (leaf, lobe, sepal, hair) on a plane that may be seen aslant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.solidarity.flowers.curves import arc, closed_curve, tipped_curve
from valoshka.solidarity.flowers.turns import cosine, sine

if TYPE_CHECKING:
    from valoshka.solidarity.flowers.ink import Path, Point


class Plane:
    """A disc round (`x`, `y`), turned, then squashed in height: local points become the page's.

    >>> [round(part, 3) for part in Plane(2000, 1000, 0, 0.5).at(100, 100)]
    [2100.0, 1050.0]
    """

    __slots__ = ("_cos", "_sin", "squash", "turn", "x", "y")

    def __init__(self, x: float, y: float, turn: float = 0, squash: float = 1) -> None:
        self.x, self.y, self.turn, self.squash = x, y, turn, squash
        self._cos, self._sin = cosine(turn), sine(turn)

    def at(self, x: float, y: float) -> Point:
        """The page's point."""
        return (
            self.x + (x * self._cos - y * self._sin),
            self.y + (x * self._sin + y * self._cos) * self.squash,
        )

    def ring(self, radius: float, count: int) -> Path:
        """A closed curve round the centre, over `count` points."""
        points = [self.at(radius * cosine(i / count), radius * sine(i / count)) for i in range(count)]
        return closed_curve([point[0] for point in points], [point[1] for point in points])


PAGE = Plane(0, 0)


class Blade:
    """A shape from its foot to a tip, `turn` from the plane's x; widest at share `belly` of its length.

    `foot_width` is a share of `width`, which is half of the whole; `bend` a share of the length, sideways at the tip.

    >>> [round(part, 3) for part in Blade(PAGE, (500, 500), 0, 100, 20, 0.5).at(1, 0)]
    [600.0, 550.0]
    """

    __slots__ = ("_belly", "_bend", "_foot_width", "_ux", "_uy", "_vx", "_vy", "_width", "_x", "_y")

    def __init__(
        self,
        plane: Plane,
        foot: Point,
        turn: float,
        length: float,
        width: float,
        bend: float,
        foot_width: float = 0.34,
        belly: float = 0.58,
    ) -> None:
        self._x, self._y = plane.at(foot[0], foot[1])
        along, across = cosine(plane.turn + turn), sine(plane.turn + turn)
        self._ux, self._uy = length * along, length * across * plane.squash
        self._vx, self._vy = -across, along * plane.squash
        self._width, self._bend = width, bend * length
        self._foot_width, self._belly = foot_width, belly

    def at(self, t: float, side: float) -> Point:
        """The page's point at share `t` of the length, `side` half-widths off the midrib."""
        off = self._bend * t * t + side * self._width * self._half(t)
        return (self._x + self._ux * t + self._vx * off, self._y + self._uy * t + self._vy * off)

    def outline(self, low: float = -1, high: float = 1, steps: int = 5) -> Path:
        """The outline to the tip, between the sides `low` and `high`."""
        (lx, ly), (hx, hy) = self._sides(1, low, high, steps, steps)
        x, y = self.at(1, 0)
        return tipped_curve([x, *reversed(hx), *lx], [y, *reversed(hy), *ly])

    def part(self, share: float, low: float, high: float, steps: int = 4) -> Path:
        """The outline up to `share` of the length only, blunt."""
        (lx, ly), (hx, hy) = self._sides(share, low, high, steps, steps + 1)
        return closed_curve([*lx, *reversed(hx)], [*ly, *reversed(hy)])

    def vein(self, side: float, low: float, high: float) -> Path:
        """A line along the blade, from share `low` to share `high` of the length."""
        return arc(self.at(low, side), self.at((low + high) / 2, side), self.at(high, side))

    def _half(self, t: float) -> float:
        if t < self._belly:
            k = t / self._belly
            return self._foot_width + (1 - self._foot_width) * k * (2 - k)
        k = (t - self._belly) / (1 - self._belly)
        return (1 - k * k) * (1 - 0.3 * (t - self._belly))

    def _sides(
        self, share: float, low: float, high: float, steps: int, count: int
    ) -> tuple[tuple[list[float], list[float]], tuple[list[float], list[float]]]:
        """x and y of both sides from the foot up, as one walk: this is where a flower's time goes."""
        lx: list[float] = []
        ly: list[float] = []
        hx: list[float] = []
        hy: list[float] = []
        bend, width, vx, vy = self._bend, self._width, self._vx, self._vy
        for i in range(count):
            t = share * i / steps
            bow, half = bend * t * t, width * self._half(t)
            x, y = self._x + self._ux * t, self._y + self._uy * t
            near, far = bow + low * half, bow + high * half
            lx.append(x + vx * near)
            ly.append(y + vy * near)
            hx.append(x + vx * far)
            hy.append(y + vy * far)
        return (lx, ly), (hx, hy)
