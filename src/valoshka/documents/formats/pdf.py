"""PDF: the text of each page as pdfium extracts it, in a process apart."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from valoshka.documents.apart import read_apart
from valoshka.documents.containers import damaged, encrypted
from valoshka.documents.document import Break, Extract
from valoshka.documents.limits import LIMITS, Limits
from valoshka.documents.unreadable import Unreadable

PAGE_END = "\f"
_WORKER = Path(__file__).with_name("pdf_worker.py")
# pdfium's mark for a hyphen that breaks a word at a line's end; a noncharacter, which no text may hold.
_BROKEN_WORD, _SOFT_HYPHEN = "\ufffe", "\u00ad"


@dataclass(frozen=True)
class PdfPages:
    """What pdfium read: each page's text, and what it could not vouch for.

    `protected` if the file is encrypted, although it asks for no password; `unmapped` are the numbers (from 1) of the
    pages that draw signs without a Unicode value.
    """

    pages: tuple[str, ...]
    protected: bool
    unmapped: tuple[int, ...]


def extract_pdf(name: str, untrusted_bytes: bytes, limits: Limits) -> Extract:
    """Every page's text, pages parted by a form feed; each page begins with a `Break` of kind `page`.

    A word broken at a line's end keeps its hyphen as a soft hyphen (U+00AD), one for one. Raises `Unreadable` if the
    file is damaged, asks for a password, has more pages or text than the caps, or has no text at all (a scan).
    """
    read = pages_of(name, untrusted_bytes, limits)
    blank = [str(number) for number, text in enumerate(read.pages, start=1) if not text.strip()]
    if len(blank) == len(read.pages):
        raise Unreadable(
            name, "it holds pictures of pages and no text", "Run text recognition (OCR) on it, or type it out."
        )
    breaks, at = [], 0
    for number, text in enumerate(read.pages, start=1):
        breaks.append(Break("page", at, f"page {number}"))
        at += len(text) + len(PAGE_END)
    return Extract(PAGE_END.join(read.pages), tuple(breaks), _notes(read, blank))


def pages_of(name: str, untrusted_bytes: bytes, limits: Limits = LIMITS) -> PdfPages:
    """The pages as pdfium reads them. Raises `Unreadable` if it cannot, or needs more than the caps allow."""
    answer = read_apart(_WORKER, name, untrusted_bytes, limits, str(limits.pages))
    return _judged(name, json.loads(answer), limits)


def _judged(name: str, answer: dict[str, object], limits: Limits) -> PdfPages:
    match answer:
        case {"refused": "password"}:
            raise encrypted(name)
        case {"refused": "pages"}:
            raise Unreadable(name, f"it has more than {limits.pages} pages", "Split it, then import the parts.")
        case {"pages": list(pages), "protected": bool(protected), "unmapped": list(unmapped)}:
            return PdfPages(tuple(map(_clean, pages)), protected, tuple(unmapped))
        case _:
            raise damaged(name)


def _clean(text: str) -> str:
    """Line feeds for line ends, no noncharacters, no halves of a sign that UTF-8 cannot write."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").replace(_BROKEN_WORD, _SOFT_HYPHEN)
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _notes(read: PdfPages, blank: list[str]) -> tuple[str, ...]:
    notes = []
    if blank:
        notes.append(f"No text on page {', '.join(blank)}: blank, or a scan that nobody has read.")
    if read.unmapped:
        notes.append(f"Some signs on page {', '.join(map(str, read.unmapped))} could not be read as text.")
    if any(_SOFT_HYPHEN in text for text in read.pages):
        notes.append("Words broken at the ends of lines keep their hyphens as soft hyphens.")
    return tuple(notes)
