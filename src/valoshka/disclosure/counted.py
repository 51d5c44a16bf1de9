"""Figures in words: how many, and whether of people."""

from __future__ import annotations

import functools
import re
from typing import cast

from valoshka.disclosure.jigsaw.facts import phrase_places, professions
from valoshka.own_yaml import own_yaml

_NUMBER = re.compile(r"\d+(?:[ \u00a0\u202f.,]\d+)*")


def people_counted(value: str, label: str) -> int | None:
    """How many people a figure counts; `None` if it has no whole number, or does not speak of people.

    >>> people_counted("3", "women of one ward"), people_counted("3", "hospitals")
    (3, None)
    >>> people_counted("3 million", "people") is None
    True
    """
    number = _NUMBER.search(value)
    if number is None or not number.group().isdecimal() or _large(value[number.end() :]):
        return None
    return int(number.group()) if speaks_of_people(f"{value} {label}") else None


def speaks_of_people(text: str) -> bool:
    """Whether `text` has a word for people: what they are, do for a living, or suffered.

    >>> speaks_of_people("дактароў"), speaks_of_people("hospitals")
    (True, False)
    """
    if any(word in _forms() for word in re.findall(r"[^\W\d_]+", text.casefold())):
        return True
    return any(phrase_places(text, word) for word in _people())


def _large(after: str) -> bool:
    known = _known()
    first = after.strip()
    if first.startswith(tuple(known["signs"])):
        return True
    return any(start == 0 for scale in known["scales"] for start, _ in phrase_places(first, scale))


@functools.cache
def _people() -> tuple[str, ...]:
    known = (word for group in _known()["people"] for word in group.split())
    return (*known, *(word for group in professions() for word in group))


@functools.cache
def _forms() -> frozenset[str]:
    """Words as they stand, and forms that no rule makes of them."""
    return frozenset(word for group in _known()["forms"] for word in group.split())


@functools.cache
def _known() -> dict[str, list[str]]:
    return cast(dict[str, list[str]], own_yaml("valoshka.disclosure", "counted.yml"))
