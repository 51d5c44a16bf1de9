"""What a publication says, before it has any looks: a tree of blocks, each text tied to what it rests on.

Nothing here can be written to disk. `disclosure.clear` turns a `Content` into a `ClearedContent`, which is the only
thing that `briefing` renders.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True)
class Use:
    """One thing that a passage uses of one person, so that consent can be asked of the matrix.

    `person` is the casebook's random id; `item` a code of `terms/consent.yml` (`real_name`, `verbatim_quotes` ...).
    """

    person: str
    item: str


@dataclass(frozen=True)
class Passage:
    """A run of text that would be published.

    `claims` are the ids of the claims that it rests on, `source` is the published source where there is one; a passage
    that has neither is the organisation's own voice. `about` is the id of the person whose story it belongs to.
    `language` is a BCP 47 code if it differs from the content's.
    """

    text: str
    claims: tuple[str, ...] = ()
    uses: tuple[Use, ...] = ()
    source: str | None = None
    about: str | None = None
    language: str | None = None


@dataclass(frozen=True)
class Paragraph:
    """Running text."""

    text: Passage


@dataclass(frozen=True)
class PullQuote:
    """Somebody's own words, set apart. `speaker` is a pseudonym and a role, never a protected name."""

    words: Passage
    speaker: Passage


@dataclass(frozen=True)
class KeyFigure:
    """One number that matters: `value` as it is printed ("Over 30,000"), what it counts, when, and who says so."""

    value: Passage
    label: Passage
    period: str
    source: str


@dataclass(frozen=True)
class Bar:
    """One bar: its label, its value in the chart's unit and, if it is drawn apart, `emphasis`."""

    label: Passage
    value: int
    emphasis: bool = False


@dataclass(frozen=True)
class BarChart:
    """Counts side by side. `people` is true if the bars count people, so that small cells matter."""

    title: Passage
    bars: tuple[Bar, ...]
    unit: str
    source: str
    people: bool = False


@dataclass(frozen=True)
class Moment:
    """One entry of a timeline: an EDTF date, the same date in the reader's words, and what happened."""

    date: str
    shown: str
    text: Passage


@dataclass(frozen=True)
class Timeline:
    """What happened to one person, in order."""

    title: Passage
    moments: tuple[Moment, ...]
    source: str


@dataclass(frozen=True)
class Picture:
    """A picture: its bytes (PNG, JPEG or SVG), what it shows in words, and who made it.

    Inside a story it is taken for a picture of the teller, unless `shows_nobody`.
    """

    image: bytes
    media_type: str
    alt: Passage
    credit: str
    shows_nobody: bool = False


Part: TypeAlias = Paragraph | PullQuote | BarChart | Timeline | Picture


@dataclass(frozen=True)
class Section:
    """A part of the publication in the organisation's own voice."""

    title: Passage | None
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Story:
    """One person's story. `person` is a random id; `name` the pseudonym under which it is told; `role` e.g. "nurse"."""

    person: str
    name: Passage
    role: Passage
    headline: Passage
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class CallToAction:
    """What the reader can do."""

    title: Passage
    steps: tuple[Passage, ...]
    hashtag: str | None = None


@dataclass(frozen=True)
class Content:
    """A whole publication.

    `language` is `en`, `be` or `ru`; `audience` a code of `terms/consent.yml`; `date` the day of publication as EDTF;
    `casebook` the random id of the casebook that the claims live in, or `None`.
    """

    title: Passage
    subtitle: Passage
    standfirst: tuple[Passage, ...]
    figures: tuple[KeyFigure, ...]
    sections: tuple[Section, ...]
    stories: tuple[Story, ...]
    call: CallToAction | None
    notes: tuple[Passage, ...]
    publisher: str
    date: str
    language: str
    audience: str
    casebook: str | None = None


def passages(node: object, where: str = "content") -> Iterator[tuple[str, Passage]]:
    """Every passage below `node`, each with its place in words that the editor can find again.

    >>> story = Section(Passage("Context"), (Paragraph(Passage("They marched in white.")),))
    >>> [(where, passage.text) for where, passage in passages(story, "section 1")]
    [('section 1, title', 'Context'), ('section 1, parts 1, text', 'They marched in white.')]
    """
    if isinstance(node, Passage):
        yield where, node
    elif isinstance(node, tuple):
        for number, part in enumerate(node, start=1):
            yield from passages(part, f"{where} {number}")
    elif is_dataclass(node):
        for field in fields(node):
            yield from passages(getattr(node, field.name), f"{where}, {field.name}")


def plain_strings(node: object, where: str = "content") -> Iterator[tuple[str, str]]:
    """Every other string below `node` that a reader could see: sources, periods, credits, hashtags, dates.

    >>> list(plain_strings(CallToAction(Passage("Join"), (), "#StandWithBelarus"), "call"))
    [('call, hashtag', '#StandWithBelarus')]
    """
    if isinstance(node, str):
        yield where, node
    elif isinstance(node, tuple):
        for number, part in enumerate(node, start=1):
            yield from plain_strings(part, f"{where} {number}")
    elif is_dataclass(node) and not isinstance(node, Passage):
        for field in fields(node):
            yield from plain_strings(getattr(node, field.name), f"{where}, {field.name}")
    elif isinstance(node, Passage) and node.source:
        yield f"{where}, source", node.source
