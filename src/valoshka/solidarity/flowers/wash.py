"""A watercolour's edge: a ring whose sides are broken again and again (after Tyler Hobbs)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.solidarity.flowers.curves import closed_curve
from valoshka.solidarity.flowers.turns import cosine, sine

if TYPE_CHECKING:
    from valoshka.solidarity.flowers.chance import Stream
    from valoshka.solidarity.flowers.ink import Path
    from valoshka.solidarity.flowers.shapes import Plane

_CORNERS = 9


def wash(stream: Stream, plane: Plane, radius: float, depth: int, rough: float) -> Path:
    """A rough closed curve round the plane's centre; each of `depth` rounds doubles its nine points.

    >>> from valoshka.solidarity.flowers.chance import Stream
    >>> from valoshka.solidarity.flowers.shapes import Plane
    >>> len(wash(Stream("wash"), Plane(0, 0), 100, 1, 1.0)[2][1]) // 2
    17
    """
    corners: list[tuple[float, float, float]] = []
    for i in range(_CORNERS):
        x, y = radius * cosine(i / _CORNERS), radius * sine(i / _CORNERS)
        corners.append((x, y, 0.4 + 0.9 * stream.unit()))
    for _ in range(depth):
        corners = _broken(stream, corners, rough)
    points = [plane.at(x, y) for x, y, _ in corners]
    return closed_curve([x for x, _ in points], [y for _, y in points])


def _broken(
    stream: Stream, corners: list[tuple[float, float, float]], rough: float
) -> list[tuple[float, float, float]]:
    broken = []
    for i, a in enumerate(corners):
        b = corners[(i + 1) % len(corners)]
        wild = rough * (a[2] + b[2]) * 0.16
        x = (a[0] + b[0]) / 2 + (b[1] - a[1]) * stream.about() * wild
        y = (a[1] + b[1]) / 2 - (b[0] - a[0]) * stream.about() * wild
        broken.append(a)
        broken.append((x, y, (a[2] + b[2]) * 0.5 * (0.75 + 0.5 * stream.unit())))
    return broken
