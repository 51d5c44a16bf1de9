"""What a flower looks like and says, whatever its seed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from valoshka.errors import Refused
from valoshka.solidarity.flowers import KINDS, describe, grow
from valoshka.solidarity.flowers.alt_text import LANGUAGES
from valoshka.solidarity.flowers.colours import PALETTES, SEASONS

SEEDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=52)
_INK = r'(?: (?:fill|stroke)="#[0-9a-f]{6}"| (?:fill|stroke)-opacity="\.[0-9]{1,2}"| stroke-width="[0-9]+")+'
SVG = re.compile(
    r'<svg xmlns="http://www\.w3\.org/2000/svg" viewBox="0 0 4000 5000">'
    r'<path d="M0 0h4000v5000H0z" fill="#[0-9a-f]{6}"/>'
    r'<g fill="none" stroke-linecap="round" stroke-linejoin="round">'
    rf'(?:<path d="[-Mlqtz 0-9]+"{_INK}/>)+</g></svg>'
)
few = settings(max_examples=25, deadline=None)


@given(SEEDS, st.sampled_from(KINDS))
@few
def test_no_seed_reaches_the_picture(seed, kind):
    assert SVG.fullmatch(grow(seed, kind).svg())


@given(SEEDS, st.sampled_from(KINDS), st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))
@few
def test_the_ending_chooses_and_begins_again_after_the_last(seed, kind, palette, season, buds):
    flower = grow(f"{seed}.p{palette}.s{season}.b{buds}", kind)
    assert (flower.palette, flower.season, flower.buds) == (palette % len(PALETTES[kind]), season % 4, buds % 4)


@given(SEEDS.filter(lambda seed: "." not in seed), st.sampled_from(KINDS), st.integers(0, 3))
@few
def test_choosing_what_chance_chose_changes_nothing(seed, kind, season):
    free = grow(f"{seed}.s{season}", kind)
    assert grow(f"{seed}.p{free.palette}.s{season}.b{free.buds}", kind).svg() == free.svg()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("buds", range(4))
def test_head_and_buds_stay_on_the_page(kind, buds):
    for number in range(12):
        flower = grow(f"{number}.s0.b{buds}", kind)
        solid = [mark for mark in flower.marks if mark.fill and mark.stroke]
        xs = [mark.path[0][1][0] for mark in solid]
        ys = [mark.path[0][1][1] for mark in solid]
        assert min(xs) > 60
        assert max(xs) < 3940
        assert min(ys) > 60


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_flower_has_words_of_its_own(language):
    told = [
        describe(grow(f"a.p{palette}.s{season}.b{buds}", kind), language)
        for kind in KINDS
        for palette in range(len(PALETTES[kind]))
        for season, buds in ((0, 0), (1, 1), (2, 2), (3, 3))
    ]
    assert len(set(told)) == len(told)
    assert all(text.endswith(".") and "  " not in text and len(text) < 140 for text in told)


def test_a_language_without_words_is_refused():
    with pytest.raises(Refused, match="en, be, ru, pl, de, ar"):
        describe(grow("a"), "xx")


def test_rye_is_told_of_where_it_stands():
    told = [describe(grow(f"a.s{season}"), "en") for season in range(len(SEASONS))]
    assert ["rye" in text for text in told] == [False, True, True, False]
