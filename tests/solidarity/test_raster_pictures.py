"""Pixels of flowers, whole and in part, and the files made of them."""

from __future__ import annotations

import io

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from valoshka.errors import Refused
from valoshka.solidarity.flowers import KINDS, grow
from valoshka.solidarity.raster import jpeg, pixels, png, webp


@pytest.mark.parametrize("kind", KINDS)
def test_the_paper_is_exactly_the_papers_colour(kind):
    flower = grow("minsk-1", kind)
    corner = pixels(flower, 96)[0, 0]
    assert corner.tobytes().hex() == flower.paper


@given(st.sampled_from(KINDS), st.text("abc123", max_size=8))
@settings(max_examples=8, deadline=None)
def test_a_part_is_cut_from_the_whole(kind, seed):
    flower = grow(seed, kind)
    whole, part = pixels(flower, 400), pixels(flower, 100, (1000, 2000, 2000, 3000))
    assert np.abs(whole[200:300, 100:200].astype(int) - part).mean() < 0.5


def test_the_same_seed_gives_the_same_pixels():
    assert np.array_equal(pixels(grow("minsk-1"), 200), pixels(grow("minsk-1"), 200))


def test_a_png_keeps_every_pixel():
    drawn = pixels(grow("minsk-1"), 96)
    assert np.array_equal(np.asarray(Image.open(io.BytesIO(png(drawn)))), drawn)


@pytest.mark.parametrize("encoded", [png, jpeg, webp])
def test_a_picture_carries_no_metadata(encoded):
    picture = Image.open(io.BytesIO(encoded(pixels(grow("minsk-1"), 96))))
    assert set(picture.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "loop", "background"}
    assert not picture.getexif()


def test_a_card_sized_jpeg_is_lighter_than_950_kilobytes():
    assert all(len(jpeg(pixels(grow("minsk-1", kind), 1080))) < 950_000 for kind in KINDS)


@pytest.mark.parametrize(
    ("width", "box"),
    [(0, None), (-1, None), (8001, None), (96, (0, 0, 0, 100)), (96, (50, 80, 100, 80)), (96, (9, 0, 3, 9))],
)
def test_a_picture_without_a_size_is_refused(width, box):
    with pytest.raises(Refused, match="Choose another width or part"):
        pixels(grow("minsk-1"), width, box)
