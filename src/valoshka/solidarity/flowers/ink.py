"""What a flower is drawn with: paths, each filled or outlined in one flat, translucent colour."""

from __future__ import annotations

import math
from typing import NamedTuple, TypeAlias

Point: TypeAlias = tuple[float, float]
Colour: TypeAlias = tuple[float, float, float]
# Letters of SVG's path grammar (M l q t z) with their whole numbers; all but M are relative.
Path: TypeAlias = list[tuple[str, list[int]]]

WHITE: Colour = (255, 255, 255)
_THINNEST = 2


class Mark(NamedTuple):
    """One path: `fill` and `stroke` are six hex digits or empty, opacities per cent, `width` in the page's units."""

    path: Path
    fill: str
    fill_opacity: int
    stroke: str
    stroke_opacity: int
    width: int


class Ink:
    """The marks so far, the lowest first.

    >>> ink = Ink()
    >>> ink.fill([("M", [0, 0]), ("l", [8, 0, 0, 8]), ("z", [])], (255, 0, 15.6), 90)
    >>> ink.marks[0].fill, ink.marks[0].fill_opacity
    ('ff0010', 90)
    """

    def __init__(self) -> None:
        self.marks: list[Mark] = []

    def fill(self, path: Path, colour: Colour, opacity: int) -> None:
        """Fill a closed path."""
        self.marks.append(Mark(path, hexed(colour), opacity, "", 0, 0))

    def line(self, path: Path, colour: Colour, width: float, opacity: int) -> None:
        """Draw along a path."""
        self.marks.append(Mark(path, "", 0, hexed(colour), opacity, _line_width(width)))

    def shape(self, path: Path, colour: Colour, opacity: int, edge: Colour, width: float, edge_opacity: int) -> None:
        """Fill a closed path and draw its edge: one path where two would be written."""
        self.marks.append(Mark(path, hexed(colour), opacity, hexed(edge), edge_opacity, _line_width(width)))


class _Pairs(dict[int, str]):
    """Two hex digits of a number, kept: a flower has thousands of colours."""

    def __missing__(self, number: int) -> str:
        self[number] = pair = f"{min(max(number, 0), 255):02x}"
        return pair


_PAIRS = _Pairs()


def whole(number: float) -> int:
    """The nearest whole number; halves go up, in both languages.

    >>> whole(2.5), whole(-2.5)
    (3, -2)
    """
    return math.floor(number + 0.5)


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """`one` with `share` (0 to 1) of `other` in it.

    >>> mixed((0, 0, 0), (255, 255, 255), 0.5)
    (127.5, 127.5, 127.5)
    """
    r, g, b = one
    return (r + (other[0] - r) * share, g + (other[1] - g) * share, b + (other[2] - b) * share)


def hexed(colour: Colour) -> str:
    """Six hex digits; what lies beyond 0 to 255 is cut.

    >>> hexed((300, 9.5, -4))
    'ff0a00'
    """
    r, g, b = colour
    return _PAIRS[whole(r)] + _PAIRS[whole(g)] + _PAIRS[whole(b)]


def _line_width(width: float) -> int:
    return max(whole(width), _THINNEST)
