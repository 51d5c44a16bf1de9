"""The cornflower's head: fans of sterile florets round a violet disc."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from valoshka.solidarity.flowers.colours import PARTS
from valoshka.solidarity.flowers.ink import WHITE, Colour, Ink, mixed
from valoshka.solidarity.flowers.shapes import Blade, Plane
from valoshka.solidarity.flowers.turns import cosine, sine
from valoshka.solidarity.flowers.wash import wash

if TYPE_CHECKING:
    from valoshka.solidarity.flowers.chance import Stream
    from valoshka.solidarity.flowers.colours import Palette

Bounds: TypeAlias = tuple[float, float]
_DISC = PARTS["cornflower"]
# So far from one floret to the next do seeds stand in a head (Vogel 1979): the golden angle, in turns.
_GOLDEN = 0.38196601125010515
_DOWN = 0.25


@dataclass(frozen=True)
class Ring:
    """How many florets stand round the disc, and the bounds of each; lengths are shares of the reach."""

    count: tuple[int, int]
    length: Bounds
    shade: Bounds
    lobes: tuple[int, int]
    spread: Bounds
    throat: Bounds


# Short and dark, so that no cup or stem shows between the others.
_BEHIND = Ring((10, 11), (0.66, 0.8), (0.55, 0.75), (4, 5), (0.074, 0.088), (0.3, 0.36))
_OUTER = Ring((7, 9), (0.9, 1.08), (0, 0.12), (6, 8), (0.07, 0.086), (0.44, 0.52))
_INNER = Ring((4, 6), (0.58, 0.7), (0.26, 0.44), (5, 6), (0.06, 0.075), (0.4, 0.46))


@dataclass(frozen=True)
class Floret:
    """One floret: its tube leads `turn`-wards to the throat, where it opens into lobes."""

    turn: float
    length: float
    throat: float
    spread: float
    lobes: int
    shade: float
    base: Colour


class CornflowerHead:
    """A head of half-width `reach` on a plane; `draw` leaves its marks in the ink."""

    def __init__(self, ink: Ink, stream: Stream, plane: Plane, reach: float, petals: Palette) -> None:
        self._ink, self._stream, self._plane = ink, stream, plane
        self._reach, self._petals = reach, petals

    def draw(self) -> None:
        """From behind to the front, with a shadow before each ring."""
        p, dim = self._petals, mixed(self._petals.deep, self._petals.edge, 0.5)
        # The first floret of both outer rings hangs before the cup, which else would show through a gap.
        self._ring(_BEHIND, _DOWN + self._stream.about() * 0.008)
        self._shadow(0.42, dim, 16, 3)
        self._ring(_OUTER, _DOWN + self._stream.about() * 0.008)
        self._shadow(0.44, dim, 9, 4)
        self._ring(_INNER, self._stream.unit())
        self._shadow(0.31, mixed(_DISC["ground"], p.heart, 0.1), 18, 4)
        self._disc()

    def _ring(self, ring: Ring, start: float) -> None:
        s = self._stream
        count = s.whole(*ring.count)
        turns = [start + (i + (s.about() * 0.09 if i else 0)) / count for i in range(count)]
        for turn in sorted(turns, key=sine):
            self._floret(self._grown(ring, turn, 1.35 if turn == start else 1))

    def _grown(self, ring: Ring, turn: float, wider: float) -> Floret:
        s, p = self._stream, self._petals
        length = self._reach * s.between(*ring.length)
        shade = s.between(*ring.shade)
        # The light comes from the upper left.
        tone = s.between(-0.1, 0.14) - 0.13 * (cosine(turn) * 0.6 + sine(turn) * 0.8)
        base = mixed(mixed(p.mid, p.deep, shade), p.light if tone > 0 else p.deep, abs(tone))
        lobes = s.whole(*ring.lobes)
        spread = s.between(*ring.spread) * wider
        return Floret(turn, length, length * s.between(*ring.throat), spread, lobes, shade, base)

    def _floret(self, floret: Floret) -> None:
        s, p = self._stream, self._petals
        curl = s.about() * floret.length * 0.03 / floret.throat
        mouth = floret.length * 0.085
        tube = Blade(self._plane, (0, 0), floret.turn, floret.throat * 1.5, mouth * 0.95, curl, 0.3, 0.72)
        self._ink.fill(tube.outline(steps=4), mixed(p.heart, floret.base, 0.5), 94)
        last = floret.lobes - 1
        for j in sorted(range(floret.lobes), key=lambda j: -abs(2 * j - last)):
            self._lobe(floret, 2 * j / last - 1)
        self._ink.fill(tube.part(0.9, -1, 1), mixed(p.heart, _DISC["tube_shade"], 0.4), 24)

    def _lobe(self, floret: Floret, aside: float) -> None:
        ink, s, p = self._ink, self._stream, self._petals
        lobe = self._lobe_blade(floret, aside)
        own = mixed(floret.base, p.light, s.between(0.04, 0.4) * (1 - floret.shade))
        ink.shape(lobe.outline(), own, 95, p.edge, floret.length * 0.0036, 44)
        ink.fill(lobe.part(0.84 + s.about() * 0.03, -0.96, 0.96), mixed(own, p.deep, 0.34), 30)
        ink.fill(lobe.part(0.62, -0.92, 0.92, 3), mixed(own, p.deep, 0.55), 30)
        ink.fill(lobe.part(0.38, -0.9, 0.9, 2), mixed(p.deep, p.heart, 0.4), 40)
        ink.fill(lobe.part(0.95, -0.84, -0.1), mixed(p.light, WHITE, 0.45), 30)
        ink.fill(lobe.part(0.93, 0.3, 0.92), p.deep, 22)
        ink.line(lobe.vein(0.08, 0.04, s.between(0.72, 0.92)), p.deep, floret.length * 0.0052, 46)

    def _lobe_blade(self, floret: Floret, aside: float) -> Blade:
        s, along, across = self._stream, cosine(floret.turn), sine(floret.turn)
        turn = floret.turn + aside * floret.spread + s.about() * 0.006
        length = (floret.length - floret.throat) * (1 - 0.26 * aside * aside) * (1 + s.about() * 0.07)
        width = floret.length * s.between(0.058, 0.076)
        bend = aside * s.between(0.08, 0.3) + s.about() * 0.04
        off = aside * floret.length * 0.051
        foot = (floret.throat * along - across * off, floret.throat * across + along * off)
        return Blade(self._plane, foot, turn, length, width, bend)

    def _shadow(self, share: float, colour: Colour, opacity: int, layers: int) -> None:
        for layer in range(layers):
            radius = self._reach * share * (1 - 0.09 * layer)
            self._ink.fill(wash(self._stream, self._plane, radius, 1, 1), colour, opacity)

    def _disc(self) -> None:
        """Fertile florets, the outer ones first: a fan of small lobes each, then its style with the pollen on it."""
        s = self._stream
        self._ink.fill(wash(s, self._plane, self._reach * 0.2, 1, 0.5), _DISC["style_low"], 96)
        count = s.whole(26, 34)
        for k in reversed(range(count)):
            self._fan(math.sqrt((k + 0.5) / count), k * _GOLDEN + s.about() * 0.01)
        for k in reversed(range(count)):
            self._style(math.sqrt((k + 0.5) / count), k * _GOLDEN + s.about() * 0.02)

    def _fan(self, out: float, turn: float) -> None:
        s, reach = self._stream, self._reach
        radius = reach * 0.29 * out
        foot = (radius * cosine(turn), radius * sine(turn))
        length = reach * s.between(0.1, 0.17) * (0.55 + 0.58 * out)
        towards = turn + s.about() * 0.03
        tone = mixed(_DISC["style"], _DISC["style_low"], s.unit())
        for q in (-2, 2, -1, 1, 0):
            blade = Blade(self._plane, foot, towards + q * 0.06, length * (1 - 0.03 * q * q), reach * 0.018, q * 0.08)
            light = 0.14 * (2 - abs(q)) + 0.08
            self._ink.fill(blade.outline(steps=2), mixed(tone, _DISC["style_light"], light), 84)

    def _style(self, out: float, turn: float) -> None:
        ink, s, reach = self._ink, self._stream, self._reach
        radius = reach * 0.25 * out
        foot = (radius * cosine(turn), radius * sine(turn))
        length = reach * s.between(0.11, 0.2)
        blade = Blade(self._plane, foot, turn + s.about() * 0.05, length, reach * 0.01, s.about() * 0.25)
        ink.line(blade.vein(0, 0, 1), _DISC["anther"], reach * 0.022, 94)
        ink.line(blade.vein(0.3, 0.1, 0.8), _DISC["gleam"], reach * 0.007, 62)
        pollen = mixed(_DISC["pollen"], _DISC["pollen_rose"], s.unit())
        ink.line(blade.vein(0, 0.88, 1.06), pollen, reach * 0.017, 96)
