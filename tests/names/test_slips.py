"""How near two sounds are when something slipped."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from valoshka.names.slips import nearness, slip_costs, slipped
from valoshka.names.sounding import skeleton

sounds = st.text("bvgdzklmnprstcaeiu", max_size=14)
long_sounds = st.text("bvgdzklmnprstcaeiu", min_size=6, max_size=14)


@given(sounds, sounds)
def test_nearness_is_a_share(one, other):
    assert 0 <= nearness(one, other) <= 1


@given(sounds)
def test_a_sound_is_nearest_to_itself(one):
    assert nearness(one, one) == 1.0
    assert slipped(one, one) == 0


@given(sounds, sounds)
def test_only_equal_sounds_are_quite_near(one, other):
    assert (nearness(one, other) == 1.0) == (one == other)


@given(sounds, sounds)
def test_no_more_is_paid_than_for_writing_every_letter_anew(one, other):
    assert slipped(one, other) <= max(len(one), len(other)) * slip_costs().other + 1e-9


@given(st.sampled_from("bvgdzklmnprstcaeiu"), st.sampled_from("bvgdzklmnprstcaeiu"))
def test_exchanging_two_letters_costs_the_same_in_both_directions(one, other):
    assert slip_costs().exchanged(one, other) == slip_costs().exchanged(other, one)


def test_a_vowel_is_a_smaller_slip_than_a_consonant():
    assert nearness("sarakin", "sarekin") > nearness("sarakin", "salakin")
    assert nearness("sarakin", "sarakn") > nearness("sarakin", "saakin")


def test_two_neighbours_swapped_are_less_than_two_slips():
    assert slipped("sarakin", "asrakin") == slip_costs().swapped
    assert slipped("bandarcuk", "badnarcuk") == slip_costs().swapped


def test_consonants_that_sound_alike_are_a_small_slip():
    assert nearness("zukavski", "sukavski") > nearness("zukavski", "lukavski")


def test_words_that_share_few_consonants_are_two_words():
    assert nearness("sarakin", "bandarcuk") == 0.0
    assert nearness("aia", "sarakin") == 0.0


@given(st.text("bvgdaeiu", max_size=12), st.text("zklmaeiu", max_size=12))
def test_sounds_without_a_consonant_in_common_are_not_near(one, other):
    assume(skeleton(one) or skeleton(other))
    assert nearness(one, other) == 0.0


@given(long_sounds, st.data())
def test_more_slips_never_bring_a_sound_nearer_than_one(one, data):
    at = data.draw(st.integers(0, len(one) - 1))
    left_out = one[:at] + one[at + 1 :]
    assert slipped(one, left_out) <= slip_costs().other
    assert slipped(one, "x" + left_out + "x") >= slipped(one, left_out) - 1e-9 or "x" in one
