from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valoshka.briefing.furniture import LANGUAGES, OPERATORS, furniture
from valoshka.briefing.typography import well_set

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("language", "typed", "printed"),
    [
        ("en", "'Don't go,' she said.", "‘Don’t go,’ she said."),
        ("en", 'He said: "They called it "work"."', "He said: ‘They called it “work”.’"),
        ("en", "the patients' lives", "the patients’ lives"),
        ("ru", 'Он сказал: "Нас "попросили" уйти"', "Он сказал: «Нас „попросили“ уйти»"),
        ("be", "сям'я, аб'ява", "сям’я, аб’ява"),
        ("be", '("так")', "(«так»)"),
        ("en", "on 3 May 2021 and in August 2020", f"on 3{NBSP}May{NBSP}2021 and in August 2020"),
        ("be", "31 мая 2021 года", f"31{NBSP}мая{NBSP}2021{NBSP}года"),
        ("ru", "30 000 человек, 60 %", f"30{NBSP}000 человек, 60{NBSP}%"),
        ("ru", "стояла — молча", f"стояла{NBSP}— молча"),
    ],
)
def test_marks_and_spaces_are_those_of_the_language(language, typed, printed):
    assert well_set(typed, language) == printed


@given(st.text("абвxyz 12'\".—(", max_size=60), st.sampled_from(LANGUAGES))
def test_setting_twice_is_setting_once(text, language):
    assert well_set(well_set(text, language), language) == well_set(text, language)


@given(st.text("абвxyz 12'\".—(", max_size=60), st.sampled_from(LANGUAGES))
def test_no_letter_is_lost(text, language):
    marks = "'\"‘’“”«»„ " + NBSP

    def letters(words):
        return [character for character in words if character not in marks]

    assert letters(well_set(text, language)) == letters(text)
    assert not set(well_set(text, language)) & {"'", '"'}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_word_and_operator(language):
    words = furniture(language)
    assert set(words.operators) == set(OPERATORS)
    assert all("{n}" in pattern for pattern in words.operators.values())
    for operator in OPERATORS:
        assert words.number(30000) in words.amount(operator, 30000)


def test_belarusian_is_not_russian():
    belarusian, russian = furniture("be"), furniture("ru")
    assert belarusian.sources != russian.sources
    assert "і" in belarusian.not_real_name or "м" in belarusian.not_real_name
    assert not set("ищъ") & set("".join(value for value in vars(belarusian).values() if isinstance(value, str)))
