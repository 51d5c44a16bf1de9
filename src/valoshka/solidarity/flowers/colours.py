"""The flowers' colours, from `colours.yml`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from valoshka.own_yaml import own_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

    from valoshka.solidarity.flowers.ink import Colour


@dataclass(frozen=True)
class Palette:
    """The colours of a flower's petals; `wash` and `halo` lie behind it."""

    code: str
    light: Colour
    mid: Colour
    deep: Colour
    heart: Colour
    edge: Colour
    wash: Colour
    halo: Colour


@dataclass(frozen=True)
class Greens:
    """The colours of stem and leaf."""

    light: Colour
    mid: Colour
    dark: Colour
    shine: Colour


@dataclass(frozen=True)
class Straw:
    """The colours of an ear of rye."""

    light: Colour
    dark: Colour
    shine: Colour


@dataclass(frozen=True)
class Season:
    """What grows behind the flower, and on what paper (six hex digits); without a straw there is no rye."""

    code: str
    paper: str
    first: Colour
    second: Colour
    greens: Greens
    straw: Straw | None


def colour(digits: str) -> Colour:
    """Red, green and blue, 0 to 255, of six hex digits.

    >>> colour("ff8000")
    (255, 128, 0)
    """
    return (int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16))


def _palette(entry: Mapping[str, str]) -> Palette:
    colours = {part: colour(digits) for part, digits in entry.items() if part != "code"}
    return Palette(code=entry["code"], **{"halo": colours["wash"], **colours})


_KNOWN = own_yaml(__package__, "colours.yml")
_STRAWS = {
    code: Straw(**{part: colour(digits) for part, digits in straw.items()}) for code, straw in _KNOWN["straws"].items()
}
PALETTES: dict[str, tuple[Palette, ...]] = {
    kind: tuple(_palette(entry) for entry in entries) for kind, entries in _KNOWN["palettes"].items()
}
KINDS: tuple[str, ...] = tuple(PALETTES)
SEASONS: tuple[Season, ...] = tuple(
    Season(
        code=season["code"],
        paper=season["paper"],
        first=colour(season["first"]),
        second=colour(season["second"]),
        greens=Greens(**{part: colour(digits) for part, digits in season["greens"].items()}),
        straw=_STRAWS.get(season["straw"]),
    )
    for season in _KNOWN["seasons"]
)
PARTS: dict[str, dict[str, Colour]] = {
    kind: {part: colour(digits) for part, digits in parts.items()} for kind, parts in _KNOWN["parts"].items()
}
