"""Cornflower, Centaurea cyanus: a branched, narrow-leaved stem, scaly cups, one open head and its buds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from valoshka.solidarity.flowers.cup import cup
from valoshka.solidarity.flowers.green import Stem, leaf
from valoshka.solidarity.flowers.ground import ground
from valoshka.solidarity.flowers.ink import WHITE, Ink, Point, mixed
from valoshka.solidarity.flowers.kinds.cornflower_head import CornflowerHead
from valoshka.solidarity.flowers.shapes import Blade, Plane

if TYPE_CHECKING:
    from valoshka.solidarity.flowers.chance import Stream
    from valoshka.solidarity.flowers.plan import Plan

_BRUSH = 13


@dataclass(frozen=True)
class Shoot:
    """A branch to one bud: on which `hand` (-1 left, 1 right), from which share `t` of the stem."""

    hand: int
    t: float
    joint: Point
    tip: Point
    size: float
    openness: float


def draw(plan: Plan) -> Ink:
    """The whole picture, from the ground to the head."""
    ink, s = Ink(), plan.stream("shape")
    x, y = 2000 + s.between(-120, 120), 1720 + s.between(-90, 90)
    reach, squash = s.between(1300, 1470), s.between(0.8, 0.93)
    ground(ink, plan, x, y)
    neck = (x + s.between(-40, 40), y + reach * squash * 0.62 + 470)
    stem = Stem(neck, (neck[0] + s.between(-260, 260), 3700), (2000 + s.between(-480, 480), 5060))
    side = -1 if s.unit() < 0.5 else 1
    shoots = [_shoot(s, stem, i, plan.buds, side) for i in range(plan.buds)]
    _leaves(ink, plan, stem, side, shoots)
    for i, shoot in enumerate(shoots):
        _bud(ink, plan, plan.stream(f"bud {i}"), shoot)
    stem.draw(ink, plan.greens, 62)
    cup(ink, plan.stream("cup"), plan.greens, Plane(neck[0], neck[1] + 30), reach * 0.8)
    plane = Plane(x, y, s.about() * 0.02, squash)
    CornflowerHead(ink, plan.stream("head"), plane, reach, plan.petals).draw()
    return ink


def _shoot(s: Stream, stem: Stem, i: int, buds: int, side: int) -> Shoot:
    hand = side if i % 2 == 0 else -side
    t = (0.6, 0.76, 0.93)[i] if buds == 3 else (0.74, 0.84)[i]
    t += s.between(-0.03, 0.03)
    joint = stem.at(t)
    # A third bud is young, and near the stem.
    young = 0.68 if i == 2 else 1
    tip = (joint[0] + hand * young * s.between(660, 800), joint[1] - young * s.between(560, 680))
    return Shoot(hand, t, joint, tip, (0.2 + 0.8 * young) * s.between(580, 680), young * s.between(0.3, 0.9))


def _leaves(ink: Ink, plan: Plan, stem: Stem, side: int, shoots: list[Shoot]) -> None:
    s = plan.stream("leaves")
    count = s.whole(6, 8)
    for i in range(count):
        t = 0.18 + 0.74 * i / (count - 1)
        hand = side if i % 2 == 1 else -side
        # Where a shoot leaves the stem there is no room for a long leaf.
        crowded = any(shoot.hand == hand and -0.46 < t - shoot.t < 0.05 for shoot in shoots)
        length = s.between(720, 1300) * (0.66 + 0.4 * t) * (0.5 if crowded else 1)
        turn = hand * s.between(0.05, 0.095) - 0.25
        width = s.between(46, 66)
        leaf(ink, s, plan.greens, stem.at(t), turn, length, width, hand * s.between(0.16, 0.46))


def _bud(ink: Ink, plan: Plan, s: Stream, shoot: Shoot) -> None:
    """A bud from the side: a cup with a brush of florets."""
    tip, joint = shoot.tip, shoot.joint
    Stem(tip, (tip[0] - shoot.hand * 90, joint[1] - (joint[1] - tip[1]) * 0.36), joint).draw(ink, plan.greens, 40)
    plane = Plane(tip[0], tip[1] + 16, shoot.hand * 0.035)
    for i in range(_BRUSH):
        _brush_floret(ink, plan, s, shoot, plane, i)
    cup(ink, s, plan.greens, plane, shoot.size)


def _brush_floret(ink: Ink, plan: Plan, s: Stream, shoot: Shoot, plane: Plane, i: int) -> None:
    p, size = plan.petals, shoot.size
    aside = ((i * 5) % _BRUSH) / (_BRUSH - 1) * 2 - 1
    length = size * s.between(0.44, 0.58) * (1 - 0.22 * abs(aside)) * (0.75 + 0.35 * shoot.openness)
    turn = aside * (0.05 + 0.075 * shoot.openness) + s.about() * 0.007 - 0.25
    bend = aside * 0.14 + s.about() * 0.05
    blade = Blade(plane, (aside * size * 0.07, -size * 0.4), turn, length, size * 0.046, bend)
    deep = (0.75 - 0.5 * i / _BRUSH) * s.between(0.6, 1)
    tone = mixed(mixed(p.light, p.mid, 0.5), p.deep, deep)
    ink.shape(blade.outline(), tone, 96, p.edge, size * 0.006, 44)
    ink.fill(blade.part(0.6, -0.9, 0.9, 3), p.deep, 34)
    ink.fill(blade.part(0.94, -0.8, 0), mixed(p.light, WHITE, 0.4), 34)
