"""The three documents as text and structure. They change only when somebody accepts the change:

ACCEPT_SNAPSHOTS=1 pytest tests/briefing/test_snapshots.py, then read the difference before committing it.
"""

from __future__ import annotations

import os
import re
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from docx import Document
from docx.table import Table
from lxml import html

SNAPSHOTS = Path(__file__).parent / "snapshots"
DRAWN = re.compile(r"(?s)<svg.*?</svg>|data:[a-z/]+;base64,[A-Za-z0-9+/=]+|sha256-[A-Za-z0-9+/=]+")


def page_outline(content: bytes) -> str:
    """The page without drawings, fonts and style: what a change of words or structure would touch."""
    page = html.document_fromstring(DRAWN.sub("…", content.decode()))
    page.find(".//style").text = "…"
    return html.tostring(page, encoding="unicode")


def pdf_outline(content: bytes) -> str:
    document = pypdfium2.PdfDocument(content)
    contents = [f"{'  ' * item.level}{item.get_title()}" for item in document.get_toc()]
    pages = [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]
    document.close()
    return "\n".join(contents) + "\n" + "\n---\n".join(pages)


def word_outline(content: bytes) -> str:
    lines = []
    for block in Document(BytesIO(content)).iter_inner_content():
        if isinstance(block, Table):
            lines += ["| " + " | ".join(cell.text for cell in row.cells) + " |" for row in block.rows]
        else:
            lines.append(f"[{block.style.name}] {block.text}")
    return "\n".join(lines)


OUTLINES = {"briefing.html": page_outline, "briefing.pdf": pdf_outline, "briefing.docx": word_outline}


@pytest.mark.parametrize("language", ["en", "be", "ru"])
@pytest.mark.parametrize("name", OUTLINES)
def test_the_document_is_the_one_that_was_accepted(rendered, language, name):
    outline = "\n".join(line.rstrip() for line in OUTLINES[name](rendered(language)[name]).splitlines()) + "\n"
    accepted = SNAPSHOTS / f"{language}-{name}.txt"
    if os.environ.get("ACCEPT_SNAPSHOTS"):
        accepted.parent.mkdir(exist_ok=True)
        accepted.write_text(outline, encoding="utf-8")
    assert outline == accepted.read_text(encoding="utf-8")
