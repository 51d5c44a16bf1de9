"""Whatever is uploaded: nothing but pixels comes through, and nothing breaks."""

from __future__ import annotations

import importlib.util
import io
import struct
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from valoshka.square.limits import limits
from valoshka.square.refusals import NotTaken
from valoshka.square.studio.pool import Studio

_SPEC = importlib.util.spec_from_file_location("hostile_pictures", Path(__file__).with_name("hostile_pictures.py"))
assert _SPEC
assert _SPEC.loader
made = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(made)

GOOD = dict(made.good_ones())
CARRYING = dict(made.with_metadata())
REFUSED = {name: (content, code) for name, content, code in made.no_pictures()}
BROKEN = dict(made.broken_ones())
# What a JPEG needs to be drawn, and the JFIF header: sizes and tables, no word.
DRAWING = {0xE0, 0xDB, 0xC0, 0xC4, 0xDA}


@pytest.fixture(scope="module")
def studio():
    found = Studio(1)
    yield found
    found.close()


def segments(jpeg: bytes) -> list[int]:
    """The markers of a baseline JPEG, checked to its last byte."""
    found, at = [], 2
    assert jpeg[:2] == b"\xff\xd8"
    while (marker := jpeg[at + 1]) != 0xDA:
        assert jpeg[at] == 0xFF
        found.append(marker)
        at += 2 + struct.unpack_from(">H", jpeg, at + 2)[0]
    assert jpeg.index(b"\xff\xd9", at) == len(jpeg) - 2
    return [*found, 0xDA]


def assert_only_pixels(jpeg: bytes) -> None:
    assert set(segments(jpeg)) <= DRAWING
    assert jpeg[2:20] == b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    assert made.MARK not in jpeg
    with Image.open(io.BytesIO(jpeg)) as opened:
        assert opened.mode == "RGB"
        assert max(opened.size) <= 1600
        assert not opened.getexif()


def drawn_or_refused(studio: Studio, untrusted: bytes) -> str:
    """ "drawn", after a look at what was, or the code of the refusal."""
    try:
        drawn = studio.redraw(untrusted)
    except NotTaken as told:
        return told.code
    assert_only_pixels(drawn.jpeg)
    return "drawn"


def test_there_are_more_than_200_of_them():
    assert len(GOOD) + len(CARRYING) + len(REFUSED) + len(BROKEN) > 200


@pytest.mark.parametrize("name", GOOD)
def test_odd_but_honest_pictures_are_drawn(studio, name):
    assert_only_pixels(studio.redraw(GOOD[name]).jpeg)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WebP"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_is_turned_as_its_camera_said(studio, form, orientation):
    with Image.open(io.BytesIO(studio.redraw(GOOD[f"{form}, orientation {orientation}"]).jpeg)) as drawn:
        assert drawn.size == ((64, 96) if orientation >= 5 else (96, 64))
        corners = {1: (0, 0), 2: (1, 0), 3: (1, 1), 4: (0, 1), 5: (0, 0), 6: (1, 0), 7: (1, 1), 8: (0, 1)}
        across, down = corners[orientation]
        red, green, blue = drawn.getpixel((across * (drawn.width - 5) + 2, down * (drawn.height - 5) + 2))
    assert red > 200
    assert max(green, blue) < 60


@pytest.mark.parametrize("name", CARRYING)
def test_no_word_beside_the_pixels_comes_through(studio, name):
    assert drawn_or_refused(studio, CARRYING[name]) in {"drawn", "not_a_picture"}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_picture_is_refused_with_its_code(studio, name):
    content, code = REFUSED[name]
    with pytest.raises(NotTaken) as told:
        studio.redraw(content)
    assert told.value.code == code


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_picture_is_drawn_or_refused(studio, name):
    assert drawn_or_refused(studio, BROKEN[name]) in {"drawn", "not_a_picture", "too_large"}


def test_sixteen_bits_a_pixel_are_not_clipped_to_white(studio):
    with Image.open(io.BytesIO(studio.redraw(made.saved(Image.new("I;16", (40, 40), 32768), "PNG")).jpeg)) as drawn:
        assert 120 < drawn.getpixel((20, 20))[0] < 136


def test_what_is_clear_is_drawn_on_paper(studio):
    clear = made.saved(Image.new("RGBA", (40, 40), (0, 0, 0, 0)), "PNG")
    with Image.open(io.BytesIO(studio.redraw(clear).jpeg)) as drawn:
        assert min(drawn.getpixel((20, 20))) > 240


def test_a_photograph_keeps_its_hash_when_it_is_scaled_and_recoded(studio):
    photo = made.scene(1200, 800)
    one = studio.redraw(made.saved(photo, "JPEG", quality=95)).alike
    other = studio.redraw(made.saved(photo.resize((600, 400)), "WEBP", quality=60)).alike
    third = studio.redraw(made.saved(photo.rotate(180), "JPEG")).alike

    def apart(a: str, b: str) -> int:
        return (int(a, 16) ^ int(b, 16)).bit_count()

    assert len(one) == 64
    assert apart(one, other) < 40 < apart(one, third)


def test_a_process_that_ends_is_replaced():
    studio = Studio(1)
    good = GOOD["JPEG, progressive"]
    first = studio.redraw(good)
    (working,) = studio._idle.queue
    working._child.kill()
    working._child.wait()
    assert studio.redraw(good) == first
    studio.close()


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_a_process_that_draws_can_open_no_file_and_no_connection():
    studio = Studio(1)
    studio.redraw(GOOD["JPEG, progressive"])
    (working,) = studio._idle.queue
    caps = Path(f"/proc/{working._child.pid}/limits").read_text()
    for name in ("Max open files", "Max file size", "Max core file size", "Max processes"):
        line = next(line for line in caps.splitlines() if line.startswith(name))
        assert line.removeprefix(name).split()[:2] == ["0", "0"]
    studio.close()


def test_none_of_them_ends_the_process_that_draws():
    studio = Studio(1, replace(limits(), studio_lifetime=10_000))
    studio.redraw(GOOD["JPEG, progressive"])
    (working,) = studio._idle.queue
    everything = [*GOOD.values(), *CARRYING.values(), *BROKEN.values(), *(content for content, _ in REFUSED.values())]
    answers = [drawn_or_refused(studio, untrusted) for untrusted in everything]
    assert list(studio._idle.queue) == [working]
    assert working._child.poll() is None
    assert answers.count("drawn") > 100
    studio.close()


def test_most_pictures_that_carry_words_are_drawn_without_them(studio):
    drawn = [drawn_or_refused(studio, untrusted) == "drawn" for untrusted in CARRYING.values()]
    assert sum(drawn) > len(drawn) * 0.9
