"""Strangers' pictures on the staff's side: drawn anew in a capped process, small for the page, covered for publishing.

What was sealed need not have been drawn by an honest collector, so that nothing is shown as it came.
"""

from __future__ import annotations

import hashlib
import io
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from PIL import Image, ImageDraw

from valoshka.errors import Refused
from valoshka.square.limits import limits
from valoshka.square.refusals import NotTaken
from valoshka.square.studio.pool import Studio

if TYPE_CHECKING:
    from collections.abc import Sequence

    from valoshka.square.studio.pool import Redrawn

SEEN = 800  # pixels, the longest side on the page
WHOLE = 1000  # a cover's edges are thousandths of the picture's width and height
COVERS = 40
Cover: TypeAlias = tuple[int, int, int, int]  # left, top, width, height
_COVER = (59, 87, 196)  # cornflower: a flower where a face must not be
_WHY = {
    "heic": "It is a HEIC picture, as iPhones keep them. Share it as JPEG (“Most Compatible”), and add that.",
    "too_large": "It is larger than 8 MB or 50 megapixels. Save it smaller, and add that.",
    "not_a_picture": "It is no JPEG, PNG or WebP, or it is broken. Save it anew, and add that.",
}


class Darkroom:
    """Capped processes for the page's size and for the size that is published; close it at the end."""

    def __init__(self) -> None:
        self._small = Studio(1, replace(limits(), longest_side=SEEN))
        self._large = Studio(1)

    def shown(self, untrusted: bytes) -> bytes:
        """A JPEG of at most 800 pixels a side. Raises `Refused`."""
        return _redrawn(self._small, untrusted).jpeg

    def drawn(self, untrusted: bytes) -> Redrawn:
        """A JPEG of at most 1600 pixels a side, and its 256-bit pHash. Raises `Refused`."""
        return _redrawn(self._large, untrusted)

    def published(self, untrusted: bytes, covers: Sequence[Cover]) -> tuple[str, bytes]:
        """The JPEG that goes out, covered, with nothing beside its pixels; and its SHA-256. Raises `Refused`."""
        jpeg = without_header(covered(self.drawn(untrusted).jpeg, covers))
        return hashlib.sha256(jpeg).hexdigest(), jpeg

    def close(self) -> None:
        """End the processes."""
        self._small.close()
        self._large.close()


def covered(jpeg: bytes, covers: Sequence[Cover]) -> bytes:
    """One of our own JPEGs with rectangles painted over it; what was below is gone."""
    with Image.open(io.BytesIO(jpeg), formats=("JPEG",)) as opened:
        canvas = opened.convert("RGB")
    width, height = canvas.size
    brush = ImageDraw.Draw(canvas)
    for left, top, wide, high in covers:
        # Rounded outwards: rather a pixel too much than one of a face.
        box = (left * width // WHOLE, top * height // WHOLE)
        end = (-((-(left + wide) * width) // WHOLE), -((-(top + high) * height) // WHOLE))
        brush.rectangle((*box, *end), fill=_COVER)
    out = io.BytesIO()
    canvas.save(out, "JPEG", quality=limits().jpeg_quality)
    return out.getvalue()


def without_header(jpeg: bytes) -> bytes:
    """A JPEG without its JFIF header, which no reader needs and the gate takes for a note of its maker.

    >>> without_header(b"\\xff\\xd8\\xff\\xe0\\x00\\x04JF\\xff\\xdb")
    b'\\xff\\xd8\\xff\\xdb'
    """
    if jpeg[2:4] != b"\xff\xe0":
        return jpeg
    return jpeg[:2] + jpeg[4 + int.from_bytes(jpeg[4:6], "big") :]


def covers_from(untrusted: object) -> tuple[Cover, ...]:
    """Covers as the page sends them. Raises `Refused`.

    >>> covers_from([[0, 0, 500, 250]])
    ((0, 0, 500, 250),)
    """
    if not isinstance(untrusted, list) or len(untrusted) > COVERS:
        raise Refused(f"At most {COVERS} covers fit on a picture. Draw fewer, larger ones.")
    return tuple(_cover(each) for each in untrusted)


def _cover(untrusted: object) -> Cover:
    if not isinstance(untrusted, list) or not all(type(edge) is int and 0 <= edge <= WHOLE for edge in untrusted):
        raise Refused("A cover lies outside the picture. Draw it again.")
    match untrusted:
        case [int(left), int(top), int(wide), int(high)] if wide and high:
            return left, top, min(wide, WHOLE - left), min(high, WHOLE - top)
        case _:
            raise Refused("A cover has no area. Draw it again.")


def _redrawn(studio: Studio, untrusted: bytes) -> Redrawn:
    try:
        return studio.redraw(untrusted)
    except NotTaken as told:
        why = _WHY.get(told.code, "Too much is asked at once. Try again.")
        raise Refused(f"The picture cannot be used. {why}") from told
