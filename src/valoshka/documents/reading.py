"""One file in, one immutable `Document` out."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from valoshka.documents import kinds
from valoshka.documents.document import Document, Extract
from valoshka.documents.formats.opendocument import extract_opendocument
from valoshka.documents.formats.pdf import extract_pdf
from valoshka.documents.formats.plain import extract_plain
from valoshka.documents.formats.subtitles import extract_subtitles
from valoshka.documents.formats.word import extract_word
from valoshka.documents.limits import LIMITS, Limits
from valoshka.documents.opening import bytes_of, too_large
from valoshka.documents.unreadable import Unreadable

if TYPE_CHECKING:
    from pathlib import Path

    from valoshka.documents.containers import Container


def read(path: Path, limits: Limits = LIMITS) -> Document:
    """The document at `path`, under its file name (never the folder's).

    Raises `Unreadable` with the file's name, the reason and the next step.
    """
    return read_bytes(bytes_of(path, limits), path.name, limits)


def read_bytes(untrusted_bytes: bytes, name: str, limits: Limits = LIMITS) -> Document:
    r"""The document in `untrusted_bytes`, whose `name` has to end in what it is.

    Byte order marks are removed and line ends become `\n`; nothing else of a text is changed. Raises `Unreadable`.

    >>> document = read_bytes("Она кричала.\r\n".encode("cp1251"), "note.txt")
    >>> document.text, document.encoding
    ('Она кричала.\n', 'cp1251')
    >>> document.sha256[:8]
    '5d8fc20c'
    """
    if not untrusted_bytes:
        raise Unreadable(name, "it is empty", "Check that it was saved, then import it again.")
    if len(untrusted_bytes) > limits.file_bytes:
        raise too_large(name, limits)
    is_a, container = kinds.sniffed(name, untrusted_bytes, limits)
    kinds.require_agreement(name, is_a)
    kind, media_type = kinds.promised(name) or (is_a.kind or "text", kinds.media_type(is_a.kind or "text"))
    extract = _extract(name, kind, untrusted_bytes, container, limits)
    _require_text(name, extract, limits)
    return Document(
        name=name,
        media_type=media_type,
        sha256=hashlib.sha256(untrusted_bytes).hexdigest(),
        original=untrusted_bytes,
        text=extract.text,
        encoding=extract.encoding,
        breaks=extract.breaks,
        notes=extract.notes,
    )


def _extract(name: str, kind: str, untrusted_bytes: bytes, container: Container | None, limits: Limits) -> Extract:
    if kind == "pdf":
        return extract_pdf(name, untrusted_bytes, limits)
    if container is not None:
        return extract_word(name, container) if kind == "docx" else extract_opendocument(name, container)
    if kind in {"srt", "vtt"}:
        return extract_subtitles(name, kind, untrusted_bytes)
    return extract_plain(name, untrusted_bytes)


def _require_text(name: str, extract: Extract, limits: Limits) -> None:
    if not extract.text.strip():
        raise Unreadable(name, "it holds no text", "Check that it is the right file and was saved.")
    if len(extract.text) > limits.characters:
        raise Unreadable(
            name,
            f"it holds more than {limits.characters:,} characters of text",
            "Split it into single interviews and import those.",
        )
