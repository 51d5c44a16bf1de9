"""PDF streams: unpacked under caps, and read according to what they hold."""

from __future__ import annotations

import base64
import binascii
import codecs
import re
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from valoshka.disclosure.channels.channel import Channel, CouldNotCheck
from valoshka.disclosure.channels.embedded import Embedded
from valoshka.disclosure.channels.pdf_fonts import channels_of_program, notes_of_map
from valoshka.disclosure.channels.pdf_strings import readings, spoken_as
from valoshka.disclosure.channels.pdf_syntax import Said, Stream, said_in, split
from valoshka.disclosure.channels.raw_strings import strings_in, telling_strings
from valoshka.documents import LIMITS

if TYPE_CHECKING:
    from collections.abc import Iterator

_FILTERS = re.compile(rb"/Filter\s*(\[[\s/\w]*\]|/\w+)")
_ELSEWHERE = re.compile(rb"/(?:Filter|DecodeParms|DP)\s*(?:\[[^\]]*?)?\b\d+\s+\d+\s+R\b")
_PREDICTOR = re.compile(rb"/Predictor\s+(?!1\b)\d")
_REFERENCE = re.compile(rb"/(Contents|FontFile[23]?|ToUnicode)\s*(\[[^\[\]]*\]|\d+\s+\d+\s+R\b)")
_REFERRED = re.compile(rb"(\d+)\s+\d+\s+R\b")
_PHOTOGRAPH = {"DCTDecode", "DCT"}
_PIXELS = {*_PHOTOGRAPH, "JPXDecode", "CCITTFaxDecode", "CCF", "JBIG2Decode"}
_DRAWS = re.compile(rb"\b(?:Tj|TJ|BDC|DP)\b")
_SIZED = re.compile(rb"/(?:Width|W)\b")
# Strings that a content stream may carry beside what it draws. Source: ISO 32000-1, 14.6 and 14.9.
_MARKED = re.compile(rb"/(?:ActualText|Alt|E|Contents|T)\s*(?=\(|<[^<])")
_ADVICE = "Make the PDF again with another program."


def objects_and_streams(name: str, untrusted_bytes: bytes) -> tuple[bytes, list[Stream]]:
    """All objects of the file as one run of bytes (those packed in object streams unpacked), and all other streams.

    Raises `CouldNotCheck` if a stream ends that was not seen to begin: what it holds would not be read.
    """
    outside, streams = split(untrusted_bytes)
    if outside.count(b"endstream") > len(streams):
        raise CouldNotCheck(name, "it is not clear where its streams begin", _ADVICE)
    packed = [stream for stream in streams if _is(stream, b"Type", b"ObjStm")]
    unpacked = [unpack(name, stream) for stream in packed]
    rest = [stream for stream in streams if stream not in packed]
    return b"\n".join([outside, *unpacked]), rest


@dataclass(frozen=True)
class Roles:
    """What the file's objects say of its streams, by object number: which draw pages, which belong to fonts."""

    pages: frozenset[int]
    programs: frozenset[int]
    maps: frozenset[int]

    @classmethod
    def of(cls, objects: bytes) -> Roles:
        """Gathered once, from every reference in `objects`."""
        found: dict[bytes, set[int]] = {b"C": set(), b"F": set(), b"T": set()}
        for match in _REFERENCE.finditer(objects):
            found[match[1][:1]].update(map(int, _REFERRED.findall(match[2])))
        return cls(frozenset(found[b"C"]), frozenset(found[b"F"]), frozenset(found[b"T"]))


def stream_channels(name: str, stream: Stream, objects: bytes, roles: Roles) -> Iterator[Channel | Embedded]:
    """What one stream says: metadata, an attached file, a picture's or a font's notes, marked content, leftovers."""
    where = f"object {stream.number}"
    if _filters(stream)[-1:] and _filters(stream)[-1] in _PHOTOGRAPH:
        yield Embedded(f"picture in {where}", "picture.jpg", unpack(name, stream))
    elif _filters(stream)[-1:] == ["JPXDecode"]:
        notes = notes_of_jpeg_2000(unpack(name, stream))
        yield from _said("metadata", f"picture's notes in {where}", strings_in(notes))
    elif is_picture(stream) and _SIZED.search(stream.dictionary):
        return  # pixels: a person looks at them
    elif _is(stream, b"Type", b"EmbeddedFile"):
        attached = f"attached file in {where}"
        yield Embedded(attached, _attached_name(stream, objects), unpack(name, stream))
    elif _is(stream, b"Type", b"Metadata"):
        yield from _said("metadata", "XMP metadata", _decoded(unpack(name, stream)))
    elif _is(stream, b"Type", b"XRef"):
        # A table of numbers; its packing is that of pictures.
        yield from _said("hidden", f"table in {where}", telling_strings(loosely_unpacked(stream)), guessed=True)
    elif _is(stream, b"Type", b"CMap") or stream.number in roles.maps:
        yield from _said("hidden", f"font's map in {where}", notes_of_map(unpack(name, stream)))
    elif stream.number in roles.programs:
        yield from channels_of_program(unpack(name, stream), where)
    else:
        yield from _content(unpack(name, stream), stream, roles)


def _content(content: bytes, stream: Stream, roles: Roles) -> Iterator[Channel]:
    """A stream that draws, or that does anything else."""
    if is_content(stream, content, roles):
        yield from _marked(content, stream.number)
    else:
        yield from _said("hidden", f"stream in object {stream.number}", strings_in(content))


def is_content(stream: Stream, content: bytes, roles: Roles) -> bool:
    """Whether the stream holds operators that draw: of a page, a form, a pattern, a sign of a font."""
    return stream.number in roles.pages or _is(stream, b"Subtype", b"Form") or _DRAWS.search(content) is not None


def is_picture(stream: Stream) -> bool:
    """Whether the stream holds pixels."""
    return _is(stream, b"Subtype", b"Image")


def plain_streams(name: str, streams: list[Stream], numbers: frozenset[int]) -> dict[int, bytes]:
    """The unpacked bytes of those `streams` that have one of the `numbers`."""
    return {stream.number: unpack(name, stream) for stream in streams if stream.number in numbers}


def _said(kind: str, where: str, text: str, *, guessed: bool = False) -> Iterator[Channel]:
    if text.strip():
        yield Channel(kind, where, text, guessed=guessed)


def _decoded(content: bytes) -> str:
    """XMP is UTF-8 nearly always, and may be UTF-16 or UTF-32."""
    for mark, encoding in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"),
                           (codecs.BOM_UTF16_BE, "utf-16"), (codecs.BOM_UTF32_BE, "utf-32")):  # fmt: skip
        if content.startswith(mark):
            return content[len(mark) if encoding == "utf-8" else 0 :].decode(encoding, "replace")
    return content.decode("utf-8", "replace") if b"\0" not in content else strings_in(content)


def loosely_unpacked(stream: Stream) -> bytes:
    """The stream's bytes as far as they unpack, whatever else its dictionary says of them."""
    try:
        return unpack("", stream)
    except CouldNotCheck:
        try:
            return zlib.decompressobj().decompress(stream.packed, LIMITS.part_bytes)
        except zlib.error:
            return stream.packed


def notes_of_jpeg_2000(untrusted_bytes: bytes) -> bytes:
    """Everything of a JPEG 2000 picture around its codestream (ISO/IEC 15444-1, annex I), and its comments."""
    before, sign, coded = untrusted_bytes.partition(b"jp2c")
    head = (coded if sign else before).partition(b"\xff\x90")[0]
    after = coded.rpartition(b"\xff\xd9")[2] if b"\xff\xd9" in coded else b""
    return b"\0".join([before if sign else b"", head, after])


def unpack(name: str, stream: Stream) -> bytes:
    """The stream's bytes with every filter but those of pixels taken off. Raises `CouldNotCheck`."""
    content = stream.packed
    if _ELSEWHERE.search(stream.dictionary) or (b"/Filter" in stream.dictionary and not _filters(stream)):
        raise CouldNotCheck(name, f"it is not clear how a stream in object {stream.number} is packed", _ADVICE)
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
    if filter_name in {"RunLengthDecode", "RL"}:
        return _run_lengths(content)
    raise KeyError(filter_name)


def _run_lengths(content: bytes) -> bytes:
    """ISO 32000-1, 7.4.5. A run grows at most 64-fold, so that the cap on files caps it."""
    out, at = bytearray(), 0
    while at + 1 < len(content) and content[at] != 128:
        length = content[at]
        if length < 128:
            out += content[at + 1 : at + 2 + length]
            at += 2 + length
        else:
            out += content[at + 1 : at + 2] * (257 - length)
            at += 2
        if len(out) > LIMITS.part_bytes:
            raise ValueError("too dense")
    return bytes(out) + content[at + 1 :]


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
