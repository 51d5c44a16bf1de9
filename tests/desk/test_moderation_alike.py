"""Equal texts, and photographs of one picture, are put beside each other; two flowers are not one."""

from __future__ import annotations

import io
import itertools

from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageOps

from valoshka.desk.moderation.alike import alike_bits, groups
from valoshka.desk.moderation.pictures import Cover, Darkroom, covered, covers_from, without_header
from valoshka.solidarity.flowers import KINDS, grow
from valoshka.solidarity.raster import pixels


def coded(picture: Image.Image, quality: int = 85) -> bytes:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=quality)
    return out.getvalue()


def apart(one: str, other: str) -> int:
    return (int(one, 16) ^ int(other, 16)).bit_count()


def test_one_picture_recoded_scaled_or_a_little_cut_is_alike_and_two_flowers_are_not():
    seeds = ("bdkmzprtvwxq", "zprtvwxqbdkm")
    flowers = [Image.fromarray(pixels(grow(seed, kind), 500)) for seed in seeds for kind in KINDS]
    darkroom = Darkroom()
    try:
        known = [darkroom.drawn(coded(flower)).alike for flower in flowers]
        for flower, alike in zip(flowers, known, strict=True):
            again = (coded(flower, 30), coded(flower.resize((250, 312))), coded(ImageOps.crop(flower, 4)))
            assert max(apart(alike, darkroom.drawn(each).alike) for each in again) <= alike_bits()
    finally:
        darkroom.close()
    assert min(apart(one, other) for one, other in itertools.combinations(known, 2)) > alike_bits()


def test_neither_empty_words_nor_missing_hashes_make_a_group():
    assert groups({"a": "", "b": "", "c": "!!"}, {"a": "", "b": "", "c": "zz"}) == {}


@given(
    st.dictionaries(st.text("abcdef", min_size=1, max_size=3), st.sampled_from(["Дзякуй!", "дзякуй", "Hold on", ""]))
)
def test_a_group_is_the_same_from_wherever_one_looks(words):
    found = groups(words, {})
    assert all(id_ in group and found[other] == group for id_, group in found.items() for other in group)
    assert all(len({words[each].casefold().strip("!") for each in group}) == 1 for group in found.values())


edges = st.integers(0, 1000)


@given(edges, edges, st.integers(1, 1000), st.integers(1, 1000))
def test_nothing_shows_under_a_cover(left, top, wide, high):
    (cover,) = covers_from([[left, top, wide, high]])
    white = coded(Image.new("RGB", (64, 48), "white"), 100)
    shown = Image.open(io.BytesIO(covered(white, [cover])))
    for x, y in itertools.product(range(64), range(48)):
        if _inside(cover, x, y):
            assert shown.getpixel((x, y))[0] < 170


def _inside(cover: Cover, x: int, y: int) -> bool:
    """Whether the whole of a pixel lies below the cover."""
    left, top, wide, high = cover
    across = left * 64 <= x * 1000 and (x + 1) * 1000 <= (left + wide) * 64
    return across and top * 48 <= y * 1000 and (y + 1) * 1000 <= (top + high) * 48


def test_a_picture_without_its_header_is_the_same_picture():
    whole = coded(Image.linear_gradient("L").convert("RGB"))
    bare = without_header(whole)
    assert b"JFIF" not in bare
    with Image.open(io.BytesIO(whole)) as one, Image.open(io.BytesIO(bare)) as other:
        assert one.tobytes() == other.tobytes()
