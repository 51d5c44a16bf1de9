"""PNG and JPEG: everything in them but the pixels."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from valoshka.disclosure.channels.channel import Channel, CouldNotCheck
from valoshka.disclosure.channels.raw_strings import strings_in
from valoshka.documents import LIMITS

if TYPE_CHECKING:
    from collections.abc import Iterator

_PIXELS = {b"IHDR", b"IDAT", b"PLTE", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"bKGD", b"pHYs", b"hIST",
           b"fdAT", b"fcTL", b"acTL"}  # fmt: skip
_PACKED = {b"zTXt", b"iTXt", b"iCCP"}
_ENTROPY_CODED = 0xDA
_NO_LENGTH = {0x01, *range(0xD0, 0xD9)}
_TABLES = {0xC4, 0xDB, 0xDD, 0xCC, *(marker for marker in range(0xC0, 0xD0) if marker not in {0xC4, 0xC8, 0xCC})}
_SEGMENTS = {0xFE: "comment", 0xE0: "JFIF header", 0xE1: "EXIF or XMP", 0xE2: "colour profile", 0xED: "IPTC"}
_ADVICE = "Save the picture again without its metadata."


def channels_of_png(name: str, untrusted_bytes: bytes) -> Iterator[Channel]:
    """Text chunks (tEXt, zTXt, iTXt), EXIF, every chunk that is not pixels, and whatever follows the end."""
    at = 8
    while at + 12 <= len(untrusted_bytes):
        length = int.from_bytes(untrusted_bytes[at : at + 4], "big")
        kind = untrusted_bytes[at + 4 : at + 8]
        body = untrusted_bytes[at + 8 : at + 8 + length]
        at += length + 12
        if at > len(untrusted_bytes):
            break
        if kind not in _PIXELS:
            yield from _said(f"picture's {kind.decode('latin-1')} chunk", _unpacked(name, kind, body))
        if kind == b"IEND":
            yield from _said("after the picture's end", untrusted_bytes[at:], "hidden")
            return
    raise CouldNotCheck(name, "the picture breaks off", "Save it again.")


def channels_of_jpeg(name: str, untrusted_bytes: bytes) -> Iterator[Channel]:
    """EXIF, XMP, IPTC, comments, every segment that is not pixels, and whatever follows the end."""
    at = 2
    while at + 4 <= len(untrusted_bytes) and untrusted_bytes[at] == 0xFF:
        marker = untrusted_bytes[at + 1]
        if marker == 0xFF or marker in _NO_LENGTH:
            at += 1 if marker == 0xFF else 2
            continue
        if marker == 0xD9:
            break
        length = int.from_bytes(untrusted_bytes[at + 2 : at + 4], "big")
        body = untrusted_bytes[at + 4 : at + 2 + length]
        if marker not in _TABLES and marker != _ENTROPY_CODED:
            label = _SEGMENTS.get(marker, f"segment {marker:02X}")
            yield from _said(f"picture's {label}", body, "comment" if marker == 0xFE else "metadata")
        at += 2 + length
        if marker == _ENTROPY_CODED:
            at = _after_scan(untrusted_bytes, at)
    if untrusted_bytes[at : at + 2] != b"\xff\xd9":
        raise CouldNotCheck(name, "the picture breaks off", "Save it again.")
    yield from _said("after the picture's end", untrusted_bytes[at + 2 :], "hidden")


def _after_scan(untrusted_bytes: bytes, at: int) -> int:
    """The next marker: in a scan 0xFF is followed by 0 or by a restart marker."""
    while (at := untrusted_bytes.find(b"\xff", at)) != -1:
        following = untrusted_bytes[at + 1 : at + 2]
        if following not in {b"\x00", b"\xff", b""} and not b"\xd0" <= following <= b"\xd7":
            return at
        at += 1
    return len(untrusted_bytes)


def _unpacked(name: str, kind: bytes, body: bytes) -> bytes:
    """The chunk with its packed part unpacked: the packing begins where zlib's header does, after the keyword."""
    if kind not in _PACKED or (kind == b"iTXt" and body.partition(b"\0")[2][:1] != b"\x01"):
        return body
    keyword, _, rest = body.partition(b"\0")
    packed = rest[2:].split(b"\0", 2)[-1] if kind == b"iTXt" else rest[1:]
    try:
        unpacking = zlib.decompressobj()
        text = unpacking.decompress(packed, LIMITS.part_bytes)
    except zlib.error as error:
        raise CouldNotCheck(name, "the picture's notes are damaged", _ADVICE) from error
    if unpacking.unconsumed_tail:
        raise CouldNotCheck(name, "the picture's notes unpack to far more than notes hold", _ADVICE)
    return keyword + b"\0" + rest[: len(rest) - len(packed)] + b"\0" + text + b"\0" + unpacking.unused_data


def _said(where: str, body: bytes, kind: str = "metadata") -> Iterator[Channel]:
    text = strings_in(body)
    if text:
        yield Channel(kind, where, text)
