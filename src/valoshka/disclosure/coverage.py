"""Whether every cleared passage can still be read in a rendered file: nothing may be lost on the way."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from valoshka.clearance import Content, passages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SHORTEST_PIECE = 12  # letters: a page's running head may stand in the middle of a passage, but not between every word


def lost_passages(content: Content, visible: Iterable[str]) -> Iterator[str]:
    """The places in `content` of passages that stand in none of the `visible` texts of one file.

    Only letters and digits count: typesetting may change spaces, quotation marks, hyphens and case.
    """
    whole = letters("\n".join(visible))
    for where, passage in passages(content):
        if not _stands_in(passage.text, whole):
            yield where


def letters(text: str) -> str:
    """The letters and digits of `text`, ligatures taken apart, without case.

    >>> letters("Of\\ufb01ce, 30\\u00a0000")
    'office30000'
    """
    return "".join(letter for letter in unicodedata.normalize("NFKC", text).casefold() if letter.isalnum())


def _stands_in(text: str, whole: str) -> bool:
    wanted = letters(text)
    if wanted in whole:
        return True
    words = [word for word in map(letters, text.split()) if word]
    while words:
        piece = _longest_piece(words, whole)
        rest = words[piece:]
        told = sum(map(len, words[:piece]))
        if not piece or (rest and told < _SHORTEST_PIECE):
            return False
        words = rest
    return True


def _longest_piece(words: list[str], whole: str) -> int:
    """How many of the first `words` stand together in `whole`."""
    found = 0
    piece = ""
    for number, word in enumerate(words, start=1):
        piece += word
        if piece not in whole:
            break
        found = number
    return found
