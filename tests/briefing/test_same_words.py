"""What the content says stands in each of the three files, and nothing is lost on the way."""

from __future__ import annotations

import re
import unicodedata
from io import BytesIO

import pypdfium2
import pytest
from docx import Document
from lxml import html

from valoshka.clearance import passages


def folded(text: str) -> str:
    # A line break in print and a no-break space are both a space to a reader.
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text.replace("\u00a0", " "))).strip()


def page_words(content: bytes) -> str:
    page = html.document_fromstring(content.decode())
    return folded(f"{' '.join(page.itertext())} {' '.join(page.xpath('//@alt'))}")


def pdf_words(content: bytes) -> str:
    document = pypdfium2.PdfDocument(content)
    # Between the running heads: a paragraph may go on over the page.
    text = " ".join(page.get_textpage().get_text_bounded(bottom=70, top=765) for page in document)
    cover = document[0].get_textpage().get_text_range()
    document.close()
    return folded(f"{cover} {text}")


def word_words(content: bytes) -> str:
    document = Document(BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    alts = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    return folded(" ".join([*(paragraph.text for paragraph in document.paragraphs), *cells, *alts]))


READERS = {"briefing.html": page_words, "briefing.pdf": pdf_words, "briefing.docx": word_words}


@pytest.mark.parametrize("language", ["en", "be", "ru"])
@pytest.mark.parametrize("name", READERS)
def test_every_passage_stands_in_every_file(invented, rendered, language, name):
    words = READERS[name](rendered(language)[name])
    for where, passage in passages(invented.content(language)):
        if name == "briefing.pdf" and where.endswith(", alt"):
            continue  # an alternative text is in the tags, not on the page
        assert folded(passage.text) in words, where


@pytest.mark.parametrize("language", ["en", "be", "ru"])
@pytest.mark.parametrize("name", READERS)
def test_every_source_stands_in_every_file(invented, rendered, language, name):
    words = READERS[name](rendered(language)[name])
    for where, passage in passages(invented.content(language)):
        assert folded(passage.source or "") in words, where
