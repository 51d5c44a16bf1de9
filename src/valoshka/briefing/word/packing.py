"""A Word file that tells nothing of its making: no author, no times, no thumbnail, the same bytes every time."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_FIRST = "[Content_Types].xml"  # readers look for it at the start
_NO_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can say


def without_traces(document: WordDocument, title: str, language: str, timestamp: int) -> None:
    """Empty the properties of `document`, but for its title, language and the day of publication."""
    told = document.core_properties
    for emptied in ("author", "last_modified_by", "comments", "keywords", "subject", "category", "identifier"):
        setattr(told, emptied, "")
    told.content_status, told.version, told.revision = "", "", 1
    told.title, told.language = title, language
    # The OPC parts want naive times in UTC.
    told.created = told.modified = told.last_printed = datetime.fromtimestamp(timestamp, UTC).replace(tzinfo=None)
    package = document.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            del package.rels[key]


def packed(docx: bytes) -> bytes:
    """The same file with its parts in a fixed order and without times.

    >>> from docx import Document
    >>> plain = BytesIO(); Document().save(plain)
    >>> packed(plain.getvalue()) == packed(packed(plain.getvalue()))
    True
    """
    written = BytesIO()
    with zipfile.ZipFile(BytesIO(docx)) as loose, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as tidy:
        for name in sorted(loose.namelist(), key=lambda name: (name != _FIRST, name)):
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # the same on every machine
            tidy.writestr(entry, loose.read(name))
    return written.getvalue()
