"""PNG, JPEG and WebP: everything in them but the pixels."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING

from valoshka.disclosure.channels.channel import Channel, CouldNotCheck
from valoshka.disclosure.channels.embedded import Embedded
from valoshka.disclosure.channels.exif import channels_of_exif, place_in_xmp
from valoshka.disclosure.channels.raw_strings import is_readable, strings_in, telling_strings
from valoshka.documents import LIMITS

if TYPE_CHECKING:
    from collections.abc import Iterator

_PIXELS = {b"IHDR", b"IDAT", b"IEND", b"fdAT"}
_FILM = {b"fcTL", b"acTL"}
_IN_WEBP = {b"VP8 ", b"VP8L", b"ALPH", b"VP8X", b"ANIM"}
_PACKED = {b"zTXt", b"iTXt", b"iCCP"}
_ENTROPY_CODED = 0xDA
_NO_LENGTH = {0x01, *range(0xD0, 0xD9)}
_TABLES = {0xC4, 0xDB, 0xDD, 0xCC, *(marker for marker in range(0xC0, 0xD0) if marker not in {0xC4, 0xC8, 0xCC})}
_SEGMENTS = {0xFE: "comment", 0xE0: "JFIF header", 0xE1: "EXIF or XMP", 0xE2: "colour profile", 0xED: "IPTC"}
# What parts a long note over several segments: its name, and the number and length of each part.
_HEAD = re.compile(
    rb"http://ns\.adobe\.com/xmp/extension/\0.{40}|ICC_PROFILE\0..|Photoshop 3\.0\0|Exif\0\0|http://ns\.adobe\.com/xap/1\.0/\0",
    re.DOTALL,
)
_STEP = 1 << 16
_ADVICE = "Save the picture again without its metadata."


_LOCALES = re.compile(rb"mluc\x00{4}(.{4})\x00\x00\x00\x0c", re.DOTALL)
_LOCALE = re.compile(rb"[a-z]{2}[A-Z]{2}")
_RECORD = 12  # bytes


def channels_of_png(name: str, untrusted_bytes: bytes) -> Iterator[Channel | Embedded]:
    """Text chunks (tEXt, zTXt, iTXt), EXIF, every chunk that is not pixels, and whatever follows pixels or end."""
    at = 8
    pixels: list[bytes] = []
    while at + 12 <= len(untrusted_bytes):
        length = int.from_bytes(untrusted_bytes[at : at + 4], "big")
        kind = untrusted_bytes[at + 4 : at + 8]
        body = untrusted_bytes[at + 8 : at + 8 + length]
        at += length + 12
        if at > len(untrusted_bytes):
            break
        if kind == b"IDAT":
            pixels.append(body)
        elif kind not in _PIXELS | _FILM:
            yield from _said(f"picture's {kind.decode('latin-1')} chunk", _unpacked(name, kind, body))
            yield from _of_the_camera(_unpacked(name, kind, body))
        if kind == b"IEND":
            yield from _said("behind the picture's pixels", _behind(name, b"".join(pixels)), "hidden")
            yield from _after(name, untrusted_bytes[at:])
            return
    raise CouldNotCheck(name, "the picture breaks off", "Save it again.")


def channels_of_jpeg(name: str, untrusted_bytes: bytes) -> Iterator[Channel | Embedded]:
    """EXIF, XMP, IPTC, comments, every segment that is not pixels, and whatever follows the end."""
    at = 2
    by_marker: dict[str, list[bytes]] = {}
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
            yield from _of_the_camera(body)
            by_marker.setdefault(label, []).append(_HEAD.sub(b"", body, count=1))
        elif marker in _TABLES:
            yield from _said("picture's tables", body, guessed=True)
        at += 2 + length
        if marker == _ENTROPY_CODED:
            at = _after_scan(untrusted_bytes, at)
    if untrusted_bytes[at : at + 2] != b"\xff\xd9":
        raise CouldNotCheck(name, "the picture breaks off", "Save it again.")
    for label, bodies in by_marker.items():
        if len(bodies) > 1:  # what is too long for one segment goes on in the next
            yield from _said(f"picture's {label}, its parts together", b"".join(bodies))
    yield from _after(name, untrusted_bytes[at + 2 :])


def channels_of_webp(name: str, untrusted_bytes: bytes) -> Iterator[Channel | Embedded]:
    """EXIF, XMP, colour profile, every chunk that is not pixels, in frames too, and whatever follows the end."""
    end = 8 + int.from_bytes(untrusted_bytes[4:8], "little")
    if untrusted_bytes[8:12] != b"WEBP" or end > len(untrusted_bytes):
        raise CouldNotCheck(name, "the picture breaks off", "Save it again.")
    yield from _riff(name, untrusted_bytes[12:end])
    yield from _after(name, untrusted_bytes[end:])


def _riff(name: str, body: bytes) -> Iterator[Channel | Embedded]:
    """The chunks of a WebP file or of one of its frames. Source: RFC 9649, 2.3 to 2.7."""
    at = 0
    while at + 8 <= len(body):
        kind, length = body[at : at + 4], int.from_bytes(body[at + 4 : at + 8], "little")
        inside = body[at + 8 : at + 8 + length]
        if len(inside) < length:
            raise CouldNotCheck(name, "the picture breaks off", "Save it again.")
        if kind == b"ANMF":
            yield from _riff(name, inside[16:])
        elif kind not in _IN_WEBP:
            yield from _said(f"picture's {kind.decode('latin-1').strip()} chunk", inside)
            yield from _of_the_camera(inside)
        at += 8 + length + length % 2
    yield from _said("behind the picture's chunks", body[at:], "hidden")


def _of_the_camera(body: bytes) -> Iterator[Channel | Embedded]:
    yield from channels_of_exif(body)
    yield from place_in_xmp(body)


def _after(name: str, rest: bytes) -> Iterator[Channel | Embedded]:
    """What follows a picture's end: text, another picture, or something that the gate cannot vouch for."""
    left = rest.strip(b"\0\t\r\n ")
    if not left:
        return
    for sign, extension in ((b"\xff\xd8\xff", "jpg"), (b"\x89PNG", "png"), (b"PK\x03\x04", "zip"), (b"RIFF", "webp")):
        if left.startswith(sign):
            yield Embedded("after the picture's end", f"second.{extension}", rest[rest.index(sign) :])
            return
    yield from _said("after the picture's end", rest, "hidden")
    if not is_readable(rest) and not _is_chunk(rest):
        raise CouldNotCheck(name, "something follows the picture's end that is no text", _ADVICE)


def _is_chunk(rest: bytes) -> bool:
    """Whether one more PNG chunk follows, short enough that nothing but its length and check sum is unreadable."""
    return len(rest) == int.from_bytes(rest[:4]) + 12 and is_readable(rest[8:-4])


def _behind(name: str, packed: bytes) -> bytes:
    """What follows the end of the packed pixels."""
    unpacking, at = zlib.decompressobj(), 0
    try:
        while at < len(packed) and not unpacking.eof:
            # Unpacked in steps and thrown away, so that a bomb costs time and no memory.
            step = unpacking.unconsumed_tail or packed[at : at + _STEP]
            at += 0 if unpacking.unconsumed_tail else _STEP
            unpacking.decompress(step, LIMITS.part_bytes)
    except zlib.error as error:
        raise CouldNotCheck(name, "the picture's pixels are damaged", "Save it again.") from error
    return unpacking.unused_data + packed[at:]


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


def without_locales(body: bytes) -> bytes:
    r"""A colour profile without the codes of its languages (enUS), which beside the byte before them read like a name.

    Source: ICC.1:2022, 10.15 (multiLocalizedUnicodeType).

    >>> without_locales(b"mluc\0\0\0\0\0\0\0\1\0\0\0\x0cenUS\0\0\0\4\0\0\0\x1c")[16:20]
    b'\x00\x00\x00\x00'
    """
    kept = bytearray(body)
    for table in _LOCALES.finditer(body):
        records = min(int.from_bytes(table[1], "big"), (len(body) - table.end()) // _RECORD)
        for at in range(table.end(), table.end() + records * _RECORD, _RECORD):
            if _LOCALE.fullmatch(kept, at, at + 4):
                kept[at : at + 4] = bytes(4)
    return bytes(kept)


def _said(where: str, body: bytes, kind: str = "metadata", *, guessed: bool = False) -> Iterator[Channel]:
    body = without_locales(body)
    text = telling_strings(body) if guessed else strings_in(body)
    if text:
        yield Channel("hidden" if guessed else kind, where, text, guessed=guessed)
