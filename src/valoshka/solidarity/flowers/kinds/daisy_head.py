"""The ox-eye daisy's head: two rows of white rays round a yellow disc of tiny florets."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from valoshka.solidarity.flowers.colours import PARTS
from valoshka.solidarity.flowers.curves import arc, closed_curve
from valoshka.solidarity.flowers.ink import Ink, Path, mixed
from valoshka.solidarity.flowers.shapes import Blade, Plane
from valoshka.solidarity.flowers.turns import cosine, sine
from valoshka.solidarity.flowers.wash import wash

if TYPE_CHECKING:
    from valoshka.solidarity.flowers.chance import Stream
    from valoshka.solidarity.flowers.colours import Palette

_DISC = PARTS["daisy"]
_GOLDEN = 0.38196601125010515
_FLORETS = 190
# The ray's notched end: shares of the length with sides; the middle tooth varies.
_NOTCHES = ((0.93, -0.92), (0.985, -0.72), (0.955, -0.3), (1, 0.05), (0.96, 0.36), (0.985, 0.74), (0.93, 0.92))
_CORNERS = tuple((cosine(j / 5), sine(j / 5)) for j in range(5))


class DaisyHead:
    """A head of half-width `reach` on a plane; `draw` leaves its marks in the ink."""

    def __init__(self, ink: Ink, stream: Stream, plane: Plane, reach: float, petals: Palette) -> None:
        self._ink, self._stream, self._plane = ink, stream, plane
        self._reach, self._petals = reach, petals

    def draw(self) -> None:
        """The shaded row of rays, the lit row, a shadow, the disc."""
        self._rays(0.95, 1.02, 0.26)
        self._rays(0.88, 1, 0.02)
        for layer in range(4):
            shadow = wash(self._stream, self._plane, self._reach * (0.4 - 0.03 * layer), 1, 0.6)
            self._ink.fill(shadow, self._petals.edge, 9)
        self._disc(self._reach * 0.285)

    def _rays(self, low: float, high: float, shade: float) -> None:
        s = self._stream
        count, first = s.whole(17, 20), s.unit()
        rays = [(first + (i + s.about() * 0.09) / count, self._reach * s.between(low, high)) for i in range(count)]
        for i in sorted(range(count), key=lambda i: (i * 7) % count):
            self._ray(rays[i][0], rays[i][1], shade)

    def _ray(self, turn: float, reach: float, shade: float) -> None:
        ink, s, p = self._ink, self._stream, self._petals
        across, down = cosine(turn), sine(turn)
        foot = (reach * 0.14 * across, reach * 0.14 * down)
        length, width = reach * 0.86 * s.between(0.92, 1.04), reach * s.between(0.082, 0.098)
        blade = Blade(self._plane, foot, turn + s.about() * 0.006, length, width, s.about() * 0.1, 0.55, 0.66)
        tone = shade + 0.1 * (across * 0.6 + down * 0.8) + s.between(0, 0.1)
        white = mixed(mixed(p.light, p.mid, tone * 2.2), p.heart, 0.16)
        ink.shape(self._notched(blade), white, 97, p.edge, reach * 0.0046, 50)
        for share, opacity in ((0.66, 15), (0.46, 18), (0.3, 24)):
            ink.fill(blade.part(share + s.about() * 0.03, -0.94, 0.94, 3), p.deep, opacity)
        ink.fill(blade.part(0.94, 0.25, 0.95), p.deep, 16 + math.floor(20 * shade))
        veins: Path = []
        for side in (-0.45, 0.05, 0.5):
            veins += blade.vein(side, 0.06, s.between(0.78, 0.92))
        ink.line(veins, mixed(p.deep, p.edge, 0.3), reach * 0.0052, 46)

    def _notched(self, blade: Blade) -> Path:
        points = [blade.at(i / 5, -1) for i in range(5)]
        points += [blade.at(t, side) for t, side in _NOTCHES]
        points += [blade.at((4 - i) / 5, 1) for i in range(5)]
        return closed_curve([x for x, _ in points], [y for _, y in points])

    def _disc(self, radius: float) -> None:
        s = self._stream
        for share, part in ((1.06, "disc_shade"), (1, "disc"), (0.84, "disc_light"), (0.5, "disc_heart")):
            self._ink.fill(wash(s, self._plane, radius * share, 1, 0.25), _DISC[part], 96)
        for k in reversed(range(_FLORETS)):
            self._floret(radius, math.sqrt((k + 0.5) / _FLORETS), k * _GOLDEN)

    def _floret(self, radius: float, out: float, turn: float) -> None:
        x, y = radius * 1.02 * out * cosine(turn), radius * 1.02 * out * sine(turn)
        size = self._reach * (0.012 + 0.011 * out)
        lit = (x + y) / radius * 0.35 + self._stream.about() * 0.12
        colour = mixed(_DISC["floret"], _DISC["floret_dark"], (0.42 if out > 0.34 else 0.62) + lit)
        px, py = self._plane.at(x, y)
        xs = [px + size * across for across, _ in _CORNERS]
        ys = [py + size * 0.92 * down - size * 0.3 for _, down in _CORNERS]
        self._ink.fill(closed_curve(xs, ys), colour, 96)
        shine = arc((xs[2], ys[2]), (xs[3], ys[3]), (xs[4], ys[4]))
        self._ink.line(shine, _DISC["floret_shine"], size * 0.34, 62)
