"""Every place of a PNG, JPEG or WebP file in which a name can travel beside the pixels."""

# ruff: noqa: E501 - one place a line, whole, is easier to read than a pattern broken in three

from __future__ import annotations

import io
import struct
import zlib
from typing import TYPE_CHECKING

from PIL import Image, PngImagePlugin

if TYPE_CHECKING:
    from collections.abc import Callable

    Maker = Callable[[str], bytes]

_PNG_HEAD = 33  # signature and IHDR


def _noise() -> Image.Image:
    return Image.linear_gradient("L").resize((48, 48)).convert("RGB")


def _saved(kind: str, **kept: object) -> bytes:
    stream = io.BytesIO()
    _noise().save(stream, kind, **kept)
    return stream.getvalue()


def _exif(tag: int, value: object, directory: int | None = None) -> bytes:
    made = Image.Exif()
    if directory is None:
        made[tag] = value
    else:
        made.get_ifd(directory)[tag] = value
    return made.tobytes()


def _xmp(words: str) -> bytes:
    return (
        "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
        f"<rdf:Description xmlns:dc='http://purl.org/dc/elements/1.1/' dc:source='x'><dc:creator>{words}</dc:creator>"
        "</rdf:Description></rdf:RDF></x:xmpmeta>"
    ).encode()


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _with_chunk(kind: bytes, body: bytes) -> bytes:
    plain = _saved("PNG")
    return plain[:_PNG_HEAD] + chunk(kind, body) + plain[_PNG_HEAD:]


def png_with_text(words: str) -> bytes:
    return _with_chunk(b"iTXt", b"Author\0\0\0\0\0" + words.encode())


def _in_profile(words: str) -> bytes:
    described = b"desc\0\0\0\0" + struct.pack(">I", len(words.encode())) + words.encode()
    return b"\0" * 128 + described + words.encode("utf-16-be")


def _behind_pixels(words: str) -> bytes:
    plain = _saved("PNG")
    at = plain.index(b"IDAT") - 4
    length = int.from_bytes(plain[at : at + 4])
    body = plain[at + 8 : at + 8 + length] + words.encode()
    return plain[:at] + chunk(b"IDAT", body) + plain[at + 12 + length :]


def _animated(kind: str, words: str) -> bytes:
    stream = io.BytesIO()
    notes = PngImagePlugin.PngInfo()
    notes.add_itxt("Comment", words)
    kept = {"pnginfo": notes} if kind == "PNG" else {"xmp": _xmp(words)}
    _noise().save(stream, kind, save_all=True, append_images=[_noise().rotate(90)], **kept)
    return stream.getvalue()


IN_PNG: dict[str, Maker] = {
    "tEXt": lambda words: _with_chunk(b"tEXt", b"Author\0" + words.encode("cp1251")),
    "tEXt keyword": lambda words: _with_chunk(b"tEXt", words.encode() + b"\0x"),
    "zTXt": lambda words: _with_chunk(b"zTXt", b"Author\0\0" + zlib.compress(words.encode())),
    "iTXt": png_with_text,
    "iTXt, packed": lambda words: _with_chunk(b"iTXt", b"Author\0\1\0be\0\0" + zlib.compress(words.encode())),
    "iTXt language and keyword": lambda words: _with_chunk(b"iTXt", b"A\0\0\0be\0" + words.encode() + b"\0x"),
    "XMP": lambda words: _with_chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + _xmp(words)),
    "raw profile in hexadecimal": lambda words: _with_chunk(
        b"tEXt", b"Raw profile type iptc\0\niptc\n  99\n" + words.encode().hex().encode()
    ),
    "eXIf": lambda words: _with_chunk(b"eXIf", _exif(0x010E, words.encode())),
    "colour profile": lambda words: _with_chunk(b"iCCP", b"x\0\0" + zlib.compress(_in_profile(words))),
    "colour profile's name": lambda words: _with_chunk(b"iCCP", words.encode() + b"\0\0" + zlib.compress(b"x")),
    "suggested palette": lambda words: _with_chunk(b"sPLT", words.encode() + b"\0\x08"),
    "palette": lambda words: _with_chunk(b"PLTE", words.encode().ljust(96, b"\0")),
    "histogram": lambda words: _with_chunk(b"hIST", words.encode().ljust(96, b"\0")),
    "private chunk": lambda words: _with_chunk(b"prVt", words.encode()),
    "private chunk in UTF-16": lambda words: _with_chunk(b"prVt", words.encode("utf-16-le")),
    "animation": lambda words: _animated("PNG", words),
    "behind the pixels": _behind_pixels,
    "after the end": lambda words: _saved("PNG") + words.encode(),
    "second picture after the end": lambda words: _saved("PNG") + _with_chunk(
        b"zTXt", b"A\0\0" + zlib.compress(words.encode())
    ),
    "packed after the end": lambda words: _saved("PNG") + zlib.compress(words.encode() * 9),
    "chunk after the end": lambda words: _saved("PNG") + chunk(b"tEXt", b"A\0" + words.encode()),
}  # fmt: skip


def jpeg_with_comment(words: str) -> bytes:
    return _saved("JPEG", comment=words.encode())


def _segment(marker: int, *bodies: bytes) -> bytes:
    plain = _saved("JPEG")
    made = b"".join(b"\xff" + bytes([marker]) + struct.pack(">H", len(body) + 2) + body for body in bodies)
    return plain[:2] + made + plain[2:]


def _in_halves(words: str) -> bytes:
    whole = _xmp(words)
    at = whole.index(words.encode()) + len(words.encode()) // 2
    at -= whole[at] & 0xC0 == 0x80  # an honest writer parts bytes, not letters; a gate has to bear either
    head = b"http://ns.adobe.com/xmp/extension/\0" + b"0" * 32 + struct.pack(">I", len(whole))
    bodies = (head + struct.pack(">I", 0) + whole[:at], head + struct.pack(">I", at) + whole[at:])
    return _segment(0xE1, *bodies)


def _thumbnail(words: str) -> bytes:
    inner = io.BytesIO()
    _noise().resize((16, 16)).save(inner, "JPEG", comment=words.encode())
    return _segment(0xE1, b"Exif\0\0II*\0\x08\0\0\0\0\0\0\0\0\0" + inner.getvalue())


def _place(words: str) -> bytes:
    """A field of the GPS directory."""
    return _segment(0xE1, b"Exif\0\0" + _exif(0x001B, b"UNICODE\0" + words.encode("utf-16-le"), 0x8825))


IN_JPEG: dict[str, Maker] = {
    "comment": jpeg_with_comment,
    "comment in Windows-1251": lambda words: _segment(0xFE, words.encode("cp1251")),
    "EXIF description": lambda words: _saved("JPEG", exif=_exif(0x010E, words.encode())),
    "EXIF artist": lambda words: _saved("JPEG", exif=_exif(0x013B, words.encode())),
    "EXIF owner": lambda words: _saved("JPEG", exif=_exif(0xA430, words.encode(), 0x8769)),
    "EXIF user comment": lambda words: _saved(
        "JPEG", exif=_exif(0x9286, b"UNICODE\0" + words.encode("utf-16-le"), 0x8769)
    ),
    "EXIF fields of Windows": lambda words: _saved("JPEG", exif=_exif(0x9C9D, words.encode("utf-16-le") + b"\0\0")),
    "EXIF maker's note": lambda words: _saved("JPEG", exif=_exif(0x927C, words.encode(), 0x8769)),
    "EXIF place": _place,
    "EXIF thumbnail": _thumbnail,
    "XMP": lambda words: _segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + _xmp(words)),
    "XMP in two halves": _in_halves,
    "IPTC": lambda words: _segment(
        0xED, b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x10\x1c\x02\x50" + struct.pack(">H", len(words.encode())) + words.encode()
    ),
    "colour profile": lambda words: _segment(0xE2, b"ICC_PROFILE\0\1\1" + _in_profile(words)),
    "application segment": lambda words: _segment(0xEB, words.encode()),
    "JFIF extension": lambda words: _segment(0xE0, b"JFXX\0\x10" + words.encode()),
    "second picture": lambda words: _saved("JPEG") + _saved("JPEG", comment=words.encode()),
    "film after the end": lambda words: _saved("JPEG") + b"\0\0\0\x18ftypmp42" + zlib.compress(words.encode() * 9),
    "after the end": lambda words: _saved("JPEG") + words.encode(),
    "after the end in UTF-16": lambda words: _saved("JPEG") + words.encode("utf-16-le"),
    "quantisation table nobody uses": lambda words: _segment(0xDB, b"\x03" + words.encode()[:64].ljust(64, b"\x01")),
    "progressive picture's comment": lambda words: _saved("JPEG", progressive=True, comment=words.encode()),
}  # fmt: skip


def webp_with_xmp(words: str) -> bytes:
    return _saved("WEBP", xmp=_xmp(words))


def _riff(*chunks: tuple[bytes, bytes], after: bytes = b"") -> bytes:
    plain = _saved("WEBP")
    body = plain[12:] + b"".join(
        kind + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2) for kind, content in chunks
    )
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body + after


IN_WEBP: dict[str, Maker] = {
    "EXIF": lambda words: _saved("WEBP", exif=_exif(0x010E, words.encode())),
    "XMP": webp_with_xmp,
    "colour profile": lambda words: _saved("WEBP", icc_profile=_in_profile(words)),
    "private chunk": lambda words: _riff((b"note", words.encode())),
    "animation": lambda words: _animated("WEBP", words),
    "frame's chunk": lambda words: _riff((b"ANMF", b"\0" * 16 + b"note" + struct.pack("<I", 99) + words.encode())),
    "after the end": lambda words: _riff(after=words.encode()),
}


def _other(kind: str, **kept: object) -> bytes:
    return _saved(kind, **kept)


# Pictures that we do not read: a sentence and exit code 2 is right for them.
IN_OTHER_PICTURES: dict[str, tuple[str, Maker]] = {
    "GIF comment": ("gif", lambda words: _other("GIF", comment=words.encode())),
    "TIFF description": ("tiff", lambda words: _other("TIFF", description=words)),
    "BMP, after the end": ("bmp", lambda words: _other("BMP") + words.encode()),
    "HEIC": ("heic", lambda words: b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + words.encode()),
    "AVIF": ("avif", lambda words: b"\0\0\0\x18ftypavif\0\0\0\0mif1avif" + words.encode()),
    "ICO": ("ico", lambda words: b"\0\0\1\0\1\0" + words.encode()),
    "PSD": ("psd", lambda words: b"8BPS\0\1" + words.encode()),
}
