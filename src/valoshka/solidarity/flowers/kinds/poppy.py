"""Poppy, Papaver rhoeas: a hairy stem, feathered leaves, one open head and its nodding buds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.solidarity.flowers.green import Stem, leaflet
from valoshka.solidarity.flowers.ground import ground
from valoshka.solidarity.flowers.ink import Ink, Path, Point, mixed
from valoshka.solidarity.flowers.kinds.poppy_head import PoppyHead
from valoshka.solidarity.flowers.shapes import PAGE, Blade, Plane

if TYPE_CHECKING:
    from valoshka.solidarity.flowers.chance import Stream
    from valoshka.solidarity.flowers.colours import Greens
    from valoshka.solidarity.flowers.plan import Plan


def draw(plan: Plan) -> Ink:
    """The whole picture, from the ground to the head."""
    ink, s = Ink(), plan.stream("shape")
    x, y = 2000 + s.between(-120, 120), 1740 + s.between(-90, 90)
    reach, squash = s.between(1330, 1470), s.between(0.78, 0.92)
    ground(ink, plan, x, y)
    stem = Stem((x, y), (x + s.between(-340, 340), 3700), (2000 + s.between(-440, 440), 5060))
    side = -1 if s.unit() < 0.5 else 1
    _leaves(ink, plan, stem, side, y + reach * squash * 1.06)
    for i in range(plan.buds):
        _bud(ink, plan, plan.stream(f"bud {i}"), stem, i, side if i % 2 == 0 else -side)
    stem.draw(ink, plan.greens, 60)
    _hairs(ink, plan.stream("hairs"), plan.greens, stem, 0.4, 1, 60)
    plane = Plane(x, y, s.about() * 0.02, squash)
    PoppyHead(ink, plan.stream("head"), plane, reach, plan.petals).draw()
    return ink


def _leaves(ink: Ink, plan: Plan, stem: Stem, side: int, ceiling: float) -> None:
    """Leaves where no bud is; none reaches behind the petals, which end at `ceiling`."""
    s = plan.stream("leaves")
    count = (s.whole(2, 3), 2, 1, 1)[plan.buds]
    for i in range(count):
        # Leaves of one side need more room than leaves in turn.
        foot = stem.at(0.61 + (0.17 if plan.buds else 0.12) * i)
        hand = -side if i % 2 == 0 or plan.buds else side
        length = min(s.between(900, 1150), (foot[1] - ceiling) / 0.95)
        _feathered(ink, s, plan.greens, foot, hand * s.between(0.1, 0.14) - 0.25, length)


def _feathered(ink: Ink, s: Stream, greens: Greens, foot: Point, turn: float, length: float) -> None:
    """A leaf cut into lobes."""
    spine = Blade(PAGE, foot, turn, length, 10, s.about() * 0.2)
    for i in range(5):
        at = spine.at(0.26 + 0.14 * i, 0)
        for hand in (-1, 1):
            size = length * (0.42 - 0.06 * i) * s.between(0.8, 1.1)
            leaflet(ink, s, greens, at, turn + hand * s.between(0.085, 0.12), size, size * 0.12, -hand * 0.22)
    leaflet(ink, s, greens, spine.at(0.72, 0), turn + s.about() * 0.01, length * 0.42, length * 0.05, 0.05)
    ink.line(spine.vein(0, 0, 0.96), greens.dark, 16, 90)
    ink.line(spine.vein(0, 0, 0.96), greens.light, 8, 90)


def _bud(ink: Ink, plan: Plan, s: Stream, stem: Stem, i: int, hand: int) -> None:
    """A stalk that bends over at its end, and the bud on it; a third one is young and near the stem."""
    young = 0.58 if i == 2 else 1
    joint = stem.at((0.78, 0.86, 0.95)[i])
    x, y = joint[0] + hand * young * s.between(760, 930), joint[1] - young * s.between(760, 900)
    neck = (x - hand * 130 * young, y + 10)
    stalk = Stem(neck, (x - hand * 330 * young, joint[1] - 420 * young), joint)
    hook = Stem((x, y), (x - hand * 60 * young, y - 150 * young), neck)
    stalk.draw(ink, plan.greens, 40)
    hook.draw(ink, plan.greens, 40)
    _hairs(ink, s, plan.greens, stalk, 0.05, 0.9, 16)
    _hanging(ink, plan, s, Plane(x, y - 20, hand * 0.02), s.between(400, 480) * (0.4 + 0.6 * young))


def _hanging(ink: Ink, plan: Plan, s: Stream, plane: Plane, size: float) -> None:
    """A hairy bud; now and then its petal shows."""
    p, greens = plan.petals, plan.greens
    peep = Blade(plane, (0, size * 0.55), 0.25, size * 0.58, size * 0.2, 0, 0.8, 0.4)
    if s.unit() < 0.7:
        ink.fill(peep.outline(), p.mid, 96)
        ink.line(peep.vein(0, 0.2, 0.9), p.deep, size * 0.012, 60)
    body = Blade(plane, (0, 0), 0.25, size, size * 0.3, 0, 0.55, 0.46)
    ink.shape(body.outline(), mixed(greens.mid, greens.light, 0.4), 98, greens.dark, size * 0.011, 62)
    ink.fill(body.part(0.97, 0.1, 0.98), greens.dark, 26)
    ink.fill(body.part(0.9, -0.85, -0.35), greens.shine, 26)
    ink.line(body.vein(0.08, 0.02, 0.98), greens.dark, size * 0.014, 62)
    hairs: Path = []
    for _ in range(34):
        side = -1 if s.unit() < 0.5 else 1
        at = body.at(s.between(0.08, 0.92), side * s.between(0.2, 1) * 0.9)
        turn = plane.turn + 0.25 - side * s.between(0.08, 0.2)
        hairs += Blade(PAGE, at, turn, s.between(50, 95), 4, 0).vein(0, 0, 1)
    ink.line(hairs, greens.dark, 5, 50)


def _hairs(ink: Ink, s: Stream, greens: Greens, stem: Stem, low: float, high: float, count: int) -> None:
    hairs: Path = []
    for i in range(count):
        x, y = stem.at(low + (high - low) * (i + s.unit()) / count)
        hand = -1 if s.unit() < 0.5 else 1
        turn = (0 if hand > 0 else 0.5) + s.about() * 0.03
        hairs += Blade(PAGE, (x + hand * 20, y), turn, s.between(60, 120), 5, s.about() * 0.2).vein(0, 0, 1)
    ink.line(hairs, greens.dark, 5, 52)
