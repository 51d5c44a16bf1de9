"""Marks on a text: where a passage stands, and how to find it again when the text has moved.

Positions are Unicode code points, 0-based, end exclusive. A selector keeps the words beside the positions, after the
W3C Web Annotation Data Model (2017), sections 4.2.4 (TextQuoteSelector) and 4.2.5 (TextPositionSelector).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

CONTEXT = 32  # characters of prefix and suffix: enough to tell two equal quotes of one page apart
CANDIDATES = 1000  # a quote such as "a" may stand a million times; the first thousand decide


@dataclass(frozen=True, order=True)
class Span:
    """A stretch of text: code points, 0-based, end exclusive."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that stand there."""
        return text[self.start : self.end]


@dataclass(frozen=True)
class Selector:
    """A passage by position and by its words with what stands before and after them."""

    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""

    def as_json(self) -> list[dict[str, str | int]]:
        """The two selectors as the W3C's JSON-LD writes them."""
        return [
            {"type": "TextPositionSelector", "start": self.start, "end": self.end},
            {"type": "TextQuoteSelector", "exact": self.exact, "prefix": self.prefix, "suffix": self.suffix},
        ]


def select(text: str, start: int, end: int) -> Selector:
    """A selector for `text[start:end]`. Raises `Refused` if there is no such passage.

    >>> select("She was detained in May.", 4, 16).exact
    'was detained'
    """
    if not 0 <= start < end <= len(text):
        raise Refused(f"There is no passage from {start} to {end} in a text of {len(text)} characters. Mark it again.")
    return Selector(start, end, text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])


def anchor(text: str, selector: Selector) -> Span | None:
    """Where the quote stands in `text` now: at its old place, else where most of its surroundings agree, else `None`.

    >>> mark = select("She was detained in May.", 4, 16)
    >>> anchor("In short: She was detained in May.", mark)
    Span(start=14, end=26)
    >>> anchor("Nothing of the kind.", mark) is None
    True
    """
    if not selector.exact:
        return None
    if text[selector.start : selector.end] == selector.exact and _agreement(text, selector, selector.start) == _whole(
        selector
    ):
        return Span(selector.start, selector.end)
    places = list(_occurrences(text, selector.exact))
    if not places:
        return None
    best = max(places, key=lambda at: (_agreement(text, selector, at), -abs(at - selector.start)))
    return Span(best, best + len(selector.exact))


def _whole(selector: Selector) -> int:
    return len(selector.prefix) + len(selector.suffix)


def _agreement(text: str, selector: Selector, at: int) -> int:
    """How many characters of prefix and suffix agree, counted outwards from the quote."""
    before = text[max(0, at - len(selector.prefix)) : at]
    after = text[at + len(selector.exact) : at + len(selector.exact) + len(selector.suffix)]
    return _common(before[::-1], selector.prefix[::-1]) + _common(after, selector.suffix)


def _common(one: str, other: str) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def _occurrences(text: str, exact: str) -> Iterator[int]:
    at = text.find(exact)
    for _ in range(CANDIDATES):
        if at < 0:
            return
        yield at
        at = text.find(exact, at + 1)
