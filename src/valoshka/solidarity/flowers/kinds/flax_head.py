"""The flax's head: five thin, veined petals round a pale throat with five stamens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.solidarity.flowers.colours import PARTS
from valoshka.solidarity.flowers.ink import WHITE, Ink, Path, mixed
from valoshka.solidarity.flowers.petal import Petal
from valoshka.solidarity.flowers.shapes import Blade, Plane
from valoshka.solidarity.flowers.turns import cosine, sine
from valoshka.solidarity.flowers.wash import wash

if TYPE_CHECKING:
    from valoshka.solidarity.flowers.chance import Stream
    from valoshka.solidarity.flowers.colours import Greens, Palette

_HEART = PARTS["flax"]
_RIM, _VEINS, _FIVE = 11, 11, 5


class FlaxHead:
    """A head of half-width `reach` on a plane; `draw` leaves its marks in the ink."""

    def __init__(self, ink: Ink, stream: Stream, plane: Plane, reach: float, petals: Palette, greens: Greens) -> None:
        self._ink, self._stream, self._plane = ink, stream, plane
        self._reach, self._petals, self._greens = reach, petals, greens

    def draw(self) -> None:
        """Sepals, petals, throat, stamens, heart."""
        s, first = self._stream, self._stream.unit()
        self._sepals(first)
        for k in (0, 2, 4, 1, 3):
            self._petal(first + k / _FIVE + s.about() * 0.006)
        glow = mixed(_HEART["glow"], self._petals.light, 0.3)
        for layer in range(3):
            self._ink.fill(wash(s, self._plane, self._reach * (0.2 - 0.03 * layer), 1, 0.8), glow, 34)
        for i in range(_FIVE):
            self._stamen(first + 0.1 + i / _FIVE + s.about() * 0.01)
        heart = self._plane.ring(self._reach * 0.062, 8)
        self._ink.shape(heart, _HEART["heart"], 98, _HEART["heart_edge"], self._reach * 0.012, 80)

    def _sepals(self, first: float) -> None:
        reach, greens = self._reach, self._greens
        for i in range(_FIVE):
            turn = first + 0.1 + i / _FIVE
            sepal = Blade(self._plane, (0, 0), turn, reach * 0.42, reach * 0.1, 0, 0.6, 0.5)
            tone = mixed(greens.mid, greens.light, 0.3)
            self._ink.shape(sepal.outline(), tone, 96, greens.dark, reach * 0.006, 50)

    def _petal(self, turn: float) -> None:
        ink, s, p, reach = self._ink, self._stream, self._petals, self._reach
        rim = [1 + s.about() * 0.022 for _ in range(_RIM)]
        length, spread = reach * s.between(0.96, 1.04), s.between(0.106, 0.116)
        petal = Petal(self._plane, turn, reach * 0.05, length, spread, rim, 0.9, 0.3)
        tone = s.between(-0.08, 0.1) - 0.16 * (cosine(turn) * 0.6 + sine(turn) * 0.8)
        base = mixed(p.mid, p.light if tone > 0 else p.deep, abs(tone) * 1.6)
        ink.shape(petal.outline(), base, 92, p.edge, reach * 0.0052, 42)
        for low, high in ((-1, -0.5), (-0.2, 0.25), (0.6, 0.95)):
            ink.fill(petal.outline(0.985, low, high), p.light, 24)
        for share, opacity in ((0.72, 12), (0.54, 14), (0.38, 18)):
            ink.fill(petal.outline(share + s.about() * 0.02), p.deep, opacity)
        ink.fill(petal.outline(0.22), p.heart, 40)
        self._veins(petal)

    def _veins(self, petal: Petal) -> None:
        s, p, reach = self._stream, self._petals, self._reach
        veins: Path = []
        twigs: Path = []
        for i in range(_VEINS):
            side = 1.8 * i / (_VEINS - 1) + s.about() * 0.03 - 0.9
            far = s.between(0.78, 0.96) * (1 - 0.1 * side * side)
            veins += petal.vein(side, 0.06, far, s.about() * 0.03)
            twigs += petal.vein(side + 0.05 if side < 0.9 else side, far * 0.55, far, 0.04)
        self._ink.line(veins, p.deep, reach * 0.0075, 58)
        self._ink.line(twigs, p.deep, reach * 0.004, 44)

    def _stamen(self, turn: float) -> None:
        ink, s, p, reach = self._ink, self._stream, self._petals, self._reach
        length = reach * s.between(0.2, 0.25)
        filament = Blade(self._plane, (0, 0), turn, length, reach * 0.02, s.about() * 0.2)
        ink.line(filament.vein(0, 0, 0.9), mixed(p.light, WHITE, 0.6), reach * 0.02, 96)
        ink.line(filament.vein(0, 0, 0.9), p.heart, reach * 0.007, 60)
        x, y = filament.at(0.84, 0)
        plane = Plane(x, y, self._plane.turn)
        anther = Blade(plane, (0, 0), turn + 0.22, reach * 0.085, reach * 0.026, 0, 0.6, 0.5)
        ink.fill(anther.outline(steps=3), _HEART["anther"], 96)
        ink.fill(anther.part(0.8, -0.6, 0, 3), _HEART["anther_light"], 80)
