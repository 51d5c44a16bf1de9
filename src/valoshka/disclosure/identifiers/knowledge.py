"""What the room knows, read once from the YAML beside it."""

from __future__ import annotations

import functools
import re
from typing import cast

from valoshka.own_yaml import own_yaml

_LANGUAGES = ("en", "be", "ru")


@functools.cache
def read(name: str) -> dict[str, object]:
    """The file `name` of this room."""
    return cast(dict[str, object], own_yaml("valoshka.disclosure.identifiers", name))


@functools.cache
def kind_in_words(kind: str) -> tuple[tuple[str, str], ...]:
    """A kind of identifier as findings tell it: `shown` (English), `shown_be`, `shown_ru`.

    >>> kind_in_words("email")[0]
    ('shown', 'an e-mail address')
    """
    words = cast(dict[str, dict[str, str]], read("kinds.yml")["kinds"])[kind]
    return tuple(("shown" if each == "en" else f"shown_{each}", words[each]) for each in _LANGUAGES)


@functools.cache
def words(file: str, group: str) -> frozenset[str]:
    """All words of one group, of every language, in lower case."""
    entries = cast(dict[str, dict[str, list[str]]], read(file)[group])
    return frozenset(word.lower() for each in entries.values() for word in each)


@functools.cache
def any_of(file: str, group: str) -> str:
    """A pattern for any word of one group, the longest first; full stops and spaces are free."""
    longest_first = sorted(words(file, group), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s?").replace(r"\.", r"\.?") for word in longest_first)
