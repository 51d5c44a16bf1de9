"""Figures in words: how many, and whether of people."""

from __future__ import annotations

import functools
import re
from importlib import resources
from typing import cast

import yaml

from valoshka.disclosure.jigsaw.facts import phrase_places, professions

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
    text = f"{value} {label}"
    spoken = any(phrase_places(text, word) for word in _people())
    return int(number.group()) if spoken else None


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
def _known() -> dict[str, list[str]]:
    text = resources.files("valoshka.disclosure").joinpath("counted.yml").read_text(encoding="utf-8")
    return cast(dict[str, list[str]], yaml.safe_load(text))
