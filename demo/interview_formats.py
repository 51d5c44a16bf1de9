"""One invented interview as docx, odt, pdf or txt: the same bytes each time it is made."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import docx
import typst

if TYPE_CHECKING:
    from collections.abc import Iterable

LABEL = "Invented for Valoshka's demo. No person or event in it is real."
FONTS = Path(__file__).parents[1] / "src" / "valoshka" / "briefing" / "fonts"
LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the earliest moment that a zip file can hold
TYPST = """
#let interview = json(bytes(sys.inputs.interview))
#set document(title: interview.title, keywords: (interview.label,), date: none)
#set text(font: "Source Serif 4", size: 11pt, lang: interview.language)
#set par(leading: 0.7em, spacing: 1.1em)
#text(style: "italic", interview.paragraphs.at(0))
#heading(interview.title)
#for words in interview.paragraphs.slice(2) [#par(words)]
"""
ODT_CONTENT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">
<office:body><office:text>{body}</office:text></office:body></office:document-content>"""
ODT_META = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2">
<office:meta><dc:description>{label}</dc:description></office:meta></office:document-meta>"""
ODT_MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">
<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>
</manifest:manifest>"""


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a source text: blank lines part them; the first is the label, the second the title."""
    return [" ".join(block.split()) for block in text.split("\n\n") if block.strip()]


def as_txt(text: str, encoding: str) -> bytes:
    """Plain text, as the old or the new program of an interviewer would save it."""
    return text.encode(encoding)


def as_docx(text: str, language: str) -> bytes:
    """A Word file with the label in its properties."""
    label, title, *rest = paragraphs(text)
    document = docx.Document()
    document.core_properties.author = ""
    document.core_properties.title = title
    document.core_properties.comments = LABEL
    document.core_properties.language = language
    document.add_paragraph(label).runs[0].italic = True
    document.add_heading(title, level=1)
    for words in rest:
        document.add_paragraph(words)
    made = io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as package:
        return _zipped((name, package.read(name)) for name in package.namelist())


def as_odt(text: str) -> bytes:
    """An OpenDocument text with the label in its description."""
    label, title, *rest = paragraphs(text)
    body = f'<text:p>{escape(label)}</text:p><text:h text:outline-level="1">{escape(title)}</text:h>'
    body += "".join(f"<text:p>{escape(words)}</text:p>" for words in rest)
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": ODT_CONTENT.format(body=body),
        "meta.xml": ODT_META.format(label=escape(LABEL)),
        "META-INF/manifest.xml": ODT_MANIFEST,
    }
    return _zipped((name, part.encode()) for name, part in parts.items())


def as_pdf(text: str, language: str) -> bytes:
    """A PDF with selectable text and the label among its keywords."""
    words = paragraphs(text)
    interview = {"title": words[1], "label": LABEL, "language": language, "paragraphs": words}
    made = typst.compile(
        TYPST.encode(),
        font_paths=typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)]),
        sys_inputs={"interview": json.dumps(interview, ensure_ascii=False)},
        format="pdf",
        timestamp=0,
    )
    assert isinstance(made, bytes)
    return made


def _zipped(parts: Iterable[tuple[str, bytes]]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, content in parts:
            # OpenDocument wants its first part unpacked, so that a reader can tell the type from the raw bytes.
            packing = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            package.writestr(zipfile.ZipInfo(name, LONG_AGO), content, packing)
    return made.getvalue()
