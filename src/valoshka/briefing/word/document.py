"""The edition as a Word file with real styles, so that a partner can translate or re-set it."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from valoshka.briefing.edition import ChartPart, PicturePart, QuotePart, TextPart
from valoshka.briefing.redrawing import drawn
from valoshka.briefing.word.packing import packed, without_traces
from valoshka.briefing.word.styles import dress, rule_with_hairlines, speak

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph

    from valoshka.briefing.edition import Edition, EditionCall, EditionPart, EditionStory, Run

COLUMN = Mm(150)  # the width of text and pictures on A4


def as_docx(edition: Edition) -> bytes:
    """The Word file: no author, the day of publication as its only date, the same bytes every time."""
    document = Document()
    dress(document, edition.language)
    without_traces(document, edition.title, edition.language, edition.timestamp)
    writer = _Writer(document, edition)
    writer.opening()
    for section in edition.sections:
        if section.title:
            document.add_heading(section.title, 1)
        writer.parts(section.parts)
    for story in edition.stories:
        writer.story(story)
    if edition.call:
        writer.call(edition.call)
    writer.back_matter()
    written = BytesIO()
    document.save(written)
    return packed(written.getvalue())


class _Writer:
    """Writes the parts of one edition into one Word document."""

    def __init__(self, document: WordDocument, edition: Edition) -> None:
        self.document, self.edition, self.words = document, edition, edition.words

    def opening(self) -> None:
        edition = self.edition
        self.document.add_paragraph(f"{edition.publisher} · {self.words.kicker}", "Caption")
        self.document.add_paragraph(edition.title, "Title")
        if edition.subtitle:
            self.document.add_paragraph(edition.subtitle, "Subtitle")
        self.document.add_paragraph(edition.published, "Caption")
        for each in edition.standfirst:
            self.run(self.document.add_paragraph(style="Standfirst"), each)
        if edition.figures:
            self.document.add_heading(self.words.key_figures, 1)
        for figure in edition.figures:
            paragraph = self.document.add_paragraph()
            paragraph.paragraph_format.keep_together = True
            value = paragraph.add_run(figure.value)
            value.font.size, value.font.bold, value.font.color.rgb = Pt(26), True, RGBColor(0x3B, 0x57, 0xC4)
            paragraph.add_run().add_break()
            paragraph.add_run(figure.label)
            self.note(paragraph, figure.source)
            if figure.period:
                paragraph.add_run(f" ({figure.period})")

    def run(self, paragraph: Paragraph, run: Run, marks: tuple[str, str] = ("", "")) -> None:
        written = paragraph.add_run(f"{marks[0]}{run.text}{marks[1]}")
        if run.language:
            speak(written, run.language)
        self.note(paragraph, run.source)

    def note(self, paragraph: Paragraph, number: int) -> None:
        if number:
            paragraph.add_run(str(number)).font.superscript = True

    def parts(self, parts: tuple[EditionPart, ...]) -> None:
        for part in parts:
            self.part(part)

    def part(self, part: EditionPart) -> None:
        match part:
            case TextPart():
                self.run(self.document.add_paragraph(), part.run)
            case QuotePart():
                self.run(self.document.add_paragraph(style="Quote"), part.run, self.words.outer)
                self.document.add_paragraph(part.speaker, "Caption")
            case ChartPart():
                self.chart(part)
            case PicturePart():
                self.picture(self.edition.pictures[part.name], part.alt)
                self.document.add_paragraph(part.credit, "Caption")

    def picture(self, png: bytes, alt: str) -> None:
        shape = self.document.add_paragraph().add_run().add_picture(BytesIO(png), width=COLUMN)
        described = shape._inline.docPr
        described.set("descr", alt)
        described.set("name", f"{self.words.what} {described.get('id')}")

    def chart(self, chart: ChartPart) -> None:
        self.document.add_paragraph(chart.title, "Caption").paragraph_format.keep_with_next = True
        self.picture(drawn(chart.print, 500), chart.alt)
        table = self.document.add_table(rows=1, cols=2)
        rule_with_hairlines(table)
        # A header row that says so is read out with each cell.
        table.rows[0]._tr.get_or_add_trPr().append(table.rows[0]._tr.makeelement(qn("w:tblHeader")))
        for cell, heading in zip(table.rows[0].cells, chart.columns, strict=True):
            cell.paragraphs[0].add_run(heading).bold = True
        for row in chart.rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
        for line in chart.foot:
            self.document.add_paragraph(line, "Caption")

    def story(self, story: EditionStory) -> None:
        heading = self.document.add_heading(story.headline, 1)
        heading.paragraph_format.page_break_before = True
        who = f"{story.name}, {story.role}" if story.role else story.name
        self.document.add_paragraph(f"{who} ({self.words.not_real_name})", "Subtitle")
        self.parts(story.parts)

    def call(self, call: EditionCall) -> None:
        self.document.add_heading(call.title, 1).paragraph_format.page_break_before = True
        for step in call.steps:
            self.document.add_paragraph(step, "List Number")
        if call.hashtag:
            self.document.add_paragraph().add_run(call.hashtag).font.bold = True

    def back_matter(self) -> None:
        if self.edition.notes:
            self.document.add_heading(self.words.notes, 1)
        for each in self.edition.notes:
            self.run(self.document.add_paragraph(), each)
        if self.edition.sources:
            self.document.add_heading(self.words.sources, 1)
        for number, source in enumerate(self.edition.sources, start=1):
            paragraph = self.document.add_paragraph(f"{number}.\t{source}")
            paragraph.paragraph_format.left_indent, paragraph.paragraph_format.first_line_indent = Mm(8), Mm(-8)
