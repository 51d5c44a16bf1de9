"""Words drawn with the letters of another alphabet, or with figures and signs: “Y3opHuk”, “Uz0rn!k”."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, NamedTuple, cast

from valoshka.disclosure.channels.odd_words import read_anew
from valoshka.own_yaml import own_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from valoshka.disclosure.channels.torn import Guess

_FEWEST = 3  # letters
_EDGES = re.compile(r"^[^\w@$|/><}]*|[^\w@$|/<{]*$")
_NO_WORD = re.compile(r"://|@.*\.|^\W*\d[\d\W]*$|^[A-ZА-ЯЁІЎ]{1,6}-?\d+\W*$|^\d+(?:-?[^\W\d]{1,3})?\W*$|^\d+-")
# What no plain word has: two alphabets, a figure or sign among letters, a small letter among capitals.
_ODD = re.compile(
    r"[A-Za-z]['’-]?[\u0400-\u04ff]|[\u0400-\u04ff]['’-]?[A-Za-z]|[^\W\d_][\d@$|!€(+][^\W\d_]"
    r"|^[\d$|€][^\W\d_]{2}|[^\W\d_]{2}[\d@$|€+]$|[^\W\d_][/\\|><}{]{2,3}[^\W\d_]"
    r"|[A-Z]{2}b(?:[A-Z]|$)|JI|LLI"
)
_HUMP = re.compile(r"[A-Z]*[a-z]*")
_SHORT_HUMP = 3  # letters: CamelCase joins words


class _Shapes(NamedTuple):
    drawn: re.Pattern[str]
    letters: dict[str, str]
    cyrillic: tuple[dict[int, str], ...]
    latin: tuple[dict[int, str], ...]


def redrawn(text: str) -> list[Guess]:
    """Every stretch of `text` with a word that is drawn rather than written, in plain letters.

    >>> [guess.text for guess in redrawn("TuxoH Y3opHuk")][0]
    'Тихон Узорник'
    >>> "Tsikhan Uzornik" in [guess.text for guess in redrawn("Ts1kh@n Uz0rn1k")]
    True
    >>> redrawn("In 2020, at 18:30, COVID-19 and the G20; 12th.")
    []
    """
    return list(read_anew(text, _is_odd, _readings))


@functools.lru_cache(maxsize=1 << 14)
def _is_odd(token: str) -> bool:
    if token.isalpha() and (token.islower() or token[1:].islower()) and (token.isascii() or not _ODD.search(token)):
        return False
    bare = _EDGES.sub("", token)
    if sum(map(str.isalpha, bare)) < _FEWEST or _NO_WORD.search(bare):
        return False
    return bool(_ODD.search(bare)) or _is_humped(bare)


def _is_humped(word: str) -> bool:
    """Whether capitals stand within a Latin word otherwise than in CamelCase."""
    humps = _HUMP.findall(word) if word.isascii() and word.isalpha() else []
    return len(humps) > 2 and min(map(len, filter(None, humps))) < _SHORT_HUMP


def _readings(token: str) -> Iterator[str]:
    """The word in Cyrillic letters, if any of its signs can be one, and in Latin ones; capital where it opens so."""
    shapes = _known()
    bare = _EDGES.sub("", token)
    if not any(map(str.isalpha, bare)):
        return
    whole = shapes.drawn.sub(lambda match: shapes.letters[match[0]], bare)
    readings = [whole.translate(table) for table in shapes.cyrillic]
    readings += [] if _has_cyrillic(bare) else [bare.translate(table) for table in shapes.latin]
    for read in map(str.lower, readings):
        yield token.replace(bare, read[:1].upper() + read[1:] if _opens_large(bare) else read)


def _opens_large(word: str) -> bool:
    return word[:1].isupper() or not word[:1].isalpha()


def _has_cyrillic(word: str) -> bool:
    return any("\u0400" <= letter <= "\u04ff" for letter in word)


@functools.cache
def _known() -> _Shapes:
    told = cast(dict[str, object], own_yaml("valoshka.disclosure.channels", "drawn_letters.yml"))
    drawn = cast(dict[str, str], told["drawn"])
    longest_first = sorted(drawn, key=len, reverse=True)
    cyrillic, latin = (
        tuple(str.maketrans(each) for each in cast(list[dict[str, str]], told[name])) for name in ("cyrillic", "latin")
    )
    return _Shapes(re.compile("|".join(map(re.escape, longest_first))), drawn, cyrillic, latin)
