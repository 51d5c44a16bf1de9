"""Cards of each size, from flowers and photos."""

from __future__ import annotations

import io

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from valoshka.errors import Refused
from valoshka.solidarity.cards.layouts import LAYOUTS, PALETTES
from valoshka.solidarity.cards.panel import panel
from valoshka.solidarity.cards.server import flower_card, photo_card, photo_cards
from valoshka.solidarity.cards.words import Words
from valoshka.solidarity.flowers import grow

SHORT = Words("You are not alone.", "StandWithBelarus", "@example")
ARABIC = Words("لستم وحدكم.", "StandWithBelarus", "@example", "ar", right_to_left=True)


def photo(width: int = 1600, height: int = 1200, colour: tuple[int, int, int] = (200, 30, 40)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(out, "JPEG", comment=b"canary", quality=95)
    return out.getvalue()


def opened(jpeg: bytes) -> Image.Image:
    assert b"canary" not in jpeg
    assert len(jpeg) < 950_000
    return Image.open(io.BytesIO(jpeg))


@pytest.mark.parametrize("size", LAYOUTS)
@pytest.mark.parametrize("words", [SHORT, ARABIC], ids=["ltr", "rtl"])
def test_a_card_has_its_size_and_nothing_but_pixels(size, words):
    for made in (flower_card(grow("minsk-1"), words, size), photo_card(photo(), words, size)):
        card = opened(made)
        assert card.size == (LAYOUTS[size].width, LAYOUTS[size].height)
        assert card.mode == "RGB"
        assert set(card.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


@pytest.mark.parametrize("size", LAYOUTS)
@pytest.mark.parametrize("shape", [(4000, 300), (300, 4000), (1080, 1350), (7, 5)], ids=str)
def test_a_photo_of_any_shape_fills_its_place(size, shape):
    card = np.asarray(opened(photo_card(photo(*shape), SHORT, size)), dtype=int)
    said = panel(size, SHORT, "paper")
    height = LAYOUTS[size].height if LAYOUTS[size].picture else LAYOUTS[size].height - said.height
    zone = card[:height, : LAYOUTS[size].picture or LAYOUTS[size].width]
    # The row and the column where a JPEG's blocks mix with the panel beside them do not count.
    assert np.abs(zone[:-8, :-8] - (200, 30, 40)).max() < 12


@pytest.mark.parametrize("size", LAYOUTS)
def test_right_to_left_a_picture_beside_the_words_stands_at_the_right(size):
    layout = LAYOUTS[size]
    card = np.asarray(opened(photo_card(photo(), ARABIC, size)), dtype=int)
    assert np.abs(card[40, layout.width - 40] - (200, 30, 40)).max() < 12
    assert (np.abs(card[40, 40] - (200, 30, 40)).max() < 12) == (not layout.picture)


@settings(max_examples=25, deadline=None)
@given(
    st.text(st.characters(codec="cp1251", exclude_categories=["Cc", "Cf", "So"]), min_size=1, max_size=500),
    st.sampled_from(sorted(LAYOUTS)),
)
def test_no_message_of_five_hundred_signs_overflows(message, size):
    words = Words(message, "StandWithBelarus")
    layout, said = LAYOUTS[size], panel(size, words, "paper")
    assert said.width == layout.width - layout.picture
    assert said.height == layout.height if layout.picture else said.height < layout.safe[1] - layout.safe[0] - 250
    ground = tuple(int(PALETTES["paper"]["ground"][i : i + 2], 16) for i in (1, 3, 5))
    # Nothing is drawn in the margins, of which the lowest is there for the story's buttons, too.
    inside = np.asarray(said)
    edges = [inside[:, :40], inside[:, -40:], inside[:14], inside[-14:]]
    assert all((edge == ground).all() for edge in edges)


@pytest.mark.parametrize(
    "wide", ["Щ" * 500, "W" * 500, "Ы " * 250, "ш\n" * 250, "ض" * 500, "—" * 500], ids=lambda text: text[0]
)
@pytest.mark.parametrize("size", LAYOUTS)
def test_not_even_the_widest_letters_overflow(size, wide):
    said = np.asarray(panel(size, Words(wide, "StandWithBelarus"), "paper"), dtype=int)
    ground = np.array([int(PALETTES["paper"]["ground"][i : i + 2], 16) for i in (1, 3, 5)])
    assert (said[:, :40] == ground).all()
    assert (said[:, -40:] == ground).all()


def test_all_sizes_of_a_photo_together_are_what_they_are_one_by_one():
    together = photo_cards(photo(), SHORT)
    assert set(together) == set(LAYOUTS)
    for size, jpeg in together.items():
        alone = np.asarray(opened(photo_card(photo(), SHORT, size)), dtype=int)
        assert np.abs(np.asarray(opened(jpeg), dtype=int) - alone).mean() < 1


def test_typst_prints_its_own_commands_instead_of_obeying_them():
    plain = panel("portrait", Words('#read("/etc/passwd") $x$ *b* // c', "A"), "paper")
    assert plain.height < 700


def test_emoji_are_left_out_and_letters_without_a_font_are_refused():
    assert (
        panel("square", Words("Not alone 🌼", "A"), "ink").tobytes()
        == panel("square", Words("Not alone", "A"), "ink").tobytes()
    )
    with pytest.raises(Refused, match=r"U\+8475"):
        panel("square", Words("葵", "A"), "ink")


def test_a_long_hashtag_shrinks_and_a_handle_without_room_is_left_out():
    long = panel("link", Words("Not alone.", "A" * 60, "@example"), "paper")
    assert long.tobytes() == panel("link", Words("Not alone.", "A" * 60), "paper").tobytes()
    assert (np.asarray(long)[:, -40:] == np.asarray(long)[0, 0]).all()


@pytest.mark.parametrize(("size", "palette"), [("poster", "paper"), ("square", "neon")])
def test_an_unknown_size_or_palette_is_refused(size, palette):
    with pytest.raises(Refused, match="no such card"):
        flower_card(grow("minsk-1"), SHORT, size, palette)


@pytest.mark.parametrize("broken", [b"", b"GIF89a", photo()[:400]], ids=["empty", "gif", "cut"])
def test_what_is_no_whole_jpeg_is_refused(broken):
    with pytest.raises(Refused, match="no whole JPEG"):
        photo_card(broken, SHORT)
