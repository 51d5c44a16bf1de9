"""Reasons are words in three languages for everything that comparing can find. All people are invented."""

from __future__ import annotations

import re
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from valoshka.names import Reason, compare
from valoshka.names.agreeing import Code
from valoshka.names.reasons import Language, written_in
from valoshka.names.tokens import KINDS

CODES, LANGUAGES = get_args(Code), get_args(Language)
PARTS = (*KINDS, "name")
FORMS = ("be", "ru", "uk", "cyrillic", "latin", "other")
LETTERS = {
    "en": re.compile(r"[a-z ,:]+", re.I),
    "be": re.compile(r"[а-яёіў ,:]+", re.I),
    "ru": re.compile(r"[а-яё ,:]+", re.I),
}
ONE, OTHER = ["Мікалай", "Пятровіч", "Сарокін"], ["Николай", "Петрович", "Сорокин"]


def _of(part, one, other):
    """The reason that is given of one part of two names."""
    [found] = [each for each in compare(one, other).reasons if each.part == part]
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("code", CODES)
def test_every_reason_has_words_in_every_language(code, part, language):
    forms = [()] if code == "missing" else [(one, other) for one in FORMS for other in FORMS if one <= other]
    for pair in forms:
        said = Reason(part, code, pair, 1.0).words(language)
        assert LETTERS[language].fullmatch(said), said
        assert said.count(": ") == 1
        assert "  " not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_findings_are_told_in_the_same_words(language):
    told = [Reason("surname", code, (), 1.0).words(language) for code in CODES]
    assert len(set(told)) == len(told)


def test_a_reason_names_the_languages_of_both_words():
    assert str(_of("surname", "Сарокін", "Сорокин")) == "surname: Belarusian and Russian form of one name"
    assert _of("surname", "Сарокін", "Сорокин").words("be") == "прозвішча: беларуская і руская формы аднаго імя"
    assert _of("surname", "Сарокін", "Сорокин").words("ru") == "фамилия: белорусская и русская формы одного имени"


@pytest.mark.parametrize(
    ("one", "other", "part", "code"),
    [
        ("Сарокін Мікалай", "Сарокін Мікалай", "surname", "same"),
        ("Сарокін Мікалай", "Сорокин Николай", "surname", "sound"),
        ("Сарокін Мікалай", "Сорокин Николай", "given", "form"),
        ("Сарокін Мікалай", "Сарокін Коля", "given", "short"),
        ("Сарокін Мікалай", "Сарокін М.", "given", "initial"),
        ("Сарокін Мікалай", "Сарокін А.", "given", "initial_differs"),
        ("Сарокін Мікалай", "Сракоін Мікалай", "surname", "slip"),
        ("Сарокін Мікалай", "Сарокін Пётр", "given", "differs"),
        ("Сарокін Мікалай Пятровіч", "Сарокін Мікалай", "patronymic", "missing"),
        ("Жук Саша Пятровіч", "Жук Саша Пятроўна", "patronymic", "other_sex"),
        ("Жук М. П.", "Жук М. П.", "initial", "same"),
    ],
)  # fmt: skip
def test_what_was_found_of_a_part_is_said_of_it(one, other, part, code):
    assert code in {each.code for each in compare(one, other).reasons if each.part == part}


@given(st.permutations(ONE), st.permutations(OTHER))
@settings(deadline=None)
def test_reasons_come_surname_first_in_any_order_of_parts(one, other):
    told = compare(" ".join(one), " ".join(other)).reasons
    assert [each.part for each in told] == ["surname", "given", "patronymic"]


@given(st.text(max_size=30), st.text(max_size=30))
@settings(deadline=None)
def test_any_two_texts_get_reasons_that_can_be_read(one, other):
    for each in compare(one, other).reasons:
        for language in LANGUAGES:
            assert LETTERS[language].fullmatch(each.words(language))


@given(st.text(max_size=30), st.text(max_size=30))
@settings(deadline=None)
def test_every_word_of_both_names_is_spoken_of_once_at_most(one, other):
    # An underscore parts two words of a name; digits and marks may stand within one.
    assert len(compare(one, other).reasons) <= sum(len(re.findall(r"[^\W\d_]+", name)) for name in (one, other))


def test_a_reason_never_repeats_the_name():
    for each in compare("Сарокін Мікалай Пятровіч", "Sarokin M. P.").reasons:
        for language in LANGUAGES:
            assert not re.search("сарок|sarok|мікал|пятр", each.words(language), re.I)


@pytest.mark.parametrize(
    ("word", "language"),
    [
        ("шаўцоў", "be"), ("цярэшка", "be"), ("дзівін", "be"), ("кавальчык", "be"), ("жук", "cyrillic"),
        ("щербаков", "ru"), ("сорокин", "ru"), ("їжак", "uk"), ("ковальський", "uk"), ("zając", "latin"),
        ("王", "other"),
    ],
)  # fmt: skip
def test_the_language_that_letters_show_is_named(word, language):
    assert written_in(word) == language
