"""Blocks of a text: paragraphs, list items, turns of a conversation. Hard-wrapped lines are joined, not moved."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

WRAP = 140  # a line longer than this was never wrapped by hand: then each line is a paragraph
SHORT = 0.7  # a finished sentence on a line shorter than this share of the widest ends its paragraph
_LINE = re.compile(r"[^\n\f\v\u2028\u2029]+")
_ENDS = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_STARTS_ANEW = re.compile(
    r"(?:[-*•–—]\s|#{1,6}\s|\d{1,3}[.)]\s|\(\d+\)\s|\[\d"
    r"|\d{1,2}[ ./-](?:\d{1,2}|[^\W\d_]{3,12})[ ./-]\d{2,4}\b|\d{4}-\d\d"
    r"|\*{0,2}[A-ZА-ЯЁІЎ][^\W\d_]*\.?(?:\s+[^\s:]{1,15}){0,3}\*{0,2}:(?:\s|$))"
)


@dataclass(frozen=True)
class Paragraph:
    """A block: code points, end exclusive; `gap` is how many line breaks stand before it."""

    start: int
    end: int
    gap: int


def paragraphs(text: str) -> list[Paragraph]:
    """The blocks of `text` in order; white space around them belongs to none.

    >>> [text[p.start:p.end] for text in ["One line\\nand on.\\n\\nTwo."] for p in paragraphs(text)]
    ['One line\\nand on.', 'Two.']
    """
    found: list[Paragraph] = []
    for lines, breaks in _blocks(text):
        gap = breaks
        widest = max(end - start for start, end in lines)
        begin, previous = lines[0][0], lines[0]
        for line in lines[1:]:
            if _breaks(text, previous, line, widest):
                found.append(Paragraph(begin, previous[1], gap))
                begin, gap = line[0], 1
            previous = line
        found.append(Paragraph(begin, previous[1], gap))
    return found


def _blocks(text: str) -> Iterator[tuple[list[tuple[int, int]], int]]:
    """Runs of lines with no empty line between them, and the line breaks before each run."""
    run: list[tuple[int, int]] = []
    last, gap = 0, 0
    for line in _LINE.finditer(text):
        start, end = _trim(text, line.start(), line.end())
        if start == end:
            continue
        breaks = text.count("\n", last, start)
        if run and (breaks > 1 or "\f" in text[last:start]):
            yield run, gap
            run = []
        if not run:
            gap = breaks
        run.append((start, end))
        last = end
    if run:
        yield run, gap


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    bare = text[start:end]
    return start + len(bare) - len(bare.lstrip()), end - (len(bare) - len(bare.rstrip())) if bare.strip() else start


def _breaks(text: str, previous: tuple[int, int], line: tuple[int, int], widest: int) -> bool:
    """Whether `line` begins a new paragraph inside its block."""
    if _STARTS_ANEW.match(text, line[0], line[1]):
        return True
    before = text[previous[0] : previous[1]]
    if is_capitals(before) or is_capitals(text[line[0] : line[1]]):
        return True
    finished = bool(_ENDS.search(before[-8:]))
    return (widest > WRAP) or (finished and len(before) < SHORT * widest)


def is_capitals(line: str) -> bool:
    """Whether a line is set in capitals, as headings are."""
    if len(line) > WRAP:
        return False
    letters = [letter for letter in line if letter.isalpha()]
    return len(letters) > 2 and sum(letter.isupper() for letter in letters) / len(letters) > 0.85
