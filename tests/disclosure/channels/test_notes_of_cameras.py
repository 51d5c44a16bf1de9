"""Where a photograph was taken, and the small copy of itself that it carries. Places and names are invented."""

from __future__ import annotations

import io

import docx
import pytest
from docx.shared import Cm
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, TiffImagePlugin

from valoshka.disclosure.channels import channels
from valoshka.disclosure.channels.exif import PLACE, channels_of_exif
from valoshka.disclosure.checking import check
from valoshka.disclosure.lookout import Lookout


def rational(number: float) -> TiffImagePlugin.IFDRational:
    return TiffImagePlugin.IFDRational(round(number * 100), 100)


def notes(*, place: bool = True) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0131] = "firmware 1.0"
    if place:
        gps = exif.get_ifd(0x8825)
        gps[1], gps[2] = "N", (rational(53), rational(54), rational(6))
        gps[3], gps[4] = "E", (rational(27), rational(33), rational(36))
    return exif


def photograph(kind: str = "JPEG", **kept: object) -> bytes:
    stream = io.BytesIO()
    Image.linear_gradient("L").resize((32, 32)).convert("RGB").save(stream, kind, **kept)
    return stream.getvalue()


def rules(name: str, content: bytes) -> dict[str, str]:
    return {finding.rule: finding.tier for finding in check(name, content, Lookout.over([], "public")).findings}


@pytest.mark.parametrize(("kind", "name"), [("JPEG", "a.jpg"), ("PNG", "a.png"), ("WEBP", "a.webp")])
def test_a_photograph_that_says_where_it_was_taken_must_go(kind, name):
    content = photograph(kind, exif=notes())
    assert rules(name, content)["picture_place"] == "block"
    [told] = [each.text for each in channels(name, content) if each.where.endswith(PLACE) and not each.reading]
    assert told == "53.901667, 27.560000"


def test_a_photograph_without_a_place_is_only_looked_at():
    assert "picture_place" not in rules("a.jpg", photograph(exif=notes(place=False)))


def test_a_place_in_xmp_is_found():
    packet = b'<x:xmpmeta><rdf:Description exif:GPSLatitude="53,54.1N" exif:GPSLongitude="27,33.6E"/></x:xmpmeta>'
    assert rules("a.jpg", photograph(xmp=packet))["picture_place"] == "block"


def test_a_small_copy_is_told_and_read():
    small = photograph(comment="Васілёк".encode())
    head = b"Exif\0\0II*\0\x08\0\0\0" + b"\0\0" + (14).to_bytes(4, "little")
    entries = b"".join(
        tag.to_bytes(2, "little") + b"\4\0\1\0\0\0" + value.to_bytes(4, "little")
        for tag, value in ((0x0201, 44), (0x0202, len(small)))
    )
    exif = head + b"\2\0" + entries + b"\0\0\0\0" + small
    content = photograph(exif=exif)
    assert rules("a.jpg", content)["picture_within"] == "review"
    assert any("Васілёк" in each.text for each in channels("a.jpg", content))


def test_a_photograph_within_a_document_is_read_too():
    document, stream = docx.Document(), io.BytesIO()
    document.add_picture(io.BytesIO(photograph(exif=notes())))
    document.save(stream)
    assert rules("a.docx", stream.getvalue())["picture_place"] == "block"


def test_a_cropped_picture_is_a_doubt_and_a_whole_one_is_not():
    for crop, expected in ((0, False), (25_000, True)):
        document, stream = docx.Document(), io.BytesIO()
        shape = document.add_picture(io.BytesIO(photograph()), width=Cm(4))
        cut = shape._inline.graphic.graphicData.pic.blipFill.makeelement(
            "{http://schemas.openxmlformats.org/drawingml/2006/main}srcRect", {"l": str(crop), "r": "0"}
        )
        shape._inline.graphic.graphicData.pic.blipFill.insert(1, cut)
        document.save(stream)
        assert ("picture_cropped" in rules("a.docx", stream.getvalue())) is expected


@given(st.binary(max_size=200), st.sampled_from([b"II*\0", b"MM\0*"]))
def test_a_broken_block_breaks_nothing(rest, order):
    assert len(list(channels_of_exif(b"Exif\0\0" + order + rest))) <= 3
