"""Whether a file shows pictures: pixels that no check of text can see into."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from pathlib import PurePath

from valoshka.disclosure.carried import known_pictures

_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".emf", ".wmf", ".heic"})
_PACKAGES = frozenset({".docx", ".odt"})
_PAGES = frozenset({".html", ".htm", ".xhtml", ".svg"})
_IN_PAGE = re.compile(rb"<(?:img|picture|video|image|canvas)\b|data:image/(?!svg)", re.IGNORECASE)
_IN_PDF = re.compile(rb"/Subtype\s*/Image\b")


def shows_pictures(name: str, untrusted_bytes: bytes) -> bool:
    """Whether the file `name` is a picture or holds one that does not come with a library's own template.

    Drawings in vectors (SVG, a chart in a PDF) are no pictures: their words are read as text.
    """
    extension = PurePath(name).suffix.lower()
    if extension in _PACKAGES:
        return _package_shows_pictures(untrusted_bytes)
    if extension in _PAGES:
        return bool(_IN_PAGE.search(untrusted_bytes))
    return extension in _PICTURES or (extension == ".pdf" and bool(_IN_PDF.search(untrusted_bytes)))


def _package_shows_pictures(untrusted_bytes: bytes) -> bool:
    # The channels of this file have been read under their caps before, so that it is safe to open again.
    with zipfile.ZipFile(io.BytesIO(untrusted_bytes)) as package:
        parts = [part for part in package.namelist() if PurePath(part).suffix.lower() in _PICTURES]
        return any(hashlib.sha256(package.read(part)).hexdigest() not in known_pictures() for part in parts)
