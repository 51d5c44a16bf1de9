"""Towns with their region and size, and words that make a region of a town's name."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, NamedTuple, cast

from valoshka.disclosure.jigsaw.facts import phrase_places
from valoshka.disclosure.jigsaw.knowledge import entries

if TYPE_CHECKING:
    from collections.abc import Mapping

_REGION = re.compile(
    r"\W+(?:region|oblast|voblasts?|area|district|вобласц\w*|област(?!н)\w*|раён(?!н)\w*|район(?!н)\w*)\b",
    re.IGNORECASE,
)
_REGION_BEFORE = re.compile(r"\b(?:obw[oó]d\w*|rejon\w*|powia\w*|wojewódz\w*)\W+\Z", re.IGNORECASE)


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


def is_of_a_region(text: str, start: int, end: int) -> bool:
    """Whether a word beside what stands at `start`-`end` makes it a region: "Hrodna region" is no town.

    >>> is_of_a_region("in Hrodna region", 3, 9), is_of_a_region("w obwodzie grodzieńskim", 11, 23)
    (True, True)
    """
    return bool(_REGION.match(text, end) or _REGION_BEFORE.search(text, max(0, start - 20), start))
