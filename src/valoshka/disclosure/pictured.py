"""Whether a file shows pictures: pixels that no check of text can see into."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from pathlib import PurePath

from valoshka.disclosure.carried import known_pictures
from valoshka.disclosure.channels.pdf_streams import loosely_unpacked, objects_and_streams

_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".emf", ".wmf", ".heic"})
_PACKAGES = frozenset({".docx", ".odt", ".xlsx", ".ods"})
_PAGES = frozenset({".html", ".htm", ".xhtml", ".svg"})
_IN_PAGE = re.compile(
    rb"<(?:[\w-]+:)?(?:img|picture|video|image|feimage|canvas|object|embed|iframe)\b|data:image/(?!svg)", re.IGNORECASE
)
# A face can be drawn with any of these; bars, axes and labels need none.
_DRAWN = re.compile(rb"<(?:[\w-]+:)?(?:path|polygon|polyline|ellipse|circle|use|foreignobject)\b", re.IGNORECASE)
_BARS = re.compile(rb"<(?:[\w-]+:)?(?:rect|line)\b", re.IGNORECASE)
_MOST_BARS = 200  # more could be a picture made of squares
# Source: ECMA-376 part 1, 20.1.8.55 (srcRect); VML, crop attributes; ODF 1.3, 20.185 (fo:clip).
_CUT = re.compile(
    rb"<a:srcRect\b[^>]*\s[ltrb]=[\"'][1-9]|\bcrop(?:left|top|right|bottom)=[\"'](?!0[\"'])"
    rb"|fo:clip=[\"']rect\((?=[^)]*[1-9])"
)
_IN_PDF = re.compile(rb"/Subtype\s*/Image\b|/Thumb\b")
_AMONG_OPERATORS = re.compile(rb"\bBI\s.{1,2000}?\bID\s", re.DOTALL)


def shows_pictures(name: str, untrusted_bytes: bytes) -> bool:
    """Whether the file `name` is a picture or holds one that does not come with a library's own template.

    A file of its own that is drawn in vectors (SVG) is a picture too, unless it holds bars, lines and words only.
    Drawings within a page and in a PDF are not: they are ornaments and charts, and their words are read as text.
    """
    extension = PurePath(name).suffix.lower()
    if extension in _PACKAGES:
        return _package_shows_pictures(untrusted_bytes)
    if extension == ".svg" and _is_drawn(untrusted_bytes):
        return True
    if extension in _PAGES:
        return bool(_IN_PAGE.search(untrusted_bytes))
    return extension in _PICTURES or (extension == ".pdf" and _pdf_shows_pictures(name, untrusted_bytes))


def cuts_pictures(name: str, untrusted_bytes: bytes) -> bool:
    """Whether a docx, odt or xlsx shows only a part of a picture that lies in it whole."""
    if PurePath(name).suffix.lower() not in _PACKAGES:
        return False
    # The channels of this file have been read under their caps before, so that it is safe to open again.
    with zipfile.ZipFile(io.BytesIO(untrusted_bytes)) as package:
        return any(_CUT.search(package.read(part)) for part in package.namelist() if part.endswith((".xml", ".vml")))


def _pdf_shows_pictures(name: str, untrusted_bytes: bytes) -> bool:
    """Also small ones that stand among a page's operators, and thumbnails of pages."""
    objects, streams = objects_and_streams(name, untrusted_bytes)
    dictionaries = [stream.dictionary for stream in streams]
    if _IN_PDF.search(b"\n".join([untrusted_bytes, objects, *dictionaries])):
        return True
    return any(_AMONG_OPERATORS.search(loosely_unpacked(stream)) for stream in streams)


def _is_drawn(untrusted_bytes: bytes) -> bool:
    # UTF-16 would hide every tag from a search of bytes.
    plain = untrusted_bytes.replace(b"\0", b"")
    return bool(_DRAWN.search(plain)) or sum(1 for _ in _BARS.finditer(plain)) > _MOST_BARS


def _package_shows_pictures(untrusted_bytes: bytes) -> bool:
    # The channels of this file have been read under their caps before, so that it is safe to open again.
    with zipfile.ZipFile(io.BytesIO(untrusted_bytes)) as package:
        parts = {part: PurePath(part).suffix.lower() for part in package.namelist()}
        pictures = (package.read(part) for part, extension in parts.items() if extension in _PICTURES)
        drawings = (package.read(part) for part, extension in parts.items() if extension == ".svg")
        strange = any(hashlib.sha256(picture).hexdigest() not in known_pictures() for picture in pictures)
        return strange or any(_is_drawn(drawing) or bool(_IN_PAGE.search(drawing)) for drawing in drawings)
