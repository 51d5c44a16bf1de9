"""A canary in every part of a PNG and a JPEG that is not pixels."""

import io
import struct
import zlib

import pytest
from PIL import Image, PngImagePlugin

from valoshka.disclosure.channels import CouldNotCheck, channels

CANARY = "Васілёк"


def found_in(name: str, content: bytes) -> str:
    return "\n".join(channel.text for channel in channels(name, content))


def png(info: PngImagePlugin.PngInfo | None = None, **kept: object) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (8, 8), "white").save(stream, "PNG", pnginfo=info, **kept)
    return stream.getvalue()


def jpeg(**kept: object) -> bytes:
    stream = io.BytesIO()
    Image.effect_noise((64, 64), 80).convert("RGB").save(stream, "JPEG", **kept)
    return stream.getvalue()


def exif(tag: int, value: object) -> bytes:
    made = Image.Exif()
    made[tag] = value
    return made.tobytes()


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


@pytest.mark.parametrize("packed", [False, True])
def test_a_canary_in_a_text_chunk_is_found(packed):
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", "Vasilyok", zip=packed)
    info.add_itxt("Author", CANARY, lang="be", zip=packed)
    assert {"Vasilyok", CANARY} <= {
        line for line in found_in("a.png", png(info)).split("\n") if "asil" in line or "ас" in line
    }


def test_a_canary_in_exif_is_found():
    assert CANARY in found_in("a.png", png(exif=exif(0x010E, CANARY.encode())))
    assert CANARY in found_in("a.jpg", jpeg(exif=exif(0x010E, CANARY.encode())))


def test_a_canary_in_windows_own_exif_field_is_found():
    assert CANARY in found_in("a.jpg", jpeg(exif=exif(0x9C9B, CANARY.encode("utf-16-le") + b"\0\0")))


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251", "utf-16-be"])
def test_a_canary_in_a_comment_is_found(encoding):
    assert CANARY in found_in("a.jpg", jpeg(comment=CANARY.encode(encoding)))


def test_a_canary_in_xmp_is_found():
    assert CANARY in found_in("a.jpg", jpeg(xmp=f"<x>{CANARY}</x>".encode()))


def test_a_canary_in_an_unknown_chunk_is_found():
    whole = png()
    end = whole.rindex(struct.pack(">I", 0) + b"IEND")
    assert CANARY in found_in("a.png", whole[:end] + chunk(b"noTe", CANARY.encode()) + whole[end:])


def test_a_canary_after_the_end_is_found():
    assert CANARY in found_in("a.png", png() + CANARY.encode())
    assert CANARY in found_in("a.jpg", jpeg() + CANARY.encode())


def test_a_canary_in_a_progressive_picture_is_found():
    assert CANARY in found_in("a.jpg", jpeg(progressive=True, comment=CANARY.encode()) + b"after")


@pytest.mark.parametrize("make", [png, jpeg])
def test_a_picture_that_breaks_off_cannot_be_checked(make):
    name = "a.png" if make is png else "a.jpg"
    whole = make()
    with pytest.raises(CouldNotCheck):
        channels(name, whole[: len(whole) // 2])


def test_notes_that_unpack_to_nonsense_cannot_be_checked():
    whole = png()
    with pytest.raises(CouldNotCheck, match="notes are damaged"):
        channels("a.png", whole[:33] + chunk(b"zTXt", b"Comment\0\0nonsense") + whole[33:])


def test_a_picture_without_notes_says_nothing():
    assert [channel.kind for channel in channels("a.png", png())] == ["name"]
