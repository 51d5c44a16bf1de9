from __future__ import annotations

import struct
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageOps, PngImagePlugin

from valoshka.briefing.orientation import orientation
from valoshka.briefing.pictures import LARGEST, load
from valoshka.briefing.redrawing import redraw
from valoshka.errors import Refused

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="40" height="20">{}</svg>'
CANARY = "Prydumanaja-canary-7731"


def png(**keys: str) -> bytes:
    written, notes = BytesIO(), PngImagePlugin.PngInfo()
    for key, text in keys.items():
        notes.add_itxt(key, text)
    Image.new("RGB", (40, 20), "#3B57C4").save(written, "PNG", pnginfo=notes)
    return written.getvalue()


def jpeg() -> bytes:
    written = BytesIO()
    picture = Image.new("RGB", (40, 20), "#3B57C4")
    exif = picture.getexif()
    exif[0x010E] = CANARY
    picture.save(written, "JPEG", exif=exif, comment=CANARY.encode())
    return written.getvalue()


@pytest.mark.parametrize(
    ("kind", "untrusted"),
    [
        ("image/png", png(Comment=CANARY)),
        ("image/jpeg", jpeg()),
        ("image/svg+xml", SVG.format(f"<!-- {CANARY} --><desc>{CANARY}</desc><circle r='9'/>").encode()),
    ],
)
def test_only_pixels_pass(kind, untrusted):
    assert CANARY.encode() in untrusted
    redrawn = redraw(untrusted, kind)
    assert CANARY.encode() not in redrawn
    chunks, at = set(), 8
    while at < len(redrawn):
        length = struct.unpack(">I", redrawn[at : at + 4])[0]
        chunks.add(redrawn[at + 4 : at + 8])
        at += 12 + length
    assert chunks <= {b"IHDR", b"IDAT", b"IEND", b"pHYs", b"sRGB", b"gAMA"}


def test_a_photo_keeps_its_colour_and_shape():
    redrawn = Image.open(BytesIO(redraw(png(), "image/png"))).convert("RGB")
    assert abs(redrawn.width - 2 * redrawn.height) <= 1
    assert redrawn.getpixel((redrawn.width // 2, redrawn.height // 2)) == (0x3B, 0x57, 0xC4)


@pytest.mark.parametrize("value", range(1, 9))
def test_a_photo_taken_sideways_is_set_upright(value):
    picture = Image.new("RGB", (48, 24), "white")
    picture.paste("#A63A2B", (0, 0, 24, 12))
    exif = picture.getexif()
    exif[0x0112] = value
    written = BytesIO()
    picture.save(written, "JPEG", exif=exif, quality=95)
    expected = ImageOps.exif_transpose(Image.open(BytesIO(written.getvalue())))
    redrawn = Image.open(BytesIO(redraw(written.getvalue(), "image/jpeg"))).convert("RGB")
    assert (redrawn.width > redrawn.height) == (expected.width > expected.height)
    for across in (1, 3):
        for down in (1, 3):
            wanted = expected.getpixel((expected.width * across // 4, expected.height * down // 4))
            found = redrawn.getpixel((redrawn.width * across // 4, redrawn.height * down // 4))
            assert all(abs(one - other) < 12 for one, other in zip(wanted, found, strict=True))


@given(st.binary(max_size=200))
def test_any_photo_header_has_some_orientation(noise):
    assert 1 <= orientation(b"\xff\xd8\xff\xe1\x00\x80Exif\0\0" + noise) <= 8


def test_the_same_picture_is_redrawn_to_the_same_bytes():
    redraw.cache_clear()
    first = redraw(png(), "image/png")
    redraw.cache_clear()
    assert redraw(png(), "image/png") == first


@pytest.mark.parametrize(
    "inside",
    [
        "<script>1</script>",
        '<image href="/etc/hostname.png"/>',
        '<image xlink:href="http://example.org/a.png"/>',
        '<use href="file:///etc/passwd#a"/>',
        '<rect onload="a()"/>',
        "<foreignObject/>",
        '<style>@import "a.css"</style>',
        '<rect style="fill: url(http://example.org/a)"/>',
    ],
)
def test_an_svg_that_fetches_or_runs_is_refused(tmp_path, inside):
    (tmp_path / "a.svg").write_text(SVG.format(inside))
    with pytest.raises(Refused, match="plain SVG"):
        load(tmp_path, "a.svg")


def test_an_svg_with_an_entity_is_refused(tmp_path):
    (tmp_path / "a.svg").write_text('<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.format("&a;"))
    with pytest.raises(Refused, match="entity"):
        load(tmp_path, "a.svg")


def test_a_picture_from_elsewhere_is_refused(tmp_path):
    (tmp_path / "plan").mkdir()
    (tmp_path / "secret.png").write_bytes(png())
    (tmp_path / "plan" / "link.png").symlink_to(tmp_path / "secret.png")
    for name in ("../secret.png", str(tmp_path / "secret.png"), "link.png"):
        with pytest.raises(Refused, match="outside the plan's folder"):
            load(tmp_path / "plan", name)


def test_a_bomb_a_stub_and_a_stranger_are_refused(tmp_path):
    bomb = bytearray(png())
    bomb[16:24] = struct.pack(">II", 60_000, 60_000)
    for content, told in (
        (bytes(bomb), "60000 x 60000 pixels"),
        (png()[:12], "cut short"),
        (b"\xff\xd8\xff\xe0\x00", "damaged"),
        (b"GIF89a", "not a PNG, JPEG or SVG"),
        (b"\x89PNG\r\n\x1a\n" + bytes(LARGEST), "larger than 10 MB"),
        (b"", "not a PNG"),
    ):
        (tmp_path / "a.png").write_bytes(content)
        with pytest.raises(Refused) as refusal:
            load(tmp_path, "a.png")
        assert told in str(refusal.value)


def test_a_folder_and_a_missing_file_are_refused(tmp_path):
    for name in (".", "none.png"):
        with pytest.raises(Refused, match="no such picture"):
            load(tmp_path, name)


def test_a_picture_with_a_broken_middle_is_refused_and_not_left_out():
    broken = bytearray(png())
    broken[45:60] = bytes(15)
    with pytest.raises(Refused, match="could not be drawn"):
        redraw(bytes(broken), "image/png")


def test_a_picture_under_a_false_name_is_known_by_its_content(tmp_path):
    (tmp_path / "a.png").write_bytes(jpeg())
    assert load(tmp_path, "a.png")[1] == "image/jpeg"
