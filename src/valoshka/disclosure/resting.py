"""What a content rests on, and what no program can judge: figures and quotes, small counts, pictures."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from valoshka.clearance import BarChart, Content, Part, Picture, PullQuote, Timeline
from valoshka.disclosure.counted import people_counted
from valoshka.disclosure.findings import Finding, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from valoshka.clearance import Passage

_FLOOR = 5  # people; Hundepool et al. 2012, ch. 4


def unfounded(content: Content) -> Iterator[Finding]:
    """Figures, quotes, charts and timelines that rest on no claim and no source."""
    for number, figure in enumerate(content.figures, start=1):
        if not _rests(figure.value, figure.label, figure.source):
            yield _nothing("figure", f"figures {number}")
    for where, part in parts(content):
        if isinstance(part, PullQuote) and not _rests(part.words):
            yield _nothing("quote", where)
        elif isinstance(part, BarChart) and not _rests(part.title, *(bar.label for bar in part.bars), part.source):
            yield _nothing("chart", where)
        elif isinstance(part, Timeline) and not _rests(*(moment.text for moment in part.moments), part.source):
            yield _nothing("timeline", where)


def doubtful(content: Content) -> Iterator[Finding]:
    """Pictures, always; bars and key figures that count fewer than five people."""
    yield from _small_figures(content)
    for where, part in parts(content):
        if isinstance(part, Picture):
            yield Finding("picture", None, Place(where=where, shown=hashlib.sha256(part.image).hexdigest()))
        elif isinstance(part, BarChart) and part.people:
            for number, bar in enumerate(part.bars, start=1):
                if 0 < bar.value < _FLOOR:
                    counted = f"{part.title.text}: {bar.label.text}: {bar.value}"
                    at = Place(where=f"{where}, bar {number}", shown=counted)
                    yield Finding("small_cell", None, at, (("count", str(bar.value)),))


def _small_figures(content: Content) -> Iterator[Finding]:
    for number, figure in enumerate(content.figures, start=1):
        counted = people_counted(figure.value.text, figure.label.text)
        if counted is not None and 0 < counted < _FLOOR:
            at = Place(where=f"figures {number}", shown=f"{figure.value.text}: {figure.label.text}")
            yield Finding("small_cell", None, at, (("count", str(counted)),))


def parts(content: Content) -> Iterator[tuple[str, Part]]:
    """Every part of the sections and stories, with its place in words."""
    for number, section in enumerate(content.sections, start=1):
        yield from _numbered(section.parts, f"sections {number}")
    for number, story in enumerate(content.stories, start=1):
        yield from _numbered(story.parts, f"stories {number}")


def _numbered(parts: tuple[Part, ...], where: str) -> Iterator[tuple[str, Part]]:
    for number, part in enumerate(parts, start=1):
        yield f"{where}, parts {number}", part


def _rests(*on: Passage | str) -> bool:
    return any(each.strip() if isinstance(each, str) else each.claims or each.source for each in on)


def _nothing(shown: str, where: str) -> Finding:
    return Finding("rests_on_nothing", None, Place(where=where), (("shown", shown),))
