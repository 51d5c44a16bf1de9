"""How a card looks, from `layouts.yml`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from valoshka.own_yaml import own_yaml

KNOWN: dict[str, Any] = own_yaml(__package__, "layouts.yml")


@dataclass(frozen=True)
class Layout:
    """One size, in pixels. `safe`: the first and the last row that no app covers; `rungs`: letter size, most lines.

    `picture` is the width of a picture that stands beside the words, 0 where it stands above them.
    """

    width: int
    height: int
    safe: tuple[int, int]
    margin: int
    foot: int
    rungs: tuple[tuple[int, int], ...]
    picture: int


def _layout(entry: dict[str, Any]) -> Layout:
    return Layout(
        width=entry["width"],
        height=entry["height"],
        safe=(entry["safe"][0], entry["safe"][1]),
        margin=entry["margin"],
        foot=entry["foot"],
        rungs=tuple((size, most) for size, most in entry["rungs"]),
        picture=entry.get("picture", 0),
    )


LAYOUTS: dict[str, Layout] = {name: _layout(entry) for name, entry in KNOWN["sizes"].items()}
SIZES: tuple[str, ...] = tuple(LAYOUTS)
PALETTES: dict[str, dict[str, str]] = KNOWN["palettes"]
