"""Flax, Linum usitatissimum: wiry stems with many small leaves, two open heads, buds with a twist of blue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.solidarity.flowers.green import Stem, leaflet
from valoshka.solidarity.flowers.ground import ground
from valoshka.solidarity.flowers.ink import Ink, mixed
from valoshka.solidarity.flowers.kinds.flax_head import FlaxHead
from valoshka.solidarity.flowers.shapes import Blade, Plane

if TYPE_CHECKING:
    from valoshka.solidarity.flowers.chance import Stream
    from valoshka.solidarity.flowers.plan import Plan

# Where the first, second and third bud leave the stem, on the empty side (1) or below the second head (-1), and how
# far their tips stand out and up.
_BUDS = ((0.5, 1, 760, 520), (0.66, 1, 860, 560), (0.84, -1, 600, 440))


def draw(plan: Plan) -> Ink:
    """The whole picture, from the ground to the heads."""
    ink, s = Ink(), plan.stream("shape")
    side = -1 if s.unit() < 0.5 else 1
    x, y = 2000 + side * s.between(60, 260), 1450 + s.between(-90, 90)
    reach, squash = s.between(980, 1080), s.between(0.8, 0.94)
    ground(ink, plan, x, y + 500)
    top = (x, y + reach * squash * 0.3)
    stem = Stem(top, (2000 + side * 260 + s.between(-110, 110), 3300), (2000 + s.between(-200, 200), 5060))
    second = s.between(560, 650)
    x2, y2 = 2000 - side * s.between(840, 980), 2790 + s.between(-110, 110)
    joint = stem.at(0.66)
    branch = Stem((x2, y2 + second * 0.2), (x2 + side * 160, joint[1] - 330), joint)
    _leaves(ink, plan, stem, branch, side)
    branch.draw(ink, plan.greens, 32)
    for i in range(plan.buds):
        _bud(ink, plan, plan.stream(f"bud {i}"), stem, i, side)
    stem.draw(ink, plan.greens, 44)
    smaller = Plane(x2, y2, s.about() * 0.03, s.between(0.66, 0.84))
    FlaxHead(ink, plan.stream("head 2"), smaller, second, plan.petals, plan.greens).draw()
    larger = Plane(x, y, s.about() * 0.02, squash)
    FlaxHead(ink, plan.stream("head 1"), larger, reach, plan.petals, plan.greens).draw()
    return ink


def _leaves(ink: Ink, plan: Plan, stem: Stem, branch: Stem, side: int) -> None:
    s, greens = plan.stream("leaves"), plan.greens
    count = s.whole(13, 16)
    for i in range(count):
        hand = 1 if i % 2 == 0 else -1
        turn = hand * s.between(0.06, 0.1) - 0.25
        length, width = s.between(360, 560), s.between(24, 32)
        leaflet(ink, s, greens, stem.at(0.4 + 0.58 * i / (count - 1)), turn, length, width, hand * s.between(0.1, 0.3))
    for i in range(4):
        hand = side if i % 2 == 0 else -side
        turn = hand * s.between(0.05, 0.08) - side * 0.07 - 0.25
        length, width = s.between(260, 380), s.between(18, 24)
        leaflet(ink, s, greens, branch.at(0.4 + 0.15 * i), turn, length, width, hand * 0.2)


def _bud(ink: Ink, plan: Plan, s: Stream, stem: Stem, i: int, side: int) -> None:
    t, hand, out, up = _BUDS[i]
    hand *= side
    joint = stem.at(t)
    tip = (joint[0] + hand * out * s.between(0.9, 1.1), joint[1] - up * s.between(0.92, 1.08))
    Stem(tip, (tip[0] - hand * 70, joint[1] - up * 0.26), joint).draw(ink, plan.greens, 26)
    _twisted(ink, plan, s, Plane(tip[0], tip[1] + 10, hand * s.between(0.02, 0.05)), s.between(210, 260))


def _twisted(ink: Ink, plan: Plan, s: Stream, plane: Plane, size: float) -> None:
    """Three sepals round petals that are still rolled up."""
    p, greens = plan.petals, plan.greens
    for i in (-1, 0, 1):
        length = size * s.between(0.62, 0.8)
        twist = Blade(plane, (i * size * 0.12, -size * 0.6), i * 0.03 - 0.25, length, size * 0.2, i * 0.1)
        ink.shape(twist.outline(), mixed(p.mid, p.deep, 0.3 * (i + 1)), 94, p.edge, size * 0.018, 40)
    for i in (-1, 1, 0):
        length = size * s.between(0.94, 1.04)
        sepal = Blade(plane, (i * size * 0.08, 0), i * 0.052 - 0.25, length, size * 0.27, -i * 0.3, 0.5, 0.42)
        tone = mixed(greens.light, greens.mid, 0.35 * (i + 1))
        ink.shape(sepal.outline(), tone, 97, greens.dark, size * 0.018, 52)
        ink.fill(sepal.part(0.94, 0.1, 1), greens.dark, 24)
        ink.line(sepal.vein(0, 0.05, 0.9), greens.shine, size * 0.022, 60)
