"""Fonts: the names and notes that they carry beside their outlines."""

from __future__ import annotations

import io
import struct
import zlib
from typing import TYPE_CHECKING

from fontTools.ttLib import TTFont, TTLibError

from valoshka.disclosure.channels.channel import Channel, CouldNotCheck
from valoshka.disclosure.channels.raw_strings import strings_in

if TYPE_CHECKING:
    from collections.abc import Iterator

_BROKEN = (TTLibError, AssertionError, KeyError, ValueError, EOFError, struct.error, zlib.error, OSError)


def channels_of_font(name: str, untrusted_bytes: bytes) -> Iterator[Channel]:
    """The `name` table and, of a WOFF, its metadata and private block. Raises `CouldNotCheck` if it is damaged."""
    try:
        found = list(_notes(TTFont(io.BytesIO(untrusted_bytes), lazy=True)))
    except _BROKEN as error:
        raise CouldNotCheck(name, "the font is damaged", "Make it again.") from error
    yield from found


def _notes(font: TTFont) -> Iterator[Channel]:
    if "name" in font:
        names = (str(record.toUnicode(errors="replace")) for record in font["name"].names)
        yield Channel("metadata", "font names", "\n".join(dict.fromkeys(names)))
    kept = font.flavorData
    for label, block in (("metadata", getattr(kept, "metaData", None)), ("private", getattr(kept, "privData", None))):
        if block:
            yield Channel("metadata", f"font {label} block", strings_in(block))
