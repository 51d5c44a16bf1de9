"""Patterns as the YAML of this room writes them: short, with names for what recurs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from valoshka.disclosure.identifiers.knowledge import read

if TYPE_CHECKING:
    from collections.abc import Mapping


def compiled(file: str, group: str, parts: Mapping[str, str], flags: int = 0) -> dict[str, re.Pattern[str]]:
    """Every pattern of a group by its name; `{name}` in it stands for one of `parts`, or of the file's own `parts`."""
    own = cast(dict[str, str], read(file).get("parts", {}))
    known = {**own, **parts}
    entries = cast(dict[str, str], read(file)[group])
    return {name: re.compile(filled(pattern, known), flags) for name, pattern in entries.items()}


def filled(pattern: str, parts: Mapping[str, str]) -> str:
    """`pattern` with every `{name}` replaced, also within what replaces it.

    >>> filled("{number}/{digit}", {"number": "{digit}+", "digit": "[0-9]"})
    '[0-9]+/[0-9]'
    """
    while (longer := _NAMED.sub(lambda match: parts.get(match[1], match[0]), pattern)) != pattern:
        pattern = longer
    return pattern


_NAMED = re.compile(r"\{([a-zA-Z]\w*)\}")
