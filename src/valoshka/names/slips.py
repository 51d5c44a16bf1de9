"""How near two sounds are when something slipped: a letter more, less, changed, or two in the wrong order."""

from __future__ import annotations

import functools
from typing import cast

from rapidfuzz.distance import Levenshtein

from valoshka.names import knowledge
from valoshka.names.sounding import skeleton

_SHARED_LETTERS = 0.4
_SHARED_CONSONANTS = 0.4  # words with less in common are two words, not one with slips


def nearness(one: str, other: str) -> float:
    """1 for two coarse sounds that are the same, 0 for two that share nothing; in between by what the slips cost.

    >>> nearness("sarakin", "sarakin"), round(nearness("sarakin", "sarekin"), 2)
    (1.0, 0.97)
    """
    if one == other:
        return 1.0
    # The quick no first: most words that meet have nothing in common.
    if Levenshtein.normalized_similarity(one, other, score_cutoff=_SHARED_LETTERS) == 0:
        return 0.0
    if Levenshtein.normalized_similarity(_consonants(one), _consonants(other)) < _SHARED_CONSONANTS:
        return 0.0
    return max(0.0, 1 - slipped(one, other) / max(len(one), len(other), 1))


_consonants = functools.lru_cache(maxsize=1 << 14)(skeleton)


def slipped(one: str, other: str) -> float:
    """What it costs, in letters, to turn one coarse sound into the other."""
    operations = cast(list[tuple[str, int, int]], Levenshtein.editops(one, other).as_list())  # the stub says otherwise
    cost, at = 0.0, 0
    while at < len(operations):
        if at + 1 < len(operations) and _is_swap(one, other, operations[at], operations[at + 1]):
            cost, at = cost + slip_costs().swapped, at + 2
            continue
        cost, at = cost + _cost(one, other, operations[at]), at + 1
    return cost


def _is_swap(one: str, other: str, first: tuple[str, int, int], second: tuple[str, int, int]) -> bool:
    """Whether two steps put two neighbours into each other's place: two replacements, or a letter that moved by one."""
    (kind, here, there), (kind_after, here_after, there_after) = first, second
    if kind == kind_after == "replace":
        return here + 1 == here_after and one[here : here + 2] == other[there : there + 2][::-1]
    if (kind, kind_after) == ("delete", "insert"):
        return here_after - here <= 2 and one[here] == other[there_after]
    if (kind, kind_after) == ("insert", "delete"):
        return there_after - there <= 2 and other[there] == one[here_after]
    return False


def _cost(one: str, other: str, step: tuple[str, int, int]) -> float:
    kind, here, there = step
    known = slip_costs()
    if kind == "replace":
        return known.exchanged(one[here], other[there])
    letter = one[here] if kind == "delete" else other[there]
    return known.vowel_more_or_less if letter in "aeiu" else known.other


class SlipCosts:
    """What slips cost, as `sounding.yml` says."""

    def __init__(self, told: dict[str, object]) -> None:
        self.other = cast(float, told["other"])
        self.swapped = cast(float, told["swapped_neighbours"])
        self.vowel_more_or_less = cast(float, told["vowel_more_or_less"])
        self._vowels = cast(float, told["vowel_for_vowel"])
        groups = cast(dict[float, list[str]], told["pairs"])
        self._pairs = {
            either: cost for cost, pairs in groups.items() for pair in pairs for either in (pair, pair[::-1])
        }

    def exchanged(self, one: str, other: str) -> float:
        """What it costs to write one letter for the other."""
        if (known := self._pairs.get(one + other)) is not None:
            return known
        return self._vowels if one in "aeiu" and other in "aeiu" else self.other


@functools.cache
def slip_costs() -> SlipCosts:
    """The costs of slips, read once."""
    return SlipCosts(knowledge.slip_costs())
