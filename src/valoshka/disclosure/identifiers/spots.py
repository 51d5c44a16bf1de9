"""Known places on the map, however their coordinates are written."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from valoshka.disclosure.identifiers.coordinates import coordinates
from valoshka.disclosure.identifiers.sightings import Sighting
from valoshka.disclosure.identifiers.signs import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_GRID = 1_000  # cells a degree: some hundred metres, as near as minutes and seconds tell
_APART = 16  # characters between two angles of one place
_DECIMAL, _MINUTES, _SECONDS = 2, 4, 6  # numbers in a pair of angles


class Spot(NamedTuple):
    """The cell of a grid of a thousandth of a degree."""

    north: int
    east: int


class Spots:
    """The places on record of a fixed set of people.

    >>> known = Spots([("p", "53.90454, 27.56152")])
    >>> [(seen.start, seen.end, seen.owner) for seen in known.find("Seen at 53°54'16.3\\"N 27°33'41.5\\"E.")]
    [(8, 34, 'p')]
    """

    def __init__(self, identifiers: Iterable[tuple[str, str]]) -> None:
        self._owners: defaultdict[Spot, list[str]] = defaultdict(list)
        for owner, identifier in identifiers:
            for _, _, spot in _spots(identifier) if _may_hold(identifier) else ():
                self._owners[spot].append(owner)

    @classmethod
    def can_hold(cls, identifier: str) -> bool:
        """Whether `identifier` is a place on the map."""
        return bool(cls([("", identifier)])._owners)

    def find(self, text: str) -> Iterator[Sighting]:
        """Every known place in `text`."""
        for start, end, spot in _spots(text) if self._owners else ():
            near = itertools.product((-1, 0, 1), repeat=2)
            owners = (self._owners.get(Spot(spot.north + north, spot.east + east), ()) for north, east in near)
            for owner in dict.fromkeys(itertools.chain.from_iterable(owners)):
                yield Sighting(start, end, owner)


def _may_hold(identifier: str) -> bool:
    return any(sign in identifier for sign in ".,°º˚") and len(_NUMBER.findall(identifier)) >= _DECIMAL


def _spots(text: str) -> Iterator[tuple[int, int, Spot]]:
    told = plain(text)
    found = sorted({(seen.start, seen.end) for seen in coordinates(told.text)})
    for start, end in [*found, *_pairs(found)]:
        if spot := _spot(_NUMBER.findall(told.text[start:end])):
            yield *told.span(start, end), spot


def _pairs(found: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for one, other in itertools.pairwise(found):
        if 0 <= other[0] - one[1] <= _APART:
            yield one[0], other[1]


def _spot(numbers: list[str]) -> Spot | None:
    """The cell of two angles, each in degrees, degrees and minutes, or degrees, minutes and seconds."""
    if len(numbers) not in (_DECIMAL, _MINUTES, _SECONDS):
        return None
    figures = [float(number.replace(",", ".")) for number in numbers]
    half = len(figures) // 2
    north, east = (
        sum(each / 60**place for place, each in enumerate(part)) for part in (figures[:half], figures[half:])
    )
    return Spot(round(north * _GRID), round(east * _GRID))
