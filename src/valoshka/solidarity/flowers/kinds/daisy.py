"""Ox-eye daisy, Leucanthemum vulgare: toothed leaves, one open head and its buds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.solidarity.flowers.green import Stem, leaf, leaflet
from valoshka.solidarity.flowers.ground import ground
from valoshka.solidarity.flowers.ink import Ink, Point, mixed
from valoshka.solidarity.flowers.kinds.daisy_head import DaisyHead
from valoshka.solidarity.flowers.shapes import PAGE, Blade, Plane
from valoshka.solidarity.flowers.wash import wash

if TYPE_CHECKING:
    from valoshka.solidarity.flowers.chance import Stream
    from valoshka.solidarity.flowers.plan import Plan

_RIM = 9


def draw(plan: Plan) -> Ink:
    """The whole picture, from the ground to the head."""
    ink, s = Ink(), plan.stream("shape")
    x, y = 2000 + s.between(-130, 130), 1700 + s.between(-90, 90)
    reach, squash = s.between(1280, 1420), s.between(0.76, 0.92)
    ground(ink, plan, x, y)
    _halo(ink, plan, x, y, reach, squash)
    stem = Stem((x, y), (x + s.between(-320, 320), 3700), (2000 + s.between(-440, 440), 5060))
    side = -1 if s.unit() < 0.5 else 1
    _leaves(ink, plan, stem, side)
    for i in range(plan.buds):
        _bud(ink, plan, plan.stream(f"bud {i}"), stem, i, side if i % 2 == 0 else -side)
    stem.draw(ink, plan.greens, 56)
    plane = Plane(x, y, s.about() * 0.02, squash)
    DaisyHead(ink, plan.stream("head"), plane, reach, plan.petals).draw()
    return ink


def _halo(ink: Ink, plan: Plan, x: float, y: float, reach: float, squash: float) -> None:
    s = plan.stream("halo")
    for layer in range(6):
        plane = Plane(x + s.about() * 90, y + s.about() * 90, 0, squash)
        ink.fill(wash(s, plane, reach * (1.16 - 0.07 * layer), 3, 0.9), plan.petals.halo, 10)


def _leaves(ink: Ink, plan: Plan, stem: Stem, side: int) -> None:
    s = plan.stream("leaves")
    for i in range(6):
        hand = side if i % 2 == 1 else -side
        # Where a bud stands there is no room for a long leaf.
        small = 0.5 if plan.buds and (hand == side or plan.buds > 1) else 1
        foot = stem.at(0.58 + 0.078 * i)
        turn = hand * s.between(0.07, 0.12) - 0.25
        length = s.between(620, 880) * (0.95 + 0.039 * i) * small
        _toothed(ink, plan, s, foot, turn, length, hand * s.between(0.12, 0.4))


def _toothed(ink: Ink, plan: Plan, s: Stream, foot: Point, turn: float, length: float, bend: float) -> None:
    width = length * 0.08
    spine = Blade(PAGE, foot, turn, length, width, bend)
    for j in range(3):
        for hand in (-1, 1):
            at = spine.at(0.36 + 0.18 * j, hand * 0.75)
            size = length * (0.24 - 0.03 * j)
            leaflet(ink, s, plan.greens, at, turn + hand * 0.09, size, width * 0.4, hand * 0.2)
    leaf(ink, s, plan.greens, foot, turn, length, width, bend)


def _bud(ink: Ink, plan: Plan, s: Stream, stem: Stem, i: int, hand: int) -> None:
    """A stalk and a bud; where there are three, the last is young and near the stem."""
    young = 0.6 if i == 2 else 1
    joint = stem.at(((0.72, 0.84, 0.95) if plan.buds == 3 else (0.8, 0.87))[i])
    tip = (joint[0] + hand * young * s.between(700, 860), joint[1] - young * s.between(680, 800))
    Stem(tip, (tip[0] - hand * 100, joint[1] - 300 * young), joint).draw(ink, plan.greens, 38)
    size = s.between(500, 590) * (0.4 + 0.6 * young)
    _closed(ink, plan, s, Plane(tip[0], tip[1] + 12, hand * 0.03), size)


def _closed(ink: Ink, plan: Plan, s: Stream, plane: Plane, size: float) -> None:
    """A bud from the side: a rim of white over green scales."""
    p, greens = plan.petals, plan.greens
    for i in range(_RIM):
        aside = ((i * 4) % _RIM) / 4 - 1
        length = size * s.between(0.5, 0.62) * (1 - 0.2 * abs(aside))
        foot = (aside * size * 0.2, -size * 0.3)
        ray = Blade(plane, foot, aside * 0.06 - 0.25, length, size * 0.085, aside * 0.1, 0.6, 0.6)
        ink.shape(ray.outline(), mixed(p.light, p.mid, s.unit()), 97, p.edge, size * 0.008, 54)
        ink.line(ray.vein(0.1, 0.1, 0.9), p.deep, size * 0.008, 70)
    bowl = Blade(plane, (0, 0), -0.25, size * 0.56, size * 0.34, 0, 0.5, 0.5)
    ink.fill(bowl.part(0.86, -1, 1), mixed(greens.mid, greens.dark, 0.2), 98)
    for row in range(3):
        count = 5 + row % 2
        for i in range(count):
            aside = 2 * i / (count - 1) - 1
            foot = (aside * size * (0.29 - 0.03 * row), size * (0.06 * aside * aside + 0.1 * row - 0.22))
            scale = Blade(plane, foot, aside * 0.035 - 0.25, size * 0.25, size * 0.072, -aside * 0.2)
            tone = mixed(greens.light, greens.mid, s.unit())
            ink.shape(scale.outline(steps=4), tone, 97, greens.dark, size * 0.011, 62)
