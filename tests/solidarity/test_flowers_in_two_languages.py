"""The same seed grows the same bytes in CPython and in Node."""

from __future__ import annotations

import hashlib
import json
import random
import shutil
import subprocess
from pathlib import Path

import pytest

from valoshka.errors import Refused
from valoshka.solidarity.flowers import KINDS, describe, grow
from valoshka.solidarity.flowers.alt_text import LANGUAGES
from valoshka.solidarity.flowers.generating import generated

NODE = shutil.which("node")
FLOWERS = Path(__file__).parents[2] / "src/valoshka/solidarity/flowers"
SEEDS_A_KIND = 500
LETTERS = "abcxyz0189 .-_/'\"<&\\ўіŁßجد花🌼\u0301\u200d\n\t\0\U0010ffff"
ENDINGS = ["", ".p1", ".s2", ".b3", ".p4.s1", ".p9.s9.b9", ".s0.b0", ".b1.p1", ".p", ".p٣"]

needs_node = pytest.mark.skipif(NODE is None, reason="Node is not installed, so JavaScript was not asked.")


def answers(asked: list[tuple[str, str]]) -> list[dict[str, object]]:
    lines = "".join(f"{json.dumps(pair)}\n" for pair in asked)
    script = Path(__file__).with_name("flowers_in_node.mjs")
    done = subprocess.run([str(NODE), str(script)], input=lines, capture_output=True, encoding="utf-8", check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def seeds(count: int) -> list[str]:
    """Plain ones as the page makes them, and texts of any letters, with and without endings."""
    chance = random.Random(20)  # the same on every machine
    return [f"{i:04x}" if i % 2 else any_text(chance) for i in range(count)]


def any_text(chance: random.Random) -> str:
    text = "".join(chance.choice(LETTERS) for _ in range(chance.randrange(40)))
    return text + chance.choice(ENDINGS)


@needs_node
@pytest.mark.parametrize("kind", KINDS)
def test_five_hundred_seeds_of_a_kind_grow_the_same_bytes_in_both_languages(kind):
    asked = [(seed, kind) for seed in seeds(SEEDS_A_KIND)]
    for (seed, _), answer in zip(asked, answers(asked), strict=True):
        assert hashlib.sha256(grow(seed, kind).svg().encode()).hexdigest() == answer["sha256"], ascii(seed)


@needs_node
def test_a_flower_is_described_in_the_same_words_in_both_languages():
    asked = [
        (f"a.p{palette}.s{palette % 4}.b{buds}", kind) for kind in KINDS for palette in range(6) for buds in range(4)
    ]
    for (seed, kind), answer in zip(asked, answers(asked), strict=True):
        assert {language: describe(grow(seed, kind), language) for language in LANGUAGES} == answer["alt"]


@needs_node
@pytest.mark.parametrize(
    ("seed", "kind"),
    [("x" * 65, "poppy"), ("🌼" * 65, "flax"), ("\ud800", "daisy"), ("a\udfffb", "daisy"), ("a", "rose")],
)
def test_both_languages_refuse_with_the_same_words(seed, kind):
    with pytest.raises(Refused) as refused:
        grow(seed, kind)
    assert answers([(seed, kind)])[0]["refused"] == str(refused.value)


@needs_node
def test_sixty_four_characters_are_taken_however_many_units_they_have():
    seed = "🌼" * 64
    assert hashlib.sha256(grow(seed).svg().encode()).hexdigest() == answers([(seed, "cornflower")])[0]["sha256"]


@needs_node
def test_the_command_prints_what_python_prints():
    command = [str(NODE), str(FLOWERS / "js/flower.mjs"), "minsk-1", "flax"]
    assert subprocess.run(command, capture_output=True, check=True).stdout == grow("minsk-1", "flax").svg().encode()


@needs_node
@pytest.mark.parametrize("arguments", [[], ["minsk-1", "rose"], ["x" * 65]])
def test_the_command_refuses_with_a_sentence_and_a_code(arguments):
    command = [str(NODE), str(FLOWERS / "js/flower.mjs"), *arguments]
    done = subprocess.run(command, capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1
    assert done.stderr.endswith(".\n")


@pytest.mark.parametrize("path", generated())
def test_what_javascript_knows_is_what_the_yaml_says(path):
    assert (FLOWERS / "js" / path).read_text(encoding="utf-8") == generated()[path]
