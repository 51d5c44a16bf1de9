from __future__ import annotations

import zipfile
from datetime import datetime
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn

from valoshka.briefing.editing import edit
from valoshka.briefing.word.document import as_docx

TAGS = {"en": "en-GB", "be": "be-BY", "ru": "ru-RU"}


def opened(docx: bytes):
    return Document(BytesIO(docx))


def test_the_same_content_gives_the_same_bytes(invented, rendered):
    assert as_docx(edit(invented.cleared("ru"))) == rendered("ru")["briefing.docx"]


def test_it_tells_nothing_of_its_making(rendered):
    told = opened(rendered("en")["briefing.docx"]).core_properties
    assert (told.author, told.last_modified_by, told.comments, told.keywords) == ("", "", "", "")
    assert told.created == told.modified
    assert told.created.replace(tzinfo=None) == datetime(2021, 6, 17)  # noqa: DTZ001 - as the file has it
    with zipfile.ZipFile(BytesIO(rendered("en")["briefing.docx"])) as parts:
        assert {entry.date_time for entry in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not any("thumbnail" in name for name in parts.namelist())
        assert b"python-docx" not in b"".join(parts.read(name) for name in parts.namelist())


def test_headings_and_quotes_are_real_styles(rendered):
    styles = {paragraph.style.name for paragraph in opened(rendered("be")["briefing.docx"]).paragraphs}
    assert {"Title", "Subtitle", "Heading 1", "Quote", "Caption", "List Number"} <= styles


@pytest.mark.parametrize("language", ["en", "be", "ru"])
def test_the_text_is_in_its_language(rendered, language):
    styles = opened(rendered(language)["briefing.docx"]).styles.element
    spoken = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:lang')}")
    assert spoken.get(qn("w:val")) == TAGS[language]


def test_every_drawing_has_its_words_and_its_table(rendered):
    document = opened(rendered("en")["briefing.docx"])
    described = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert all(described)
    assert any("Dismissed: 268" in words for words in described)
    assert ["Dismissed", "268"] in [
        [cell.text for cell in row.cells] for table in document.tables for row in table.rows
    ]
    for table in document.tables:
        assert table.rows[0]._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
