"""English words that titles and headings write large: by a list, by an ending that makes nouns, in any form."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import cast

from valoshka.disclosure.unknown_names.knowledge import load, words

_SHORTEST = 3  # letters that an ending must leave
_SHORTEST_MADE = 4  # letters before an ending that makes nouns


@dataclass(frozen=True)
class _Common:
    words: frozenset[str]
    endings: tuple[str, ...]
    inflected: tuple[tuple[str, str], ...]


@functools.cache
def _common() -> _Common:
    known = load("common_en.yml")
    endings = tuple(str(known["endings"]).split())
    return _Common(
        frozenset(f"{known['words']} {known['everyday']}".split()) | words().not_names_en,
        endings,
        tuple(cast(dict[str, str], known["inflected"]).items()),
    )


@functools.lru_cache(maxsize=1 << 14)
def is_common(folded: str) -> bool:
    """Whether a folded English word is one that things are named by.

    >>> [is_common(word) for word in ("gardens", "authorities", "modeling", "declaration", "bonchyk")]
    [True, True, True, True, False]
    """
    known = _common()
    plain = folded.removesuffix("'s").removesuffix("’s")
    if plain in known.words:
        return True
    if any(plain.endswith(ending) and len(plain) - len(ending) >= _SHORTEST_MADE for ending in known.endings):
        return True
    return any(
        plain.endswith(ending)
        and len(plain) - len(ending) >= _SHORTEST
        and ({plain[: -len(ending)] + put, plain[: -len(ending)] + "e"} & known.words)
        for ending, put in known.inflected
    )
