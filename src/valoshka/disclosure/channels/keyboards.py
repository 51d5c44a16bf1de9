"""Words typed while the keyboard was set to another language: “Nb[jy” is Тихон."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, cast

from valoshka.disclosure.channels.odd_words import read_anew
from valoshka.disclosure.channels.plausible import surprise
from valoshka.own_yaml import own_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from valoshka.disclosure.channels.torn import Guess

_FEWEST = 4  # letters: of shorter words nobody can tell
_ODD = 4.6  # bits of surprise a letter; nearly every word of a language has fewer
_GAIN = 1.0  # bits a letter that the other reading must make more sense by
_BEHIND = re.compile(r"[^\w\s]+$")
_EDGES = re.compile(r"^[^\w]*|(?:['’]s)?[^\w]*$")
_NO_WORD = re.compile(r"\d|[/@_=]|\w\.[^\W\d_]{2,}\b")  # a date, an address on the net, a line of a program


def retyped(text: str) -> list[Guess]:
    """Every stretch of `text` with a word that makes sense only on another keyboard, as it was meant.

    >>> [guess.text for guess in retyped("Nb[jy Epjhybr ghbitk")]
    ['Тихон Узорник пришел', 'Тіхон Узорнік прішел']
    >>> retyped("The nurse came, and whoever watched wrote to https://example.org today.")
    []
    """
    return list(read_anew(text, _is_odd, _readings))


@functools.lru_cache(maxsize=1 << 14)
def _is_odd(token: str) -> bool:
    bare = _EDGES.sub("", token)
    if not bare or len(_BEHIND.sub("", token)) < _FEWEST or _NO_WORD.search(bare):
        return False
    here = surprise(bare)
    # A letter on the key of a sign may stand at either edge, where any word may have a sign.
    return here >= _ODD and any(
        surprise(reading) + _GAIN <= here for word in (token, bare) for reading in _readings(word)
    )


def _readings(token: str) -> Iterator[str]:
    """`token` on each of the other keyboards; on the Latin one if it is Cyrillic. A comma may be a comma, or б."""
    to_latin = sum("\u0400" <= letter <= "\u04ff" for letter in token) > sum(letter.isascii() for letter in token) / 2
    behind = _BEHIND.search(token)
    word, rest = (token[: behind.start()], behind[0]) if behind else (token, "")
    for table in _tables()[to_latin]:
        yield word.translate(table) + rest
        yield token.translate(table)


@functools.cache
def _tables() -> tuple[tuple[dict[int, str], ...], tuple[dict[int, str], ...]]:
    """From Latin keys to the letters of each layout, and back."""
    told = cast(dict[str, object], own_yaml("valoshka.disclosure.channels", "keyboards.yml"))
    keys, shifted = str(told["keys"]), str(told["shifted"])
    layouts = cast(dict[str, str], told["layouts"]).values()
    there = [dict(zip(keys + shifted, each + each.upper(), strict=True)) for each in layouts]
    back = [dict(zip(each.upper() + each, shifted + keys, strict=True)) for each in layouts]
    return (
        tuple(str.maketrans(each) for each in there),
        tuple(str.maketrans({letter: key for letter, key in each.items() if letter != "'"}) for each in back),
    )
