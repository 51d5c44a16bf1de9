"""Picture files that an editor names: only from the plan's own folder, only kinds that can be redrawn safely."""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING

from valoshka.errors import Refused

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 10 * 1024 * 1024  # bytes
MOST_PIXELS = 40_000_000  # what the best telephones take; more is a decompression bomb
# What an SVG may not hold: it would fetch, run or unfold something when it is drawn.
_SVG_FORBIDDEN = re.compile(
    r"<!(?:DOCTYPE|ENTITY)|<\s*(?:\w+:)?(?:script|foreignObject|iframe)\b|\bon\w+\s*=|@import"
    r"|href\s*=\s*[\"'](?!#|data:image/(?:png|jpeg);)|url\(\s*[\"']?(?!#)",
    re.IGNORECASE,
)


def load(folder: Path, untrusted_name: str) -> tuple[bytes, str]:
    """The bytes and the media type of a picture beside the plan.

    Raises `Refused` if the name leads out of `folder`, or the file is not a sound PNG, JPEG or SVG of sane size.
    """
    path = (folder / untrusted_name).resolve()
    if not path.is_relative_to(folder.resolve()):
        raise Refused("this picture lies outside the plan's folder. Copy it beside the plan.")
    try:
        if not path.is_file():
            raise Refused("there is no such picture. Give its name relative to the plan.")
        with path.open("rb") as file:
            untrusted = file.read(LARGEST + 1)
    except OSError as error:
        raise Refused(f"this picture could not be opened ({error.strerror}).") from error
    return untrusted, media_type(untrusted)


def media_type(untrusted: bytes) -> str:
    """What kind of picture the bytes are, whatever the file is called.

    >>> media_type(b"<svg xmlns='http://www.w3.org/2000/svg'/>")
    'image/svg+xml'
    """
    if len(untrusted) > LARGEST:
        raise Refused(f"this picture is larger than {LARGEST >> 20} MB. Export it smaller.")
    for start, kind in ((b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg")):
        if untrusted.startswith(start):
            _check_pixels(*size(untrusted, kind))
            return kind
    if re.match(
        rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:svg|!DOCTYPE)\b", untrusted, re.DOTALL
    ):
        _check_svg(untrusted)
        return "image/svg+xml"
    raise Refused("this is not a PNG, JPEG or SVG picture. Export it as one of these.")


def _check_svg(untrusted: bytes) -> None:
    try:
        text = untrusted.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused("this SVG is not UTF-8 text. Export it again as plain SVG.") from error
    if _SVG_FORBIDDEN.search(text):
        raise Refused(
            "this SVG holds a script, an entity or a link to something else. Export it as plain SVG, or as PNG."
        )


def _check_pixels(width: int, height: int) -> None:
    if not 0 < width * height <= MOST_PIXELS:
        raise Refused(f"this picture has {width} x {height} pixels; {MOST_PIXELS // 10**6} million are the most.")


def size(untrusted: bytes, media_type: str) -> tuple[int, int]:
    """Width and height in pixels that a PNG or JPEG claims."""
    return _png_size(untrusted) if media_type == "image/png" else _jpeg_size(untrusted)


def _png_size(untrusted: bytes) -> tuple[int, int]:
    if len(untrusted) < 24:
        raise Refused("this PNG is cut short. Export it again.")
    width, height = struct.unpack(">II", untrusted[16:24])
    return width, height


def _jpeg_size(untrusted: bytes) -> tuple[int, int]:
    """Width and height from the first start-of-frame marker (ITU T.81, B.2.2)."""
    at = 2
    while at + 9 <= len(untrusted) and untrusted[at] == 0xFF:
        marker, length = untrusted[at + 1], int.from_bytes(untrusted[at + 2 : at + 4])
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            height, width = struct.unpack(">HH", untrusted[at + 5 : at + 9])
            return width, height
        at += 2 + length
    raise Refused("this JPEG is damaged. Export it again.")
