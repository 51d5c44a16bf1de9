"""How many people in an adversary's file would fit what is told: the crowd in which somebody can hide."""

from __future__ import annotations

import functools
import math
from typing import TYPE_CHECKING, cast

from valoshka.disclosure.jigsaw.facts import professions
from valoshka.disclosure.jigsaw.knowledge import entries
from valoshka.disclosure.jigsaw.places import find_town
from valoshka.disclosure.jigsaw.said import AGE, FAMILY, event_kinds
from valoshka.names.folding import fold
from valoshka.names.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from valoshka.disclosure.jigsaw.adversaries import Adversary
    from valoshka.disclosure.jigsaw.clues import Clue

SMALL = 5  # people; Hundepool et al. 2012, ch. 4
# Of the events of a year, how many fall into so much of it.
_OF_A_YEAR = {"day": 1 / 365, "part": 1 / 36, "month": 1 / 12, "season": 1 / 4, "year": 1.0, "none": 1.0}
_CALLINGS = frozenset({"profession", "specialty"})
_CALLING = "calling"
_COUNTED = 0.1  # one in ten has exactly so many cases, or days
_SMALL_TOWN, _THOUSANDS = 10, 9400  # inhabitants of a town that towns.yml does not list, and of all (census of 2019)
_UNHEARD = 0.05  # of an event that events.yml does not know, or whose share it does not give


@functools.cache
def _shares() -> dict[str, object]:
    return cast(dict[str, object], entries("shares.yml"))


def expected(adversary: Adversary, clues: Iterable[Clue]) -> float:
    """How many people in `adversary`'s file fit all of `clues`, as if facts were independent; 0.3 is "hardly anybody".

    Facts are not independent, so this is a size, no count: two facts that go together leave more people than it says.

    >>> from valoshka.disclosure.jigsaw.adversaries import adversaries
    >>> from valoshka.disclosure.jigsaw.clues import Clue
    >>> nurse = Clue("profession", "profession", 0, 5, value="nurse")
    >>> round(expected(adversaries()["state"], [nurse, Clue("event 0", "detention", 9, 17, "month")]))
    50
    """
    rarest: dict[str, float] = {}
    for clue in clues:
        if adversary.holds(clue):
            # A urologist is a doctor, and an arrest a detention: of what is said of one fact the rarer says all.
            fact = _CALLING if clue.item in _CALLINGS else clue.fact
            rarest[fact] = min(rarest.get(fact, 1.0), _share(adversary, clue))
    return adversary.size * math.prod(rarest.values())


def _share(adversary: Adversary, clue: Clue) -> float:
    if clue.item in adversary.own:
        return 1.0
    if clue.is_event:
        held = event_kinds().get(clue.item, {}).get("held", {})
        counted = _COUNTED if clue.number else 1.0
        return held.get(adversary.code, _UNHEARD) * _OF_A_YEAR[clue.near] * counted
    return min(1.0, of_all(clue) * (adversary.likelier if clue.item in _CALLINGS else 1))


def of_all(clue: Clue) -> float:
    """The share of people in work of whom a fact that is no event is true."""
    table = _shares().get(clue.item)
    if clue.item == FAMILY:
        return _of_families(clue)
    if clue.item == "born":
        return cast(dict[str, float], table)[clue.near if clue.near in {"day", "month", "year"} else AGE]
    if clue.item in _CALLINGS:
        return _of_profession(clue.item, clue.value)
    if clue.item == "town":
        return town_share(clue.value)
    return table if isinstance(table, float) else 1.0


def _of_families(clue: Clue) -> float:
    table = cast(dict[str, object], _shares()[FAMILY])
    counted = cast(dict[int, float], table["counted"])
    alone = cast(float, table.get(clue.value, 0.3))
    return alone * counted.get(clue.number, 0.005) if clue.number else alone


@functools.lru_cache(maxsize=1 << 12)
def _of_profession(item: str, value: str) -> float:
    table = cast(dict[str, float], _shares()[item])
    told = {word.folded for word in words(value)}
    both = {**cast(dict[str, float], _shares()["specialty"]), **cast(dict[str, float], _shares()["profession"])}
    # A specialty in two words (children's oncologist) is rarer than its last word says.
    if item == "specialty" and len(told) > 1:
        return table["rare"]
    for group in professions():
        if group & told:
            return next((share for code, share in both.items() if fold(code) in group), table["rare"])
    return table["rare"]


def town_share(town: str) -> float:
    """The share of people who live in the town, by towns.yml; a town that it does not list is taken for small."""
    known = find_town(town)
    return (known.thousands if known else _SMALL_TOWN) / _THOUSANDS
