"""Given names that so many bear that one of them alone points to nobody, where many people are protected."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, cast

from valoshka.names.folding import fold
from valoshka.names.parts import given_groups, parse
from valoshka.own_yaml import own_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable


def bears_everyday_name(names: Iterable[str]) -> bool:
    """Whether whoever is called `names` has a very frequent given name, in any form that the tables know.

    >>> bears_everyday_name(["Галіна Бонч"]), bears_everyday_name(["Еўдакія Бонч"])
    (True, False)
    """
    return any(map(_is_everyday, names))


@functools.lru_cache(maxsize=1 << 13)
def _is_everyday(name: str) -> bool:
    return any(not given_groups(given).isdisjoint(_everyday()) for given in parse(name).given)


@functools.cache
def _everyday() -> frozenset[int]:
    told = cast(dict[str, str], own_yaml("valoshka.names", "everyday_given.yml"))["names"].split()
    return frozenset().union(*(given_groups(fold(name)) for name in told))
