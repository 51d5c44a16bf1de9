"""Sentences of a paragraph: abbreviations, initials, dates and quotation marks do not end them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 1500  # characters; a longer "sentence" is a table or an attack, and is cut at a space
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s)")
_LAST_WORD = re.compile(r"[\w.’'-]{0,20}$")
_OPENS = re.compile(r"\s+[\"'‘“„«(\[–—-]*\s?[A-ZА-ЯЁІЎ0-9À-ÖØ-ÞĀ-ž]")


def sentences(text: str, start: int, end: int, abbreviations: frozenset[str]) -> Iterator[tuple[int, int]]:
    """(start, end) of each sentence of `text[start:end]`, in order and without the white space between.

    >>> list(sentences("Dr. A. Kot was fined. She left.", 0, 31, frozenset({"dr"})))
    [(0, 21), (22, 31)]
    """
    begin = start
    for mark in _END.finditer(text, start, end):
        if _ends(text, begin, mark, end, abbreviations):
            yield from _pieces(text, begin, mark.end())
            begin = mark.end()
    yield from _pieces(text, begin, end)


def _ends(text: str, begin: int, mark: re.Match[str], end: int, abbreviations: frozenset[str]) -> bool:
    if not _OPENS.match(text, mark.end(), end + 1):
        return False
    if mark[0] != ".":
        return True
    word = _LAST_WORD.search(text, max(begin, mark.start() - 20), mark.start())
    last = word[0].lower().strip(".") if word else ""
    is_initial = len(last) == 1 and last.isalpha() and last != "i"
    return not is_initial and last not in abbreviations


def _pieces(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    while begin < end:
        while begin < end and text[begin].isspace():
            begin += 1
        stop = end
        if stop - begin > LONGEST:
            space = text.rfind(" ", begin + LONGEST // 2, begin + LONGEST)
            stop = space if space > begin else begin + LONGEST
        tail = stop
        while tail > begin and text[tail - 1].isspace():
            tail -= 1
        if tail > begin:
            yield begin, tail
        begin = stop
