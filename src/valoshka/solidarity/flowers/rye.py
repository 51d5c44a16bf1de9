"""Ears of rye, faint, where the flowers of the field grow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.solidarity.flowers.ink import Ink, Point, mixed
from valoshka.solidarity.flowers.shapes import PAGE, Blade

if TYPE_CHECKING:
    from valoshka.solidarity.flowers.chance import Stream
    from valoshka.solidarity.flowers.colours import Straw

_GRAINS = 13
_MARGIN = 260


def rye(ink: Ink, stream: Stream, straw: Straw) -> None:
    """Two to four ears, left and right in turn."""
    for i in range(stream.whole(2, 4)):
        _ear(ink, stream, straw, -1 if i % 2 == 0 else 1)


def _ear(ink: Ink, stream: Stream, straw: Straw, side: int) -> None:
    lean = side * stream.between(0.004, 0.03)
    length = stream.between(2000, 2900)
    bend = side * stream.between(0.06, 0.2)
    # As far from the middle as chance says, but with its whole ear on the page.
    foot = 2000 + side * stream.between(450, 1400)
    tip = Blade(PAGE, (foot, 5060), lean - 0.25, length, 12, bend).at(1.05, 0)[0]
    foot += min(max(tip, _MARGIN), 4000 - _MARGIN) - tip
    stalk = Blade(PAGE, (foot, 5060), lean - 0.25, length, 12, bend, 1)
    ink.line(stalk.vein(0, 0, 0.76), straw.light, 26, 70)
    ink.line(stalk.vein(0.3, 0, 0.76), straw.dark, 8, 46)
    turn = lean - 0.25 + side * 0.03
    for k in range(_GRAINS):
        for hand in (-1, 1):
            _grain(ink, stream, straw, stalk.at(0.73 + 0.0205 * k, hand * 0.5), turn, hand)


def _grain(ink: Ink, stream: Stream, straw: Straw, at: Point, turn: float, hand: int) -> None:
    turn += hand * stream.between(0.038, 0.055)
    awn = Blade(PAGE, at, turn - hand * 0.026, stream.between(360, 520), 10, -hand * 0.03)
    ink.line(awn.vein(0, 0.1, 1), straw.dark, 5, 42)
    grain = Blade(PAGE, at, turn, stream.between(128, 150), 27, -hand * 0.22)
    tone = mixed(straw.light, straw.dark, 0.3 * stream.unit())
    ink.shape(grain.outline(steps=4), tone, 84, straw.dark, 5, 50)
    ink.fill(grain.part(0.94, -0.8, 0, 3), straw.shine, 46)
