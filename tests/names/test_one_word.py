"""Whether two words are one word in two spellings, to the consonant."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from valoshka.names.one_word import is_one_word

words = st.text("абвгдежзіклмнопрстуўфхцчшыэюя", min_size=1, max_size=9)
any_words = st.one_of(words, st.text("abcdefghijklmnoprstuwyzšžčłń", min_size=1, max_size=9), st.text(max_size=9))


@given(any_words, any_words)
@settings(deadline=None)
def test_being_one_word_has_no_direction(one, other):
    assert is_one_word(one, other) == is_one_word(other, one)


@given(words)
@settings(deadline=None)
def test_a_word_is_itself(word):
    assert is_one_word(word, word)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("сарокін", "сорокин"), ("сарокін", "sarokin"), ("сарокін", "сарокіну"), ("шаўцоў", "шевцов"),
        ("шаўцова", "шаўцоў"), ("цярэшка", "терешко"), ("цярэшка", "tsiareshka"), ("цярэшка", "ciareška"),
        ("заяц", "зайца"), ("бандарэнка", "bondarenko"), ("кавальскі", "ковальский"),
        ("кавальскі", "kowalski"), ("жук", "zhuk"), ("жук", "żuk"),
        ("пракоф'еў", "прокофьев"), ("пракоф’еў", "прокофєв"),
    ],
)  # fmt: skip
def test_spellings_and_cases_of_one_surname_are_one_word(one, other):
    assert is_one_word(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("сарокін", "сарока"), ("бандарчук", "бандарэнка"), ("громов", "хромов"), ("быкаў", "бикаев"), ("жук", "жуков"),
        ("лапо", "лапин"), ("волков", "волкович"), ("дашкевич", "душкевич"), ("заяц", "зайцев"), ("", "жук"),
    ],
)  # fmt: skip
def test_near_surnames_are_two_words(one, other):
    assert not is_one_word(one, other)
