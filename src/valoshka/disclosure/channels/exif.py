"""What a camera notes of a photograph where text readers see only numbers: the place, and a small copy of the picture.

Source: JEITA CP-3451 (Exif 2.32), 4.5.4 to 4.6.6; TIFF 6.0, section 2; XMP specification part 2, Exif schema.
"""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING

from valoshka.disclosure.channels.channel import Channel
from valoshka.disclosure.channels.embedded import Embedded

if TYPE_CHECKING:
    from collections.abc import Iterator

PLACE, COPY = "place where it was taken (GPS)", "small copy of the picture"
_GPS, _COPY_AT, _COPY_LENGTH = 0x8825, 0x0201, 0x0202
_LATITUDE, _LONGITUDE = 2, 4  # of the directory of the place; the tag before each says north or south, east or west
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 9: 4, 10: 8}
_MOST = 512  # entries of one directory; cameras write some dozens
_IN_XMP = re.compile(rb"GPS(?:Latitude|Longitude)(?:=[\"']|>)\s*([^\"'<]{1,40})")

Entries = dict[int, tuple[int, int, bytes]]


def channels_of_exif(untrusted_bytes: bytes) -> Iterator[Channel | Embedded]:
    """The place and the small copy in an Exif block, with or without its name in front; nothing if it has none.

    Half-broken blocks, which cameras and editors write, are read as far as they go.
    """
    tiff = untrusted_bytes.removeprefix(b"Exif\0\0")
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(tiff[:4])
    if order is None:
        return
    main, following = _directory(tiff, _number(tiff[4:8], order), order)
    place, _ = _directory(tiff, _long(main.get(_GPS), order), order)
    told = [each for tag in (_LATITUDE, _LONGITUDE) if (each := _degrees(place, tag, order)) is not None]
    if told:
        yield Channel("metadata", f"picture's {PLACE}", ", ".join(f"{each:.6f}" for each in told))
    copy, _ = _directory(tiff, following, order)
    start, length = _long(copy.get(_COPY_AT), order), _long(copy.get(_COPY_LENGTH), order)
    small = tiff[start : start + length]
    if start and small.startswith(b"\xff\xd8\xff"):
        yield Channel("metadata", f"picture's {COPY}", f"{len(small)}")
        yield Embedded(f"picture's {COPY}", "copy.jpg", small)


def place_in_xmp(untrusted_bytes: bytes) -> Iterator[Channel]:
    """The place that an XMP packet tells.

    >>> [channel.text for channel in place_in_xmp(b'<x exif:GPSLatitude="53,54.1N" exif:GPSLongitude="27,33.6E"/>')]
    ['53,54.1N, 27,33.6E']
    """
    told = [each.decode("ascii", "replace").strip() for each in _IN_XMP.findall(untrusted_bytes)]
    if any(any(map(str.isdigit, each)) for each in told):
        yield Channel("metadata", f"picture's {PLACE}", ", ".join(dict.fromkeys(told)))


def _directory(tiff: bytes, at: int, order: str) -> tuple[Entries, int]:
    """The entries of a directory by tag, and where the next one begins; empty if there is none."""
    count = _number(tiff[at : at + 2], order) if at else 0
    entries: Entries = {}
    for number in range(min(count, _MOST)):
        raw = tiff[at + 2 + 12 * number : at + 14 + 12 * number]
        if len(raw) < 12:
            return entries, 0
        tag, sort, length = struct.unpack(f"{order}HHI", raw[:8])
        size = _SIZES.get(sort, 0) * length
        start = _number(raw[8:12], order)
        entries[tag] = (sort, length, raw[8 : 8 + size] if size <= 4 else tiff[start : start + size])
    end = at + 2 + 12 * count
    return entries, _number(tiff[end : end + 4], order) if at else 0


def _degrees(place: Entries, tag: int, order: str) -> float | None:
    """Degrees, minutes and seconds as one number, south and west below nothing."""
    _, _, raw = place.get(tag, (0, 0, b""))
    parts = [struct.unpack(f"{order}II", raw[at : at + 8]) for at in range(0, len(raw) - 7, 8)][:3]
    if not parts or not all(under for _, under in parts):
        return None
    degrees: float = sum(over / under / 60**power for power, (over, under) in enumerate(parts))
    _, _, side = place.get(tag - 1, (0, 0, b""))
    return -degrees if side[:1] in {b"S", b"W"} else degrees


def _long(entry: tuple[int, int, bytes] | None, order: str) -> int:
    return _number(entry[2][:4], order) if entry else 0


def _number(raw: bytes, order: str) -> int:
    return int.from_bytes(raw, "little" if order == "<" else "big")
