"""The poppy's head: four crumpled petals, and a green capsule in a ring of dark stamens."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from valoshka.solidarity.flowers.colours import PARTS
from valoshka.solidarity.flowers.ink import Ink, Path, mixed
from valoshka.solidarity.flowers.petal import Petal
from valoshka.solidarity.flowers.shapes import Blade, Plane
from valoshka.solidarity.flowers.turns import cosine, sine
from valoshka.solidarity.flowers.wash import wash

if TYPE_CHECKING:
    from valoshka.solidarity.flowers.chance import Stream
    from valoshka.solidarity.flowers.colours import Palette

_HEART = PARTS["poppy"]
_GOLDEN = 0.38196601125010515
_RIM, _VEINS, _STAMENS = 13, 15, 64


class PoppyHead:
    """A head of half-width `reach` on a plane; `draw` leaves its marks in the ink."""

    def __init__(self, ink: Ink, stream: Stream, plane: Plane, reach: float, petals: Palette) -> None:
        self._ink, self._stream, self._plane = ink, stream, plane
        self._reach, self._petals = reach, petals

    def draw(self) -> None:
        """Two petals, a shadow, two petals across them, the heart."""
        s = self._stream
        first = s.unit()
        self._petal(first, s.between(0.97, 1.03), 0.185, 0.16)
        self._petal(first + 0.5 + s.about() * 0.02, s.between(0.97, 1.03), 0.185, 0.1)
        for layer in range(3):
            shadow = wash(s, self._plane, self._reach * (0.66 - 0.1 * layer), 1, 1)
            self._ink.fill(shadow, self._petals.edge, 10)
        self._petal(first + 0.25 + s.about() * 0.02, s.between(0.84, 0.92), 0.165, 0)
        self._petal(first + 0.75 + s.about() * 0.02, s.between(0.84, 0.92), 0.165, -0.04)
        self._stamens()
        self._capsule(self._reach * 0.105)

    def _petal(self, turn: float, size: float, spread: float, shade: float) -> None:
        ink, s, p = self._ink, self._stream, self._petals
        reach = self._reach * size
        rim = [1 + s.about() * 0.035 + (0.02 if i % 2 == 0 else -0.02) for i in range(_RIM)]
        petal = Petal(self._plane, turn, reach * 0.04, reach, spread, rim, 0.55, 0.42)
        tone = s.between(-0.08, 0.12) - 0.14 * (cosine(turn) * 0.6 + sine(turn) * 0.8) - shade
        base = mixed(p.mid, p.light if tone > 0 else p.deep, abs(tone))
        ink.shape(petal.outline(), base, 93, p.edge, reach * 0.0042, 46)
        for share, opacity in ((0.86, 12), (0.68, 14), (0.5, 16)):
            ink.fill(petal.outline(share + s.about() * 0.012), p.deep, opacity)
        ink.fill(petal.outline(0.36 + s.about() * 0.012), mixed(p.deep, p.heart, 0.4), 22)
        self._folds(petal)
        self._veins(petal, reach)
        ink.fill(petal.outline(0.27 + s.about() * 0.02, -0.72, 0.72), p.heart, 78)
        ink.fill(petal.outline(0.33, -0.5, 0.5), p.heart, 26)

    def _folds(self, petal: Petal) -> None:
        s, p = self._stream, self._petals
        for _ in range(5):
            low = s.between(-0.92, 0.7)
            high = low + s.between(0.1, 0.34)
            fold = petal.outline(s.between(0.9, 0.99), low, min(high, 0.96))
            self._ink.fill(fold, p.light if s.unit() < 0.6 else p.deep, 13)

    def _veins(self, petal: Petal, reach: float) -> None:
        s, p = self._stream, self._petals
        dark: Path = []
        pale: Path = []
        for i in range(_VEINS):
            side = 1.86 * (i + s.about() * 0.25) / (_VEINS - 1) - 0.93
            veins = dark if s.unit() < 0.65 else pale
            veins += petal.vein(side, s.between(0.1, 0.25), s.between(0.72, 0.97), s.about() * 0.035)
        for veins, colour in ((dark, p.deep), (pale, p.light)):
            if veins:
                self._ink.line(veins, colour, reach * 0.0042, 40)

    def _stamens(self) -> None:
        s, reach = self._stream, self._reach
        filaments: Path = []
        anthers: list[tuple[Path, float]] = []
        for i in range(_STAMENS):
            turn = i * _GOLDEN + s.about() * 0.02
            foot = (reach * 0.06 * cosine(turn), reach * 0.06 * sine(turn))
            length = reach * (0.13 + 0.17 * math.sqrt(s.unit()))
            blade = Blade(self._plane, foot, turn + s.about() * 0.02, length, reach * 0.01, s.about() * 0.3)
            filaments += blade.vein(0, 0, 1)
            x, y = blade.at(0.96, 0)
            anther = Blade(Plane(x, y, self._plane.turn), (0, 0), turn, reach * 0.036, reach * 0.013, 0, 0.7, 0.5)
            anthers.append((anther.outline(steps=2), s.unit()))
        self._ink.line(filaments, _HEART["filament"], reach * 0.006, 88)
        for anther_outline, light in anthers:
            self._ink.fill(anther_outline, mixed(_HEART["anther"], _HEART["anther_light"], light), 96)

    def _capsule(self, radius: float) -> None:
        ink, s, plane = self._ink, self._stream, self._plane
        ink.fill(plane.ring(radius, 10), _HEART["capsule_dark"], 96)
        ink.fill(plane.ring(radius * 0.9, 10), _HEART["capsule"], 96)
        ink.fill(plane.ring(radius * 0.74, 10), _HEART["capsule_light"], 96)
        count, turn = s.whole(9, 12), s.unit()
        light: Path = []
        for i in range(count):
            ray = Blade(plane, (0, 0), turn + i / count, radius * 0.98, radius * 0.09, 0, 0.3, 0.7)
            ink.fill(ray.outline(steps=3), _HEART["ray"], 88)
            light += ray.vein(0, 0.1, 0.9)
        ink.line(light, _HEART["ray_light"], radius * 0.035, 70)
