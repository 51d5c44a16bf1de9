"""Pictures are never cleaned but redrawn: only pixels pass, so no comment, location or thumbnail of the file does."""

from __future__ import annotations

import base64
import zlib
from functools import lru_cache

from valoshka.briefing.orientation import orientation, turned
from valoshka.briefing.pictures import media_type as detected
from valoshka.briefing.pictures import size
from valoshka.briefing.typesetting import set_png
from valoshka.errors import Refused

_PAGE = """#set page(width: auto, height: auto, margin: 0pt, fill: none)
#image("picture.svg", width: %dpt)
"""
WIDTH = 500  # points
PIXELS_PER_INCH = 202  # 1,400 pixels for 500 points: sharp in print, small enough for a telephone


@lru_cache(maxsize=32)
def redraw(untrusted: bytes, media_type: str) -> bytes:
    """The picture as a fresh PNG, 1,400 pixels wide.

    Raises `Refused` if it is not what `media_type` says, or damaged.
    """
    if detected(untrusted) != media_type:
        raise Refused(f"A picture is called {media_type} and is something else. Export it again as PNG.")
    png = drawn(
        untrusted.decode("utf-8-sig") if media_type == "image/svg+xml" else framed(untrusted, media_type), WIDTH
    )
    if _blank(png):
        raise Refused("A picture could not be drawn: it is damaged, or empty. Export it again as PNG.")
    return png


def _blank(png: bytes) -> bool:
    """Whether nothing at all was drawn, which is all that the renderer lets us know of a picture it cannot read."""
    packed, at = b"", len(b"\x89PNG\r\n\x1a\n")
    while at < len(png):
        length, kind = int.from_bytes(png[at : at + 4]), png[at + 4 : at + 8]
        packed += png[at + 8 : at + 8 + length] if kind == b"IDAT" else b""
        at += 12 + length
    # Rows of transparent pixels are zeros, each after the number (0 to 4) of its filter.
    return not zlib.decompress(packed).strip(bytes(range(5)))


def framed(image: bytes, media_type: str) -> str:
    """A PNG or JPEG inside an SVG: Typst takes only text for its files in memory."""
    width, height = size(image, media_type)
    upright, across, down = turned(orientation(image) if media_type == "image/jpeg" else 1, width, height)
    embedded = base64.b64encode(image).decode()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {across} {down}" width="{across}" height="{down}">'
        f'<image width="{width}" height="{height}" transform="{upright}" href="data:{media_type};base64,{embedded}"/>'
        "</svg>"
    )


@lru_cache(maxsize=64)
def drawn(svg: str, width: int) -> bytes:
    """An SVG as PNG, `width` points wide."""
    return set_png({"main.typ": (_PAGE % width).encode(), "picture.svg": svg.encode()}, PIXELS_PER_INCH)
