"""Towns with their region and size."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, NamedTuple, cast

from valoshka.disclosure.jigsaw.facts import phrase_places
from valoshka.disclosure.jigsaw.knowledge import entries

if TYPE_CHECKING:
    from collections.abc import Mapping


class Town(NamedTuple):
    """A town of towns.yml; `thousands` of inhabitants, the region's name by language."""

    name: str
    thousands: float
    region: Mapping[str, str]


@functools.cache
def towns() -> tuple[Town, ...]:
    """Every town of towns.yml."""
    told = cast(dict[str, dict[str, dict[str, str]]], entries("towns.yml"))
    return tuple(
        Town(name, float(size), told["regions"][region])
        for region, here in told["towns"].items()
        for name, size in here.items()
    )


@functools.lru_cache(maxsize=1 << 12)
def find_town(name: str) -> Town | None:
    """The town of that name, in any spelling and case.

    >>> find_town("Grodno").region["en"]
    'Hrodna region'
    """
    return next((town for town in towns() if phrase_places(name, town.name)), None)
