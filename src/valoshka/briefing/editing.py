"""`ClearedContent` → `Edition`."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from valoshka.briefing.edition import (
    ChartPart,
    Edition,
    EditionCall,
    EditionFigure,
    EditionPart,
    EditionSection,
    EditionStory,
    PicturePart,
    QuotePart,
    Run,
    TextPart,
)
from valoshka.briefing.furniture import furniture
from valoshka.briefing.ornament import cornflower
from valoshka.briefing.redrawing import redraw
from valoshka.briefing.typography import well_set
from valoshka.charts import Bar, Moment, bars, timeline
from valoshka.clearance import BarChart, Paragraph, Picture, PullQuote, Timeline
from valoshka.terms import edtf

if TYPE_CHECKING:
    from collections.abc import Callable

    from valoshka.clearance import ClearedContent, Content, Part, Passage, Story

# Drawn widths in pixels: the text column of a page, of a telephone, and of A4 at which 15 px become 9.5 pt.
WIDE, NARROW, PRINT = 680, 342, 740


def edit(cleared: ClearedContent) -> Edition:
    """The edition of a cleared content. Raises `Refused` if a picture cannot be drawn."""
    return _Editor(cleared.content).edition()


class _Editor:
    """Numbers the sources in the order in which the reader meets them."""

    def __init__(self, content: Content) -> None:
        self.content, self.words = content, furniture(content.language)
        self.sources: dict[str, int] = {}
        self.pictures: dict[str, bytes] = {}

    def edition(self) -> Edition:
        content = self.content
        date = edtf.parse(content.date)
        shown = well_set(edtf.shown(date, content.language), content.language)
        day = date.earliest or date.latest or datetime(1970, 1, 1, tzinfo=UTC).date()
        return Edition(
            language=content.language,
            words=self.words,
            title=content.title.text,
            subtitle=content.subtitle.text,
            publisher=content.publisher,
            published=self.words.published.format(date=shown),
            timestamp=int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()),
            standfirst=tuple(self.run(each) for each in content.standfirst),
            figures=tuple(
                EditionFigure(each.value.text, each.label.text, each.period, self.number(each.source))
                for each in content.figures
            ),
            sections=tuple(
                EditionSection(each.title.text if each.title else "", self.parts(each.parts))
                for each in content.sections
            ),
            stories=tuple(self.story(each, number) for number, each in enumerate(content.stories, start=1)),
            call=self.call(),
            notes=tuple(self.run(each) for each in content.notes),
            sources=tuple(self.sources),
            flower=cornflower(7),
            flower_head=cornflower(2, stem=False),
            pictures=self.pictures,
        )

    def number(self, source: str | None) -> int:
        return self.sources.setdefault(source, len(self.sources) + 1) if source else 0

    def run(self, passage: Passage) -> Run:
        language = passage.language if passage.language != self.content.language else None
        return Run(passage.text, language or "", self.number(passage.source))

    def story(self, story: Story, number: int) -> EditionStory:
        return EditionStory(
            anchor=f"story-{number}",
            name=story.name.text,
            role=story.role.text,
            headline=story.headline.text,
            flower=cornflower(number + 10, stem=False),
            parts=self.parts(story.parts),
        )

    def parts(self, parts: tuple[Part, ...]) -> tuple[EditionPart, ...]:
        return tuple(self.part(part) for part in parts)

    def part(self, part: Part) -> EditionPart:
        match part:
            case Paragraph():
                return TextPart(self.run(part.text))
            case PullQuote():
                return QuotePart(self.run(part.words), part.speaker.text)
            case BarChart():
                return self.bar_chart(part)
            case Timeline():
                return self.timeline(part)
            case Picture():
                return self.picture(part)

    def picture(self, picture: Picture) -> PicturePart:
        name = f"picture-{len(self.pictures) + 1}.png"
        self.pictures[name] = redraw(picture.image, picture.media_type)
        return PicturePart(name, picture.alt.text, self.words.picture.format(credit=picture.credit))

    def bar_chart(self, chart: BarChart) -> ChartPart:
        total = self.words.counted.format(n=self.words.number(sum(bar.value for bar in chart.bars)))
        foot = (f"{self.words.source.format(source=chart.source)} · {total}",)
        drawn = [Bar(bar.label.text, bar.value, bar.emphasis) for bar in chart.bars]
        title = f"{chart.title.text} ({chart.unit})" if chart.unit else chart.title.text
        rows = tuple((bar.label, self.words.number(bar.value)) for bar in drawn)

        def draw(width: int) -> str:
            return bars(drawn, title=title, foot=foot, width=width, shown=self.words.number)

        return _chart(title, draw, (self.words.what, self.words.how_many), rows, foot, numeric=True)

    def timeline(self, told: Timeline) -> ChartPart:
        foot = (self.words.source.format(source=told.source), self.words.timeline_foot)
        drawn = [Moment(moment.shown, moment.text.text) for moment in told.moments]
        rows = tuple((moment.shown, moment.text) for moment in drawn)

        def draw(width: int) -> str:
            return timeline(drawn, title=told.title.text, foot=foot, width=width)

        return _chart(told.title.text, draw, (self.words.when, self.words.what_happened), rows, foot, numeric=False)

    def call(self) -> EditionCall | None:
        call = self.content.call
        if call is None:
            return None
        return EditionCall(call.title.text, tuple(step.text for step in call.steps), call.hashtag or "")


def _chart(
    title: str,
    draw: Callable[[int], str],
    columns: tuple[str, str],
    rows: tuple[tuple[str, str], ...],
    foot: tuple[str, ...],
    *,
    numeric: bool,
) -> ChartPart:
    alt = f"{title}. " + "; ".join(f"{what}: {value}" for what, value in rows)
    return ChartPart(
        title=title,
        wide=draw(WIDE),
        narrow=draw(NARROW),
        print=draw(PRINT),
        alt=alt,
        columns=columns,
        rows=rows,
        foot=foot,
        numeric=numeric,
    )
