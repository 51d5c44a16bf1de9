"""A question's keys are those under which the index keeps the same word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from valoshka.names.search.keys import keys_of_skeleton, keys_of_sound, skeleton_keys, sound_keys

coarse = st.one_of(st.text("abcdegiklmnprstuvz", max_size=24), st.text(max_size=6))


@given(coarse)
def test_keys_of_one_skeleton_are_those_of_many(skeleton):
    assert sorted(keys_of_skeleton(skeleton).tolist()) == sorted(skeleton_keys([skeleton])[0].tolist())


@given(coarse)
def test_keys_of_one_sound_are_those_of_many(sound):
    assert sorted(keys_of_sound(sound).tolist()) == sorted(sound_keys([sound])[0].tolist())
