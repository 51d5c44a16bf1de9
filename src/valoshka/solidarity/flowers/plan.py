"""What a seed decides before a line is drawn: palette, season, buds."""

from __future__ import annotations

import re
from dataclasses import dataclass

from valoshka.errors import Refused
from valoshka.solidarity.flowers.chance import Stream
from valoshka.solidarity.flowers.colours import KINDS, PALETTES, SEASONS, Greens, Palette, Season

LONGEST_SEED = 64
MOST_BUDS = 3
_SEED = re.compile(r"(.*?)(?:\.p([0-9]))?(?:\.s([0-9]))?(?:\.b([0-9]))?", re.DOTALL)
_BUDS_DRAWN = (0, 1, 1, 1, 2, 2)
# Tickets of the first palette, the kind's usual colour, beside one of every palette.
_USUAL = 4


@dataclass(frozen=True)
class Plan:
    """A flower before it is drawn; `root` begins the label of each of its streams."""

    root: str
    kind: str
    palette: int
    season: int
    buds: int

    @property
    def petals(self) -> Palette:
        """The colours of its petals."""
        return PALETTES[self.kind][self.palette]

    @property
    def field(self) -> Season:
        """What lies behind it."""
        return SEASONS[self.season]

    @property
    def greens(self) -> Greens:
        """The colours of its stem and leaves."""
        return self.field.greens

    def stream(self, part: str) -> Stream:
        """The chance of one part, which no other part's drawing moves."""
        return Stream(f"{self.root}/{part}")


def plan(seed: str, kind: str) -> Plan:
    """Read a seed: any text up to 64 characters; an ending `.pN.sN.bN` chooses palette, season and buds.

    Each of the three may be left out, not swapped; a digit beyond the last choice begins again from the first.
    Raises `Refused`: too long, half of a character (a lone surrogate), or an unknown kind.

    >>> plan("minsk-1.s3", "cornflower")
    Plan(root='cornflower/minsk-1', kind='cornflower', palette=1, season=3, buds=1)
    >>> plan("x" * 65, "cornflower")
    Traceback (most recent call last):
    valoshka.errors.Refused: The seed has 65 characters, and 64 are the most. Take a shorter one.
    """
    _check(seed, kind)
    found = _SEED.fullmatch(seed)
    assert found is not None
    name, palette, season, buds = found.groups()
    root, palettes = f"{kind}/{name}", len(PALETTES[kind])
    own = Stream(f"{root}/plan")
    ticket, own_season, own_buds = own.whole(0, palettes + _USUAL - 1), own.whole(0, 3), own.whole(0, 5)
    return Plan(
        root,
        kind,
        int(palette) % palettes if palette else ticket if ticket < palettes else 0,
        int(season) % len(SEASONS) if season else own_season,
        int(buds) % (MOST_BUDS + 1) if buds else _BUDS_DRAWN[own_buds],
    )


def _check(seed: str, kind: str) -> None:
    if kind not in PALETTES:
        raise Refused(f'No flower "{kind[:40]}" grows here. Take {", ".join(KINDS[:-1])} or {KINDS[-1]}.')
    if len(seed) > LONGEST_SEED:
        raise Refused(f"The seed has {len(seed)} characters, and {LONGEST_SEED} are the most. Take a shorter one.")
    if any("\ud800" <= letter <= "\udfff" for letter in seed):
        raise Refused("The seed holds half of a character (a broken emoji, or text that is not UTF-8). Type it again.")
