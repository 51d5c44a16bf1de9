"""Words that make no sense as they stand, read in another way together with those beside them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from valoshka.disclosure.channels.torn import Guess

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_TOKEN = re.compile(r"[^ \t\n]+")  # a hard space may be a misread letter
_AROUND = 2  # words on either side: a name is seldom longer
_MOST = 24  # readings of one word


def read_anew(text: str, is_odd: Callable[[str], bool], read: Callable[[str], Iterable[str]]) -> Iterator[Guess]:
    """Every stretch of `text` with an odd word in it, each word in each way in which `read` reads it.

    Words that `read` has nothing for stay as they are. Linear in the text: at most `_MOST` readings of a stretch.

    >>> [guess.text for guess in read_anew("he met x!a there", lambda word: "!" in word, lambda word: [word.upper()])]
    ['HE MET X!A THERE']
    """
    tokens = list(_TOKEN.finditer(text))
    odd = [place for place, token in enumerate(tokens) if is_odd(token[0])]
    for first, last in _stretches(odd, len(tokens)):
        ways = [list(read(token[0]))[:_MOST] or [token[0]] for token in tokens[first:last]]
        # The first reading of every word, then the second, and so on: nobody changes the alphabet within a name.
        lines = (" ".join(way[min(number, len(way) - 1)] for way in ways) for number in range(max(map(len, ways))))
        for line in dict.fromkeys(lines):
            yield Guess(tokens[first].start(), line)


def _stretches(odd: list[int], length: int) -> Iterator[tuple[int, int]]:
    """From two words before each odd one to two behind it, joined where they meet."""
    begun: tuple[int, int] | None = None
    for place in odd:
        first, last = max(place - _AROUND, 0), min(place + _AROUND + 1, length)
        if begun and first <= begun[1]:
            begun = (begun[0], last)
            continue
        if begun:
            yield begun
        begun = (first, last)
    if begun:
        yield begun
