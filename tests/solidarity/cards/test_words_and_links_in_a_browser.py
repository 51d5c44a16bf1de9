"""How card-words.mjs sets a message, and which links share.mjs makes, in Node."""

from __future__ import annotations

import json
import random
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from valoshka.solidarity.cards.layouts import LAYOUTS

NODE = shutil.which("node")
pytestmark = pytest.mark.skipif(NODE is None, reason="Node is not installed, so JavaScript was not asked.")

WORDS = ["і", "мы", "медыкаў", "a", "Solidarität", "донорско-акцепторный", "w", "не", "żółć", "нас", "сястра",
         "—", "https://flowers.example.org/en/", "نحن", "🌼", "Rindfleischetikettierungsüberwachung"]  # fmt: skip
URL = "https://flowers.example.org/en/?a=1&b=2"


def asked(*calls: list[Any]) -> list[Any]:
    lines = "".join(f"{json.dumps(call)}\n" for call in calls)
    script = Path(__file__).with_name("words_in_node.mjs")
    done = subprocess.run([str(NODE), str(script)], input=lines, capture_output=True, encoding="utf-8", check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def messages(count: int) -> list[str]:
    chance = random.Random(3)  # the same on every machine
    return [" ".join(chance.choices(WORDS, k=chance.randrange(1, 70)))[:500] for _ in range(count)]


def letters(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("size", LAYOUTS)
def test_no_line_is_wider_than_the_card_and_no_word_is_lost(size):
    layout = LAYOUTS[size]
    width = layout.width - layout.picture - 2 * layout.margin
    said = messages(150)
    for message, setting in zip(said, asked(*[["fit", each, width, layout.rungs] for each in said]), strict=True):
        assert max(len(line) for line in setting["lines"]) * setting["size"] * 0.5 <= width
        assert letters("".join(setting["lines"])) == letters(message)
        most = dict(layout.rungs)[setting["size"]]
        assert len(setting["lines"]) * setting["leading"] <= most * 1.2 + 1e-9 or len(setting["lines"]) == 1


def test_a_line_does_not_end_in_a_word_of_one_letter():
    for setting in asked(*[["fit", each, 900, [[40, 60]]] for each in messages(100)]):
        assert not [line for line in setting["lines"][:-1] if re.search(r"(^|\s)[іaw]$", line)]


def test_a_line_does_not_end_in_a_sentences_short_first_word():
    [setting] = asked(["fit", "Вы лячылі ўсіх, хто прыходзіў. Мы гэтага не забудзем.", 500, [[60, 9]]])
    assert setting["lines"] == ["Вы лячылі ўсіх,", "хто прыходзіў.", "Мы\xa0гэтага не", "забудзем."]


def test_a_message_too_long_for_any_letters_ends_in_dots_and_within_the_card():
    [setting] = asked(["fit", "слова " * 400, 900, [[60, 3], [30, 10]]])
    assert len(setting["lines"]) == 10
    assert setting["lines"][-1].endswith("…")
    assert max(len(line) for line in setting["lines"]) * 15 <= 900


def test_short_messages_stand_in_the_largest_letters_and_in_lines_of_like_length():
    [setting] = asked(["fit", "You are not alone, and you never were alone", 900, [[60, 3], [30, 10]]])
    assert setting["size"] == 60
    assert [len(line) for line in setting["lines"]] == [22, 20]


def test_a_usual_word_is_not_broken_but_set_smaller():
    [setting] = asked(["fit", "Solidaritätserklärung", 600, [[88, 4], [60, 6], [50, 8]]])
    assert setting["lines"] == ["Solidaritätserklärung"]
    assert setting["size"] == 50


def test_a_letter_and_its_accent_or_a_family_of_emoji_are_never_parted():
    [setting] = asked(["fit", "e\u0301" * 40 + "👩‍👩‍👧" * 20, 120, [[30, 100]]])
    assert not [line for line in setting["lines"] if line[0] in "\u0301\u200d" or line[-1] == "\u200d"]


TEXT = "Вы не адны & ніколі: 100% #1?\n\n#StandWithBelarus @example"


def links(text: str = TEXT, **own: str) -> dict[str, str]:
    [made] = asked(["intents", text, URL, own])
    return {each["network"]: each["href"] for each in made}


def test_links_carry_text_and_address_unharmed():
    made = links(mastodon="mastodon.social")
    assert parse_qs(urlsplit(made["x"]).query) == {"text": [TEXT], "url": [URL]}
    assert parse_qs(urlsplit(made["telegram"]).query) == {"text": [TEXT], "url": [URL]}
    assert parse_qs(urlsplit(made["facebook"]).query) == {"u": [URL]}
    for network in ("bluesky", "mastodon", "whatsapp"):
        assert parse_qs(urlsplit(made[network]).query) == {"text": [f"{TEXT}\n\n{URL}"]}, network
    assert [urlsplit(href).hostname for href in made.values()] == [
        "x.com", "bsky.app", "mastodon.social", "t.me", "wa.me", "www.facebook.com",
    ]  # fmt: skip


def test_instagram_has_no_link_and_mastodon_none_without_a_server():
    assert set(links()) == {"x", "bluesky", "telegram", "whatsapp", "facebook"}


def test_a_long_message_is_cut_between_words_and_the_hashtag_stays():
    made = links("слова " * 80 + "канец\n\n#StandWithBelarus @example", mastodon="a.example")
    [x] = parse_qs(urlsplit(made["x"]).query)["text"]
    assert x.endswith("слова…\n\n#StandWithBelarus @example")
    assert len(x) <= 256
    [bluesky] = parse_qs(urlsplit(made["bluesky"]).query)["text"]
    assert bluesky.endswith(f"#StandWithBelarus @example\n\n{URL}")
    assert len(bluesky) <= 300


@pytest.mark.parametrize(
    ("typed", "host"),
    [
        ("mastodon.social", "mastodon.social"),
        (" @anna@Mastodon.Social ", "mastodon.social"),
        ("https://mastodon.social/@anna?x=1", "mastodon.social"),
        ("кветкі.example", "кветкі.example"),
        ("", ""),
        ("mastodon", ""),
        ("javascript:alert(1)", ""),
        ("a.example:8080", ""),
        ("a b.example", ""),
        ("-a.example", ""),
        ("192.0.2.1", ""),
        ("x" * 64 + ".example", ""),
    ],
)
def test_the_visitors_server_is_read_from_whatever_they_type(typed, host):
    assert asked(["mastodonHost", typed]) == [host]


@pytest.mark.parametrize(
    ("said", "tag"),
    [
        ("StandWithBelarus", "StandWithBelarus"),
        ("#stand with belarus", "StandWithBelarus"),
        ("разам-з-вамі", "РазамЗВамі"),
    ],
)
def test_hashtags_have_a_capital_for_each_word(said, tag):
    assert asked(["pascalCase", said]) == [tag]


def test_the_caption_is_the_message_then_hashtag_and_handle():
    full = {"message": " Вы не адны. ", "hashtag": "stand with belarus", "handle": "@example"}
    bare = {"message": "Вы не адны.", "hashtag": "", "handle": ""}
    assert asked(["caption", full], ["caption", bare]) == ["Вы не адны.\n\n#StandWithBelarus @example", "Вы не адны."]


def test_the_alternative_text_is_the_flower_then_the_message():
    assert asked(["altText", "A blue cornflower.", "Not alone."]) == ["A blue cornflower. Not alone."]
