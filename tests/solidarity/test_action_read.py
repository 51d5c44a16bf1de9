"""An action's file is read, or its first mistake is named by its line."""

from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valoshka.errors import Refused
from valoshka.solidarity.action import new_action, read_action
from valoshka.solidarity.action.reading import action_from

TEMPLATE = (files("valoshka.solidarity.action") / "template.yml").read_text(encoding="utf-8")


def changed(before: str, after: str) -> bytes:
    assert before in TEMPLATE
    return TEMPLATE.replace(before, after, 1).encode()


def line_of(words: str) -> int:
    return TEMPLATE[: TEMPLATE.index(words)].count("\n") + 1


def test_the_template_is_an_action_with_twelve_phrases_in_six_languages():
    action = action_from(TEMPLATE.encode())
    assert len(action.phrases) == 12
    assert all(set(phrase.words) == {"en", "be", "ru", "pl", "de", "ar"} for phrase in action.phrases)


def test_the_template_says_that_it_is_an_example():
    assert "is an example" in TEMPLATE.splitlines()[0]
    assert "invented" in action_from(TEMPLATE.encode()).publisher


def test_a_new_folder_holds_the_action_and_the_public_key_only(tmp_path):
    made = new_action(tmp_path / "flowers", "valoshka-staff-public 00\n")
    assert sorted(path.name for path in (tmp_path / "flowers").iterdir()) == ["action.yml", "staff-key.pub"]
    assert made[1].read_text() == "valoshka-staff-public 00\n"
    assert read_action(tmp_path / "flowers").name == "flowers-for-medics"


def test_a_folder_with_anything_in_it_is_left_alone(tmp_path):
    (tmp_path / "thesis.txt").write_text("three years")
    with pytest.raises(Refused, match="not empty"):
        new_action(tmp_path, "valoshka-staff-public 00\n")
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


MISTAKES = [
    ("hashtag: StandWithBelarus", "hashtag: standwithbelarus", "each part with a capital"),
    ("hashtag: StandWithBelarus", "hashtag: '#StandWithBelarus'", "without #"),
    ("hashtag:", "hashtags:", "Did you mean “hashtag”"),
    ("countries_at_risk: [BY]", "countries_at_risk: [Belarus]", "two capital letters"),
    ("flowers: [cornflower,", "flowers: [orchid,", "take from these flowers"),
    ("languages: [en,", "languages: [fr,", "take from these languages"),
    ("site: https://", "site: http://", "begins with https://"),
    ('collector: "" ', 'collector: "javascript:alert(1)" ', "begins with https://"),
    ('onion: "" ', 'onion: "http://short.onion" ', "56 letters"),
    ("  - id: not-forgotten", "  - id: not-alone", "stands on another phrase"),
    ("name: flowers-for-medics ", "name: ../../etc ", "small letters"),
]


@pytest.mark.parametrize(("before", "after", "said"), MISTAKES, ids=[after for _, after, _ in MISTAKES])
def test_a_mistake_is_told_with_its_line_and_what_to_do(before, after, said):
    with pytest.raises(Refused, match=said) as refused:
        action_from(changed(before, after))
    assert str(refused.value).startswith(f"action.yml, line {line_of(before)}: ")


def test_a_phrase_without_one_of_the_languages_is_told_by_its_line():
    with pytest.raises(Refused, match="the text in “be” is missing") as refused:
        action_from(changed("    be: Вы не адны.\n", ""))
    assert f"line {line_of('id: not-alone')}:" in str(refused.value)


def test_a_text_is_never_repeated_in_a_refusal():
    with pytest.raises(Refused) as refused:
        action_from(changed("StandWithBelarus", "alesia.invented@example.org"))
    assert "alesia" not in str(refused.value)


def test_norway_stays_a_country():
    assert action_from(changed("[BY]", "[NO]")).countries_at_risk == ("NO",)


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(Refused, match=r"holds no action\.yml"):
        read_action(tmp_path)


@given(st.integers(0, len(TEMPLATE.encode()) - 1), st.binary(max_size=6))
def test_whatever_happens_to_the_file_it_is_read_or_refused(position, bytes_put_in):
    untrusted = TEMPLATE.encode()
    refused = ""
    try:
        action_from(untrusted[:position] + bytes_put_in + untrusted[position + len(bytes_put_in) :])
    except Refused as refusal:
        refused = str(refusal)
    assert not refused or refused.startswith("action.yml")
