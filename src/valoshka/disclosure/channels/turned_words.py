"""Words written from their end, as children and censors' tricksters write: “кинрозУ нохиТ”."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from valoshka.disclosure.channels.odd_words import read_anew
from valoshka.disclosure.channels.plausible import surprise
from valoshka.disclosure.channels.torn import Guess

if TYPE_CHECKING:
    from collections.abc import Iterator

_FEWEST = 4  # letters
_GAIN = 0.9  # bits of surprise a letter that a word must lose when it is turned round; capitals at its end tell more
_TURNED = re.compile(r"^\W*[^\W\d_A-ZА-ЯЁІЎЇЄҐ]+[A-ZА-ЯЁІЎЇЄҐ]\W*$")
_EDGES = re.compile(r"^\W*|\W*$")


def turned_back(text: str) -> list[Guess]:
    """Every stretch of `text` with a word that makes sense only from its end, turned round: word by word and whole.

    >>> [guess.text for guess in turned_back("был кинрозУ нохиТ вчера")]
    ['лыб Узорник Тихон аречв', 'аречв Тихон Узорник лыб']
    >>> turned_back("She said that nobody had come, and went home.")
    []
    """
    word_by_word = list(read_anew(text, _is_odd, _readings))
    whole = [Guess(guess.at, " ".join(reversed(guess.text.split(" ")))) for guess in word_by_word]
    return [*word_by_word, *whole]


@functools.lru_cache(maxsize=1 << 14)
def _is_odd(token: str) -> bool:
    bare = _EDGES.sub("", token)
    if len(bare) < _FEWEST or not bare.isalpha():
        return False
    return bool(_TURNED.match(bare)) or surprise(bare[::-1]) + _GAIN <= surprise(bare)


def _readings(token: str) -> Iterator[str]:
    yield token[::-1]
