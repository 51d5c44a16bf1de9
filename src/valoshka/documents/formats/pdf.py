"""PDF: the text of each page as pdfium extracts it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2 as pdfium

from valoshka.documents.containers import damaged, encrypted
from valoshka.documents.document import Break, Extract
from valoshka.documents.unreadable import Unreadable

if TYPE_CHECKING:
    from valoshka.documents.limits import Limits

PAGE_END = "\f"
_WANTS_PASSWORD = 4  # FPDF_ERR_PASSWORD in pdfium's fpdfview.h
# pdfium's mark for a hyphen that breaks a word at a line's end; a noncharacter, which no text may hold.
_BROKEN_WORD, _SOFT_HYPHEN = "\ufffe", "\u00ad"


def extract_pdf(name: str, untrusted_bytes: bytes, limits: Limits) -> Extract:
    """Every page's text, pages parted by a form feed; each page begins with a `Break` of kind `page`.

    A word broken at a line's end keeps its hyphen as a soft hyphen (U+00AD), one for one. Raises `Unreadable` if the
    file is damaged, asks for a password, has more pages or text than the caps, or has no text at all (a scan).
    """
    document = open_pdf(name, untrusted_bytes)
    try:
        if len(document) > limits.pages:
            raise Unreadable(name, f"it has more than {limits.pages} pages", "Split it, then import the parts.")
        pages = [page_text(name, document, number) for number in range(len(document))]
    finally:
        document.close()
    return _joined(name, pages)


def open_pdf(name: str, untrusted_bytes: bytes) -> pdfium.PdfDocument:
    """The document opened by pdfium; the caller closes it. Raises `Unreadable`."""
    try:
        return pdfium.PdfDocument(untrusted_bytes)
    except pdfium.PdfiumError as error:
        raise (encrypted(name) if error.err_code == _WANTS_PASSWORD else damaged(name)) from error


def page_text(name: str, document: pdfium.PdfDocument, number: int) -> str:
    """The text of the page with index `number` (0-based). Raises `Unreadable` if the page is damaged."""
    try:
        page = document[number]
        text: str = page.get_textpage().get_text_range()
        page.close()
    except pdfium.PdfiumError as error:
        raise damaged(name) from error
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").replace(_BROKEN_WORD, _SOFT_HYPHEN)


def _joined(name: str, pages: list[str]) -> Extract:
    blank = [str(number) for number, text in enumerate(pages, start=1) if not text.strip()]
    if len(blank) == len(pages):
        raise Unreadable(
            name, "it holds pictures of pages and no text", "Run text recognition (OCR) on it, or type it out."
        )
    breaks, at = [], 0
    for number, text in enumerate(pages, start=1):
        breaks.append(Break("page", at, f"page {number}"))
        at += len(text) + len(PAGE_END)
    return Extract(PAGE_END.join(pages), tuple(breaks), _notes(pages, blank))


def _notes(pages: list[str], blank: list[str]) -> tuple[str, ...]:
    notes = []
    if blank:
        notes.append(f"No text on page {', '.join(blank)}: blank, or a scan that nobody has read.")
    if any(_SOFT_HYPHEN in text for text in pages):
        notes.append("Words broken at the ends of lines keep their hyphens as soft hyphens.")
    return tuple(notes)
