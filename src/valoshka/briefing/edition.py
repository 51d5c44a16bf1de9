"""Cleared content made ready for setting: notes numbered, charts drawn, dates in words. The same for all three files.

The tree holds plain texts only. Each renderer escapes or types them in its own way; none of them parses markup in them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from valoshka.briefing.furniture import Furniture


@dataclass(frozen=True)
class Run:
    """A text, its language if it differs from the edition's, and the number of its source (0: none)."""

    text: str
    language: str = ""
    source: int = 0


@dataclass(frozen=True)
class TextPart:
    """A paragraph."""

    run: Run
    kind: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True)
class QuotePart:
    """Somebody's own words, between quotation marks."""

    run: Run
    speaker: str
    kind: Literal["quote"] = "quote"


@dataclass(frozen=True)
class ChartPart:
    """A drawing at three widths (page, phone, print), what it says in words, and the same as a table.

    `foot` are the lines under it; they are drawn too. `columns` are the table's two headings.
    """

    title: str
    wide: str
    narrow: str
    print: str
    alt: str
    columns: tuple[str, str]
    rows: tuple[tuple[str, str], ...]
    foot: tuple[str, ...]
    numeric: bool
    kind: Literal["chart"] = "chart"


@dataclass(frozen=True)
class PicturePart:
    """A picture, redrawn as PNG; `name` is its key in `Edition.pictures`."""

    name: str
    alt: str
    credit: str
    kind: Literal["picture"] = "picture"


EditionPart: TypeAlias = TextPart | QuotePart | ChartPart | PicturePart


@dataclass(frozen=True)
class EditionSection:
    """A part in the organisation's own voice; an empty title continues what stands before."""

    title: str
    parts: tuple[EditionPart, ...]


@dataclass(frozen=True)
class EditionStory:
    """One person's story, with the flower that stands for them."""

    anchor: str
    name: str
    role: str
    headline: str
    flower: str
    parts: tuple[EditionPart, ...]


@dataclass(frozen=True)
class EditionFigure:
    """One key figure."""

    value: str
    label: str
    period: str
    source: int


@dataclass(frozen=True)
class EditionCall:
    """What the reader can do."""

    title: str
    steps: tuple[str, ...]
    hashtag: str


@dataclass(frozen=True)
class Edition:
    """Everything that is set, in reading order.

    `published` is the line with the date; `timestamp` the same day in UNIX seconds; `sources` are numbered from 1.
    """

    language: str
    words: Furniture
    title: str
    subtitle: str
    publisher: str
    published: str
    timestamp: int
    standfirst: tuple[Run, ...]
    figures: tuple[EditionFigure, ...]
    sections: tuple[EditionSection, ...]
    stories: tuple[EditionStory, ...]
    call: EditionCall | None
    notes: tuple[Run, ...]
    sources: tuple[str, ...]
    flower: str
    flower_head: str
    pictures: dict[str, bytes] = field(repr=False)
