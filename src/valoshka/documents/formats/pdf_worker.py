"""Runs pdfium on one PDF in a process of its own: bytes on standard input, JSON on standard output.

pdfium is half a million lines of C++ that read what strangers wrote. Here a file that crashes it, or makes it eat all
memory, takes only this process with it. Run by `documents/apart.py`, so that nothing but pdfium has to be loaded.
"""

from __future__ import annotations

import json
import sys

import pypdfium2
import pypdfium2.raw

_WANTS_PASSWORD = 4  # FPDF_ERR_PASSWORD in pdfium's fpdfview.h
_NOT_PROTECTED = -1


def main() -> None:
    """Read standard input, write `{"pages": [...], "protected": ..., "unmapped": [...]}` or `{"refused": why}`."""
    answer = _answer(sys.stdin.buffer.read(), int(sys.argv[1]))
    sys.stdout.write(json.dumps(answer))  # ASCII: lone surrogates and all pass through the pipe


def _answer(untrusted_bytes: bytes, most_pages: int) -> dict[str, object]:
    try:
        document = pypdfium2.PdfDocument(untrusted_bytes)
        if not 0 < len(document) <= most_pages:
            return {"refused": "pages" if len(document) else "damaged"}
        texts = [_page(document, number) for number in range(len(document))]
    except pypdfium2.PdfiumError as error:
        return {"refused": "password" if error.err_code == _WANTS_PASSWORD else "damaged"}
    return {
        "pages": [text for text, _ in texts],
        "unmapped": [number for number, (_, unmapped) in enumerate(texts, start=1) if unmapped],
        "protected": pypdfium2.raw.FPDF_GetSecurityHandlerRevision(document) != _NOT_PROTECTED,
    }


def _page(document: pypdfium2.PdfDocument, number: int) -> tuple[str, bool]:
    """A page's text, and whether it draws signs that have no Unicode value."""
    page = document[number]
    text_page = page.get_textpage()
    has_no_value = pypdfium2.raw.FPDFText_HasUnicodeMapError
    unmapped = any(has_no_value(text_page, at) == 1 for at in range(text_page.count_chars()))
    text: str = text_page.get_text_range()
    text_page.close()
    page.close()
    return text, unmapped


if __name__ == "__main__":
    main()
