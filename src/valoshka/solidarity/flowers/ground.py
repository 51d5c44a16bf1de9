"""Behind the flower: a wash of the season's colours, and drops of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.solidarity.flowers.ink import WHITE, Colour, Ink, mixed
from valoshka.solidarity.flowers.rye import rye
from valoshka.solidarity.flowers.shapes import Plane
from valoshka.solidarity.flowers.wash import wash

if TYPE_CHECKING:
    from valoshka.solidarity.flowers.chance import Stream
    from valoshka.solidarity.flowers.plan import Plan

_LAYERS, _DROPS = 5, 24


def ground(ink: Ink, plan: Plan, x: float, y: float) -> None:
    """Wash and drops round (`x`, `y`), then rye, if the season has any."""
    tint, field = plan.petals.wash, plan.field
    stream = plan.stream("wash")
    for colour in (mixed(tint, WHITE, 0.46), field.first, mixed(field.second, tint, 0.12)):
        _pool(ink, stream, x, y, colour)
        y += 320
    snow = field.code == "winter"
    for _ in range(_DROPS):
        _drop(ink, stream, x, y - 760, mixed(tint, field.first, stream.unit()), snow)
    if field.straw:
        rye(ink, plan.stream("rye"), field.straw)


def _pool(ink: Ink, stream: Stream, x: float, y: float, colour: Colour) -> None:
    plane = Plane(x + stream.about() * 420, y + stream.about() * 380, 0, 0.95)
    radius = stream.between(1050, 1500)
    for layer in range(_LAYERS):
        ink.fill(wash(stream, plane, radius * (1 - 0.045 * layer), 3, 1), colour, 11)


def _drop(ink: Ink, stream: Stream, x: float, y: float, colour: Colour, snow: bool) -> None:
    size = stream.unit()
    plane = Plane(x + stream.about() * 1250, y + stream.about() * 1300)
    white = stream.unit() < 0.6
    ink.fill(wash(stream, plane, 6 + 22 * size * size, 0, 0.6), WHITE if snow and white else colour, 46)
