"""Which letters may abbreviate a given name, in any of its languages and scripts."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, TypedDict

from valoshka.names.given.lexicon import given_names, key
from valoshka.own_yaml import own_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable


class _Letters(TypedDict):
    letters: dict[str, str]
    digraphs: dict[str, str]
    latin: str


def initials_of(groups: Iterable[int]) -> frozenset[str]:
    """Every folded letter, or two letters, that may stand for a full form of the given names numbered `groups`.

    >>> from valoshka.names.given import given_groups
    >>> {"д", "дз", "d", "dz"} <= initials_of(given_groups("дзмітрый"))
    True
    >>> "а" in initials_of(given_groups("дзмітрый"))
    False
    """
    return frozenset().union(*map(_of_one, groups))


@functools.lru_cache(maxsize=1 << 12)
def _of_one(number: int) -> frozenset[str]:
    forms = (form for each in given_names()[number].full.values() for form in each)
    return frozenset(letter for form in forms for letter in _openings(key(form)))


def _openings(folded: str) -> list[str]:
    known = _knowledge()
    found = [folded[:1], *known["letters"].get(folded[:1], "").split()]
    for digraph, romanised in known["digraphs"].items():
        if folded.startswith(digraph):
            found += [digraph, *romanised.split()]
    return [*found, *(pair for pair in known["latin"].split() if folded.startswith(pair))]


@functools.cache
def _knowledge() -> _Letters:
    read: _Letters = own_yaml("valoshka.names.given", "initials.yml")
    return read
