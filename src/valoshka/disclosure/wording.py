"""The gate's own words, by language."""

from __future__ import annotations

import functools
from typing import cast

from valoshka.clearance import Check
from valoshka.own_yaml import own_yaml

_FALLBACK = "en"


@functools.cache
def _all() -> dict[str, dict[str, object]]:
    return cast(dict[str, dict[str, object]], own_yaml("valoshka.disclosure", "report.yml"))


def said(language: str, what: str, **values: object) -> str:
    """The sentence `what` in `language` (`en`, `be`, `ru`; English for any other).

    >>> said("en", "hash", sha256="ab")
    'SHA-256 of the whole release: ab'
    """
    return str(_all()[_known(language)][what]).format(**values)


def questions(language: str) -> tuple[str, ...]:
    """What a second reader asks of a publication."""
    return tuple(cast(list[str], _all()[_known(language)]["questions"]))


def part_in(language: str) -> dict[str, str]:
    """What the parts of a file are called in `language`, where that is not what the gate calls them."""
    return cast(dict[str, str], _all()[_known(language)]["parts"])


def check(language: str, code: str, **values: object) -> Check:
    """One check in words: its name, what it looked for, and what it found."""
    told = cast(dict[str, dict[str, str]], _all()[_known(language)]["checks"])[code]
    return Check(told["name"], told["looked_for"].format(**values), told["result"].format(**values))


def _known(language: str) -> str:
    return language if language in _all() and language != "source" else _FALLBACK
