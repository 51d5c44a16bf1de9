from __future__ import annotations

from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from valoshka.briefing.lettering import FACES, check_coverage, subset
from valoshka.briefing.typesetting import FONTS
from valoshka.errors import Refused

ALPHABETS = "AaÀàĄąŁłŽž АаБбВвГгДдЕеЁёЖжЗзІіЙйКкЛлМмНнОоПпРрСсТтУуЎўФфХхЦцЧчШшЫыЬьЭэЮюЯя ИиЩщЪъ ҐґЄєЇї ’‘“”„«»—–№…"


def test_latin_and_cyrillic_alphabets_are_covered():
    check_coverage([ALPHABETS])


def test_a_character_that_no_font_has_is_named():
    with pytest.raises(Refused) as refusal:
        check_coverage(["fine", "one 葵 and 🌻"])
    assert "葵 (U+8475" in str(refusal.value)
    assert "🌻 (U+1F33B, SUNFLOWER)" in str(refusal.value)
    assert "fine" not in str(refusal.value)


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.file)
def test_a_subset_holds_what_was_asked_and_no_name(face):
    font = TTFont(BytesIO(subset(face.file, frozenset("Ўб a1"))))
    assert {ord(character) for character in "Ўб a1"} <= set(font.getBestCmap())
    assert len(font.getBestCmap()) <= 8
    assert {record.nameID for record in font["name"].names} <= {0, 13, 14}
    assert font.flavor == "woff"


def test_a_subset_is_the_same_bytes_each_time():
    subset.cache_clear()
    first = subset(FACES[0].file, frozenset("abc"))
    subset.cache_clear()
    assert subset(FACES[0].file, frozenset("abc")) == first


def test_every_font_lies_beside_its_licence():
    licences = " ".join(path.read_text(encoding="utf-8") for path in FONTS.glob("LICENSE-*.txt"))
    assert licences.count("SIL OPEN FONT LICENSE Version 1.1") == 3
    assert {face.file for face in FACES} <= {path.name for path in FONTS.glob("*.ttf")}
