"""Who speaks: the narrator, or somebody quoted; quotations may run over several paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from valoshka.coding.reading.paragraphs import Paragraph

SCARE = 4  # a quotation of so few words without a verb of its own is a phrase held at arm's length
_SOMEBODY = re.compile(
    r"\b(?:I|we|you|he|she|they|me|us|my|я|мы|ты|вы|он|она|они|мне|меня|ён|яна|яны|мяне)\b", re.IGNORECASE
)
_CLOSES = {"“": "”", "„": "“”", "«": "»", "‘": "’", '"': '"', "‹": "›"}
_OPEN = re.compile(r"(?<![\w.,!?…])[“„«‘\"‹](?=\s?[\w‘“„«(\[…–—])|[“„«](?=\w)")


@dataclass(frozen=True)
class Quotation:
    """What stands between quotation marks, the marks not counted; `paragraph` is the index of its first paragraph."""

    start: int
    end: int
    paragraph: int


def quotations(text: str, paragraphs: Sequence[Paragraph]) -> list[Quotation]:
    """The outermost quotations, in order; short phrases in quotation marks are left to the narrator.

    >>> from valoshka.coding.reading.paragraphs import paragraphs
    >>> text = "‘I didn’t see the guards’ faces,’ says Kacia."
    >>> [text[q.start:q.end] for q in quotations(text, paragraphs(text))]
    ['I didn’t see the guards’ faces,']
    """
    return [quotation for quotation in _all(text, paragraphs) if _is_speech(text[quotation.start : quotation.end])]


def _is_speech(words: str) -> bool:
    return len(words.split()) > SCARE or _SOMEBODY.search(words) is not None


def _all(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[Quotation]:
    for number, paragraph in enumerate(paragraphs):
        at = paragraph.start
        while (found := _OPEN.search(text, at, paragraph.end)) is not None:
            end = _close(text, found.end(), paragraph.end, found[0])
            yield Quotation(found.end(), end, number)
            at = end + 1


def _close(text: str, start: int, end: int, mark: str) -> int:
    """Where the quotation ends: at its closing mark, or with the paragraph if it is carried on in the next."""
    depth, at = 0, start
    closing, marks = _CLOSES[mark], re.compile(f"[{re.escape(mark + _CLOSES[mark])}]")
    for found in marks.finditer(text, start, end):
        at = found.start()
        if found[0] in closing and (mark != "‘" or _is_closing(text, at, end)):
            if depth == 0:
                return at
            depth -= 1
        elif found[0] == mark and mark != '"':
            depth += 1
    return end


def _is_closing(text: str, at: int, end: int) -> bool:
    """Whether a ’ closes a quotation: not inside a word, nor after a plural owner (the guards’ faces)."""
    after = text[at + 1 : at + 3] if at + 1 < end else ""
    if after[:1].isalnum():
        return False
    return not (text[at - 1] in "sS" and after[:1] == " " and after[1:].islower())


class Voices:
    """Answers for any position whether it is quoted, and in which quotation."""

    def __init__(self, found: Sequence[Quotation]) -> None:
        self._found = list(found)
        self._starts = [quotation.start for quotation in found]

    def at(self, position: int) -> Quotation | None:
        """The quotation around `position`, or `None` where the narrator speaks."""
        place = bisect_right(self._starts, position) - 1
        if place < 0 or position >= self._found[place].end:
            return None
        return self._found[place]

    def between(self, start: int, end: int) -> list[Quotation]:
        """The quotations that touch `start:end`."""
        first = max(0, bisect_right(self._starts, start) - 1)
        last = bisect_right(self._starts, end)
        return [quotation for quotation in self._found[first:last] if quotation.end > start]
