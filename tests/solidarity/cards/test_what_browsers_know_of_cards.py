"""The browser's copies of the YAML, and its card's letters."""

from __future__ import annotations

from importlib import resources
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from valoshka.own_yaml import own_yaml
from valoshka.solidarity.cards import web_fonts
from valoshka.solidarity.cards.generating import generated
from valoshka.solidarity.cards.layouts import LAYOUTS, PALETTES

JS = Path(str(resources.files("valoshka.solidarity").joinpath("site", "js")))


@pytest.mark.parametrize("name", sorted(generated()))
def test_the_module_says_what_the_yaml_says(name):
    assert (JS / name).read_text(encoding="utf-8") == generated()[name]


def test_the_vendored_pen_lies_beside_its_licence():
    assert "Stephen Ruiz" in (JS / "vendor" / "LICENSE-perfect-freehand.txt").read_text(encoding="utf-8")
    assert (JS / "vendor" / "perfect-freehand.mjs").read_text(encoding="utf-8").startswith("// perfect-freehand 1.2.3")


@pytest.mark.parametrize(
    "alphabet", ["абвгдеёжзійклмнопрстуўфхцчшыьэюя", "щъиґїє", "ąćęłńóśźż", "äöüßẞ", "éèêëç«»„“”—…"]
)
@pytest.mark.parametrize("path", ["fonts/card-text.woff", "fonts/card-interface.woff"])
def test_the_letters_of_every_european_language_are_there(path, alphabet):
    assert set(alphabet + alphabet.upper().replace("SS", "ẞ")) <= held(path)


def test_the_letters_of_arabic_are_there():
    assert set("ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئةى،؛؟ًٌٍَُِّْ") <= held("fonts/card-arabic.woff")


def held(path: str) -> set[str]:
    with TTFont(BytesIO(web_fonts()[path])) as font:
        return {chr(each) for each in font.getBestCmap()}


@pytest.mark.parametrize("size", LAYOUTS)
def test_letters_shrink_from_rung_to_rung_and_may_have_more_lines(size):
    rungs = LAYOUTS[size].rungs
    assert sorted(rungs, reverse=True) == list(rungs)
    assert sorted(most for _, most in rungs) == [most for _, most in rungs]


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("part", ["words", "tag", "handle"])
def test_every_text_stands_out_from_its_ground(palette, part):
    lighter, darker = sorted((light(PALETTES[palette][part]), light(PALETTES[palette]["ground"])), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


def light(digits: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(digits[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_what_a_photo_may_be_is_no_more_than_the_collector_keeps():
    limits = own_yaml("valoshka.square", "limits.yml")
    photos = own_yaml("valoshka.solidarity.cards", "photos.yml")
    assert photos["longest_side"] == limits["longest_side"]
    assert photos["most_pixels"] <= limits["jpeg_pixels"]
