"""Places on the map: degrees in decimals, or with minutes and seconds."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from valoshka.disclosure.identifiers.patterns import compiled
from valoshka.disclosure.identifiers.sightings import Sighting

if TYPE_CHECKING:
    from collections.abc import Iterator

_EXACT = 4  # decimals: some ten metres; numbers in pairs of other sorts seldom have them
_SIDES = re.compile(r"[°º˚NSEWСЮВЗшШдД]")
_DECIMALS = re.compile(r"(\d+)[.,](\d+)")
_POLE, _DATE_LINE = 90, 180


def coordinates(text: str) -> Iterator[Sighting]:
    """Every pair of coordinates in `text` (in plain signs), and every angle with minutes.

    >>> [seen.kind for seen in coordinates("Seen at 53.90454, 27.56152; p = 0.012, 0.034; 25°C")]
    ['coordinates']
    """
    for pattern in _patterns("pairs"):
        for match in pattern.finditer(text):
            if _is_place(match.group()):
                yield Sighting(*match.span(), kind="coordinates")
    if _SIDES.search(text) or "+" in text:
        for pattern in _patterns("angles"):
            for match in pattern.finditer(text):
                yield Sighting(*match.span(), kind="coordinates")


def _is_place(pair: str) -> bool:
    (north, north_decimals), (east, east_decimals) = _DECIMALS.findall(pair)
    exact = min(len(north_decimals), len(east_decimals)) >= _EXACT
    return (exact or bool(_SIDES.search(pair))) and int(north) <= _POLE and int(east) <= _DATE_LINE


@functools.cache
def _patterns(group: str) -> tuple[re.Pattern[str], ...]:
    return tuple(compiled("coordinates.yml", group, {}).values())
