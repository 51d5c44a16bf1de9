"""PDF streams: unpacked under caps, and read according to what they hold."""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from valoshka.disclosure.channels.channel import Channel, CouldNotCheck
from valoshka.disclosure.channels.embedded import Embedded
from valoshka.disclosure.channels.pdf_strings import readings, spoken_as
from valoshka.disclosure.channels.pdf_syntax import Said, Stream, said_in, split
from valoshka.disclosure.channels.raw_strings import strings_in
from valoshka.documents import LIMITS

if TYPE_CHECKING:
    from collections.abc import Iterator

_FILTERS = re.compile(rb"/Filter\s*(\[[^\]]*\]|/\w+)")
_PREDICTOR = re.compile(rb"/Predictor\s+(?!1\b)\d")
_REFERENCE = re.compile(rb"/(Contents|FontFile[23]?|CIDSet|ToUnicode)\s*(\[[^\[\]]*\]|\d+\s+\d+\s+R\b)")
_REFERRED = re.compile(rb"(\d+)\s+\d+\s+R\b")
_PIXELS = {"DCTDecode", "JPXDecode", "CCITTFaxDecode", "JBIG2Decode"}
# Strings that a content stream may carry beside what it draws. Source: ISO 32000-1, 14.6 and 14.9.
_MARKED = re.compile(rb"/(?:ActualText|Alt|E|Contents|T)\s*(?=\(|<[^<])")
_ADVICE = "Make the PDF again with another program."


def objects_and_streams(name: str, untrusted_bytes: bytes) -> tuple[bytes, list[Stream]]:
    """All objects of the file as one run of bytes (those packed in object streams unpacked), and all other streams."""
    outside, streams = split(untrusted_bytes)
    packed = [stream for stream in streams if _is(stream, b"Type", b"ObjStm")]
    unpacked = [unpack(name, stream) for stream in packed]
    rest = [stream for stream in streams if stream not in packed and not _is(stream, b"Type", b"XRef")]
    return b"\n".join([outside, *unpacked]), rest


@dataclass(frozen=True)
class Roles:
    """What the file's objects say of its streams, by object number: which draw pages, which belong to fonts."""

    pages: frozenset[int]
    fonts: frozenset[int]

    @classmethod
    def of(cls, objects: bytes) -> Roles:
        """Gathered once, from every reference in `objects`."""
        found: dict[bool, set[int]] = {True: set(), False: set()}
        for match in _REFERENCE.finditer(objects):
            found[match[1] == b"Contents"].update(map(int, _REFERRED.findall(match[2])))
        return cls(pages=frozenset(found[True]), fonts=frozenset(found[False]))


def stream_channels(name: str, stream: Stream, objects: bytes, roles: Roles) -> Iterator[Channel | Embedded]:
    """What one stream says: metadata, an attached file, a picture's notes, marked content; fonts and pixels nothing."""
    if _filters(stream)[-1:] == ["DCTDecode"]:
        yield Embedded(f"picture in object {stream.number}", "picture.jpg", unpack(name, stream))
    elif _is(stream, b"Subtype", b"Image") or _is(stream, b"Type", b"CMap") or stream.number in roles.fonts:
        return
    elif _is(stream, b"Type", b"EmbeddedFile"):
        attached = f"attached file in object {stream.number}"
        yield Embedded(attached, _attached_name(stream, objects), unpack(name, stream))
    elif _is(stream, b"Type", b"Metadata"):
        yield Channel("metadata", "XMP metadata", unpack(name, stream).decode("utf-8", "replace"))
    elif stream.number in roles.pages or _is(stream, b"Subtype", b"Form"):
        yield from _marked(unpack(name, stream), stream.number)
    elif said := strings_in(unpack(name, stream)):
        yield Channel("hidden", f"stream in object {stream.number}", said)


def unpack(name: str, stream: Stream) -> bytes:
    """The stream's bytes with every filter but those of pixels taken off. Raises `CouldNotCheck`."""
    content = stream.packed
    if _PREDICTOR.search(stream.dictionary):
        raise CouldNotCheck(name, f"a stream in object {stream.number} is packed as pictures are", _ADVICE)
    for filter_name in _filters(stream):
        if filter_name in _PIXELS:
            break
        try:
            content = _unfiltered(filter_name, content)
        except (zlib.error, binascii.Error, ValueError, KeyError) as error:
            raise CouldNotCheck(name, f"a stream in object {stream.number} does not unpack", _ADVICE) from error
    return content


def _unfiltered(filter_name: str, content: bytes) -> bytes:
    if filter_name in {"FlateDecode", "Fl"}:
        unpacking = zlib.decompressobj()
        plain = unpacking.decompress(content, LIMITS.part_bytes)
        if unpacking.unconsumed_tail or (not unpacking.eof and content.strip()):
            raise ValueError("too dense, or cut short")
        return plain + unpacking.unused_data.strip()
    if filter_name in {"ASCIIHexDecode", "AHx"}:
        digits = b"".join(content.partition(b">")[0].split())
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
    if filter_name in {"ASCII85Decode", "A85"}:
        return base64.a85decode(content.partition(b"~>")[0].strip().removeprefix(b"<~"))
    raise KeyError(filter_name)


def _filters(stream: Stream) -> list[str]:
    match = _FILTERS.search(stream.dictionary)
    return [part.decode("latin-1") for part in re.findall(rb"/(\w+)", match[1])] if match else []


def _is(stream: Stream, key: bytes, value: bytes) -> bool:
    return re.search(rb"/" + key + rb"\s*/" + value + rb"\b", stream.dictionary) is not None


def _marked(content: bytes, number: int) -> Iterator[Channel]:
    """Each key is looked for on its own: what pictures and signs stand between would mislead a reader of the whole."""
    for match in _MARKED.finditer(content):
        said = next(said_in(content, match.start()), None)
        if said:
            kind, where = spoken_as(Said(number, said.key, said.raw))
            for text in readings(said.raw):
                yield Channel(kind, where, text)


def _attached_name(stream: Stream, objects: bytes) -> str:
    """The name under which the file specification offers the attachment; it decides how the attachment is read."""
    pattern = rb"/EF\s*<<[^>]*?\b" + str(stream.number).encode() + rb"\s+\d+\s+R"
    for match in re.finditer(pattern, objects):
        around = objects[objects.rfind(b"obj", 0, match.start()) : objects.find(b"endobj", match.end())]
        for said in said_in(around):
            if said.key in {"F", "UF"} and (names := readings(said.raw)):
                return names[0].replace("\\", "/").rpartition("/")[2]
    return "attachment"
