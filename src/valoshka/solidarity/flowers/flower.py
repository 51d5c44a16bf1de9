"""A flower grown from its seed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from valoshka.solidarity.flowers.kinds import cornflower, daisy, flax, poppy
from valoshka.solidarity.flowers.plan import plan
from valoshka.solidarity.flowers.writing import svg_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from valoshka.solidarity.flowers.ink import Ink, Mark
    from valoshka.solidarity.flowers.plan import Plan

_DRAW: dict[str, Callable[[Plan], Ink]] = {
    "cornflower": cornflower.draw,
    "poppy": poppy.draw,
    "flax": flax.draw,
    "daisy": daisy.draw,
}


@dataclass(frozen=True)
class Flower:
    """What grew: `marks`, the lowest first, on a sheet of `paper` (six hex digits), `width` × `height` units.

    `palette` and `season` count from 0 (see `colours.yml`), `buds` are 0 to 3.
    """

    seed: str
    kind: str
    palette: int
    season: int
    buds: int
    marks: tuple[Mark, ...] = field(repr=False)
    paper: str
    width: int = 4000
    height: int = 5000

    def svg(self) -> str:
        """The picture, byte for byte what `flower.mjs` makes of the same seed."""
        return svg_text(self.marks, self.paper, self.width, self.height)


def grow(seed: str, kind: str = "cornflower") -> Flower:
    """The flower that a seed decides; see `plan` for what a seed is, and what is refused.

    >>> flower = grow("minsk-1.p3.b2")
    >>> flower.palette, flower.season, flower.buds, flower.paper
    (3, 1, 2, 'fbf9f4')
    """
    decided = plan(seed, kind)
    ink = _DRAW[kind](decided)
    return Flower(seed, kind, decided.palette, decided.season, decided.buds, tuple(ink.marks), decided.field.paper)
