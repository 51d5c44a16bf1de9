"""What an editor writes in `briefing.yml`, as it was written: nothing here has been resolved yet.

`docs/briefing-yml.md` explains the format with an example. Every part keeps the line that it stands on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class PlannedText:
    """Running text. `rests_on` names accepted acts ("dismissal", "detention 2020-08", an act's id)."""

    line: int
    text: str
    title: str | None = None
    rests_on: tuple[str, ...] = ()
    source: str | None = None
    own_voice: bool = False
    uses: tuple[str, ...] = ()


@dataclass(frozen=True)
class PlannedQuote:
    """Somebody's own words. `quote` stands in an interview; `translation`, if given, is what is printed."""

    line: int
    quote: str
    translation: str | None = None
    speaker: str | None = None
    uses: tuple[str, ...] = ()


@dataclass(frozen=True)
class PlannedPicture:
    """A picture file beside the plan, what it shows in words, who made it, and whether it shows nobody."""

    line: int
    file: str
    alt: str
    credit: str
    title: str | None = None
    shows_nobody: bool = False


@dataclass(frozen=True)
class PlannedBar:
    """One bar that the editor gives."""

    line: int
    label: str
    value: int
    emphasis: bool = False


@dataclass(frozen=True)
class PlannedChart:
    """A bar chart: of given `bars`, or (`of_acts`) counted from the accepted acts of the stories."""

    line: int
    title: str
    bars: tuple[PlannedBar, ...]
    of_acts: bool
    unit: str
    source: str | None
    people: bool


PlannedPart: TypeAlias = PlannedText | PlannedQuote | PlannedPicture | PlannedChart


@dataclass(frozen=True)
class PlannedFigure:
    """A key figure."""

    line: int
    value: int
    operator: str
    unit: str | None
    label: str
    period: str | None
    source: str | None


@dataclass(frozen=True)
class PlannedStory:
    """One person's story, by pseudonym."""

    line: int
    pseudonym: str
    role: str | None
    headline: PlannedText | PlannedQuote
    parts: tuple[PlannedPart, ...]
    timeline: bool


@dataclass(frozen=True)
class PlannedCall:
    """What the reader can do."""

    line: int
    title: str
    steps: tuple[str, ...]
    hashtag: str | None


@dataclass(frozen=True)
class Plan:
    """A whole `briefing.yml`; `folder` is where its pictures are looked for, `name` what messages call the file."""

    name: str
    folder: Path
    title: str
    subtitle: str
    language: str
    date: str
    publisher: str
    audience: str
    standfirst: tuple[PlannedText, ...]
    figures: tuple[PlannedFigure, ...]
    context: tuple[PlannedPart, ...]
    stories: tuple[PlannedStory, ...]
    charts: tuple[PlannedChart, ...]
    pictures: tuple[PlannedPicture, ...]
    call: PlannedCall | None
    notes: tuple[PlannedText, ...]
