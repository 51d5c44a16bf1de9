"""The scaly cup beneath a cornflower's head: overlapping scales with dark fringes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.solidarity.flowers.colours import PARTS
from valoshka.solidarity.flowers.ink import Ink, mixed
from valoshka.solidarity.flowers.shapes import Blade, Plane
from valoshka.solidarity.flowers.turns import sine

if TYPE_CHECKING:
    from valoshka.solidarity.flowers.chance import Stream
    from valoshka.solidarity.flowers.colours import Greens

_ROWS = 6
_FRINGE = PARTS["cornflower"]["fringe"]


def cup(ink: Ink, stream: Stream, greens: Greens, plane: Plane, size: float) -> None:
    """A cup whose neck is the plane's centre, `size` × 0.42 high."""
    height, width = size * 0.52, size * 0.2
    body = Blade(plane, (0, 0), -0.25, height * 1.25, width * 1.22, 0, 0.26, 0.45)
    ink.fill(body.part(0.86, -1, 1), mixed(greens.mid, greens.dark, 0.35), 98)
    for row in range(_ROWS):
        t = 1 - row / (_ROWS - 1)
        count = 4 + row % 2
        half = width * (0.22 + 0.72 * sine(0.02 + 0.32 * t))
        for i in _outer_first(count):
            u = 2 * i / (count - 1) - 1
            foot = (u * half * 0.92, height * (0.05 * u * u - 0.02 - 0.66 * t))
            turn = u * (0.06 - 0.03 * t) - 0.25
            scale = Blade(plane, foot, turn, height * 0.34, width * (0.25 + 0.08 * t), -u * 0.2)
            _scale(ink, stream, greens, scale, abs(u), size)


def _scale(ink: Ink, stream: Stream, greens: Greens, scale: Blade, aside: float, size: float) -> None:
    tone = mixed(mixed(greens.light, greens.shine, 0.2), greens.mid, 0.5 * stream.unit() + 0.5 * aside)
    ink.shape(scale.outline(steps=4), tone, 97, mixed(_FRINGE, greens.dark, 0.4), size * 0.007, 66)
    ink.fill(scale.part(0.9, 0, 0.8, 3), greens.dark, 22)
    ink.line(scale.vein(0, 0.74, 1.02), _FRINGE, size * 0.012, 56)


def _outer_first(count: int) -> list[int]:
    """The numbers below `count`, from both ends to the middle.

    >>> _outer_first(5)
    [0, 4, 1, 3, 2]
    """
    return sorted(range(count), key=lambda i: -abs(2 * i - (count - 1)))
