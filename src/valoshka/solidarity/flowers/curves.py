"""Points → paths that bend through the midpoints between them.

A curve through midpoints is what SVG's `t` draws: the next control point is the last one mirrored in the curve's end.
Control points stand on even numbers, so that every midpoint is a whole number, the mirror is exact, and half of the
numbers need not be written.
"""

from __future__ import annotations

import math
from operator import sub

from valoshka.solidarity.flowers.ink import Path, Point, whole


def closed_curve(xs: list[float], ys: list[float]) -> Path:
    """A closed path round the points (three at least), without a corner.

    >>> closed_curve([0, 100, 100, 0], [0, 0, 100, 100])
    [('M', [0, 50]), ('q', [0, -50, 50, -50]), ('t', [50, 50, -50, 50, -50, -50]), ('z', [])]
    """
    hx, hy = _halves(xs), _halves(ys)
    start = [hx[-1] + hx[0], hy[-1] + hy[0]]
    hx += hx[:1]
    hy += hy[:1]
    bend = [hx[0] - hx[-2], hy[0] - hy[-2], hx[1] - hx[-2], hy[1] - hy[-2]]
    return [("M", start), ("q", bend), ("t", _mirrored(hx, hy, 1)), ("z", [])]


def tipped_curve(xs: list[float], ys: list[float]) -> Path:
    """A closed path round the points whose first one is a sharp corner.

    >>> tipped_curve([0, 100, 100, 0], [0, 0, 100, 100])
    [('M', [0, 0]), ('l', [50, 0]), ('q', [50, 0, 50, 50]), ('t', [-50, 50, -50, -50]), ('z', [])]
    """
    hx, hy = _halves(xs), _halves(ys)
    start = [2 * hx[0], 2 * hy[0]]
    hx += hx[:1]
    hy += hy[:1]
    dx, dy = hx[1] - hx[0], hy[1] - hy[0]
    bend = [dx, dy, hx[2] - hx[0], hy[2] - hy[0]]
    return [("M", start), ("l", [dx, dy]), ("q", bend), ("t", _mirrored(hx, hy, 2)), ("z", [])]


def arc(start: Point, bend: Point, end: Point) -> Path:
    """An open path: one quadratic curve.

    >>> arc((0, 0), (50, 9.6), (100, 0))
    [('M', [0, 0]), ('q', [50, 10, 100, 0])]
    """
    x, y = whole(start[0]), whole(start[1])
    return [
        ("M", [x, y]),
        ("q", [whole(bend[0]) - x, whole(bend[1]) - y, whole(end[0]) - x, whole(end[1]) - y]),
    ]


def _halves(numbers: list[float]) -> list[int]:
    floor = math.floor
    return [floor(number * 0.5 + 0.5) for number in numbers]


def _mirrored(hx: list[int], hy: list[int], first: int) -> list[int]:
    """Where the curve of each control point from `first` on ends, seen from where it began."""
    steps = [0] * (2 * (len(hx) - 1 - first))
    steps[::2] = map(sub, hx[first + 1 :], hx[first - 1 :])
    steps[1::2] = map(sub, hy[first + 1 :], hy[first - 1 :])
    return steps
