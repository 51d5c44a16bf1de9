"""A seed that is published unread carries no vowel and no digit, and says the same to Python and to a page."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valoshka.solidarity.flowers.fresh_seed import SEED_LENGTH, SEED_LETTERS, fresh_seed, says_nothing

NODE = shutil.which("node")
MODULE = Path(__file__).parents[2] / "src/valoshka/solidarity/flowers/js/fresh-seed.mjs"
GOOD = "bdkmzprtvwxq"
ENDINGS = ["", ".p1", ".s2", ".b3", ".p4.s1", ".p9.s9.b9", ".s0.b0"]
SAYING = [
    *("", "minsk", "a" * 12, "375291234567", GOOD[:-1], GOOD + "z", GOOD.upper(), "бдкмзпртвшжц", "bdkmzprtvwxl"),
    *(f"{GOOD}{end}" for end in (".b1.p1", ".p12", ".p", ".p٣", ".s1.s1", " ", "\n", ".b1\n", "\n.b1", ".375")),
    *(f"\n{GOOD}", f"{GOOD}\n{GOOD}", "bdkmzprtvwxſ", "bdkmzprtvwxK"),
]

needs_node = pytest.mark.skipif(NODE is None, reason="Node is not installed, so JavaScript was not asked.")


def in_node(program: str, told: object = None) -> object:
    """What `program` makes of `told`, with the page's module at hand."""
    head = f"import {{ freshSeed, saysNothing }} from {json.dumps(MODULE.as_uri())};"
    asking = f"{head} const told = {json.dumps(told)}; process.stdout.write(JSON.stringify({program}))"
    command = [str(NODE), "--input-type=module", "-e", asking]
    return json.loads(subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout)


@given(st.randoms(), st.sampled_from(ENDINGS))
def test_a_fresh_seed_says_nothing_with_any_ending(rng, ending):
    assert says_nothing(fresh_seed(rng) + ending)


@given(st.text(max_size=30))
def test_what_says_nothing_holds_no_vowel_and_no_digit(text):
    for seed in (text, text[:12], f"{GOOD}{text}", f"{GOOD[:-1]}{text}"):
        if says_nothing(seed):
            assert set(seed[:SEED_LENGTH]) <= set(SEED_LETTERS)
            assert not set(seed[:SEED_LENGTH]) & set("aeiouyl0123456789")
            assert len(seed) <= SEED_LENGTH + 9


@pytest.mark.parametrize("seed", SAYING)
def test_any_other_seed_could_say_something(seed):
    assert not says_nothing(seed)


@needs_node
def test_both_languages_agree_which_seeds_say_nothing():
    chance = random.Random(5)  # the same on every machine
    near = ["".join(chance.choices(SEED_LETTERS + "aly1.psb9\n", (40,) * 19 + (1,) * 10, k=12)) for _ in range(500)]
    seeds = [*SAYING, *(GOOD + end for end in ENDINGS), *near, *(seed + ".p1.b2" for seed in near)]
    assert in_node("told.map(saysNothing)", seeds) == [says_nothing(seed) for seed in seeds]


@needs_node
def test_both_languages_make_seeds_that_both_take_and_no_letter_is_likelier():
    made = in_node("Array.from({ length: 100000 }, () => freshSeed())")
    assert isinstance(made, list)
    assert all(map(says_nothing, made))
    assert len(set(made)) == len(made)
    fresh = [fresh_seed(random.SystemRandom()) for _ in range(100_000)]
    assert all(in_node("told.map(saysNothing)", fresh[:1000]))  # type: ignore[arg-type]
    for seeds in (made, fresh):
        letters = Counter("".join(seeds))
        expected = 100_000 * SEED_LENGTH / len(SEED_LETTERS)
        # Six standard deviations; bytes taken modulo 19 would be about nine away.
        assert all(abs(letters[letter] - expected) < 6 * expected**0.5 for letter in SEED_LETTERS)
