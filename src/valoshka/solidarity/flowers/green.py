"""Stems and leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.solidarity.flowers.curves import arc
from valoshka.solidarity.flowers.ink import Ink, Path, Point, mixed
from valoshka.solidarity.flowers.shapes import PAGE, Blade

if TYPE_CHECKING:
    from valoshka.solidarity.flowers.chance import Stream
    from valoshka.solidarity.flowers.colours import Greens


_PIECES = 4


class Stem:
    """A curve from the head down to its foot."""

    def __init__(self, top: Point, bend: Point, foot: Point) -> None:
        self.top, self.bend, self.foot = top, bend, foot

    def at(self, t: float) -> Point:
        """The point at share `t` of the way down.

        >>> Stem((0, 0), (0, 50), (100, 100)).at(0.5)
        (25.0, 50.0)
        """
        u = 1 - t
        a, b, c = self.top, self.bend, self.foot
        return (u * u * a[0] + 2 * u * t * b[0] + t * t * c[0], u * u * a[1] + 2 * u * t * b[1] + t * t * c[1])

    def draw(self, ink: Ink, greens: Greens, width: float) -> None:
        """Four strokes, each narrower and nearer to the light."""
        self._stroke(ink, greens.dark, width, 0, 1, 92)
        self._stroke(ink, greens.mid, width, -0.06, 0.82, 96)
        self._stroke(ink, greens.light, width, -0.16, 0.46, 84)
        self._stroke(ink, greens.shine, width, -0.22, 0.14, 70)

    def _stroke(
        self, ink: Ink, colour: tuple[float, float, float], width: float, shift: float, share: float, opacity: int
    ) -> None:
        dx = width * shift
        # In pieces: browsers draw a long curve half a pixel beside its place.
        path: Path = []
        for i in range(_PIECES):
            start, bend, end = self._between(i / _PIECES, (i + 1) / _PIECES)
            piece = arc((start[0] + dx, start[1]), (bend[0] + dx, bend[1]), (end[0] + dx, end[1]))
            path += piece[1:] if i else piece
        ink.line(path, colour, width * share, opacity)

    def _between(self, low: float, high: float) -> tuple[Point, Point, Point]:
        """The three points of the piece from share `low` to share `high`."""
        a, b, c = self.top, self.bend, self.foot
        top, middle, foot = (1 - low) * (1 - high), (1 - low) * high + low * (1 - high), low * high
        bend = (top * a[0] + middle * b[0] + foot * c[0], top * a[1] + middle * b[1] + foot * c[1])
        return self.at(low), bend, self.at(high)


def leaf(
    ink: Ink, stream: Stream, greens: Greens, foot: Point, turn: float, length: float, width: float, bend: float
) -> None:
    """A narrow leaf, its shaded half on the side to which it bends."""
    tone = mixed(greens.light, greens.mid, 0.25 + 0.6 * stream.unit())
    blade = Blade(PAGE, foot, turn, length, width, bend, 0.42, 0.42)
    ink.shape(blade.outline(), tone, 94, greens.dark, 5, 44)
    low, high = (0, 1) if bend > 0 else (-1, 0)
    ink.fill(blade.outline(low, high), mixed(greens.mid, greens.dark, 0.45), 46)
    ink.fill(blade.part(0.72, -0.9, 0.9), greens.mid, 30)
    ink.fill(blade.part(0.44, -0.84, 0.84, 3), greens.dark, 28)
    ink.line(blade.vein(0, 0, 0.95), greens.shine, 8, 62)
    ink.line(blade.vein(-0.55, 0.1, 0.82) + blade.vein(0.55, 0.1, 0.82), greens.shine, 3, 36)


def leaflet(
    ink: Ink, stream: Stream, greens: Greens, foot: Point, turn: float, length: float, width: float, bend: float
) -> None:
    """A leaf too small for veins beside its midrib."""
    tone = mixed(greens.light, greens.mid, 0.35 + 0.6 * stream.unit())
    blade = Blade(PAGE, foot, turn, length, width, bend, 0.42, 0.42)
    ink.shape(blade.outline(steps=4), tone, 96, greens.dark, 5, 48)
    low, high = (0, 1) if bend > 0 else (-1, 0)
    ink.fill(blade.outline(low, high, 4), mixed(greens.mid, greens.dark, 0.55), 46)
    ink.line(blade.vein(0, 0, 0.9), greens.shine, 5, 56)
