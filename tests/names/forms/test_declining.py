"""Each paradigm declines its names as the grammars say. All names are invented."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from valoshka.errors import Refused
from valoshka.names.forms import borne_by, declined
from valoshka.names.forms.grammar import LANGUAGES, grammar

TABLE = yaml.safe_load(Path(__file__).with_name("paradigms.yml").read_text(encoding="utf-8"))
ROWS = [
    (language, *kind.split(), row.split())
    for language, kinds in TABLE.items()
    for kind, rows in kinds.items()
    for row in rows
]
FEW = {"Любоў", "Любов", "Леў and Арол", "soft р of given names"}  # paradigms of one or two names


def texts(word, part, language, sex, case, number="singular"):
    return [form.text for form in declined(word, part, language, sex) if form.case == case and form.number == number]


@pytest.mark.parametrize(("language", "part", "sex", "row"), ROWS)
def test_a_name_has_the_forms_of_its_paradigm(language, part, sex, row):
    found = ["/".join(texts(row[0], part, language, sex, case)) for case in grammar(language).cases]
    assert found == row


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_paradigm_has_three_examples(language):
    rules = grammar(language)
    used = Counter(
        found[0].name
        for one, part, sex, row in ROWS
        if one == language and (found := rules.paradigm(part, sex, row[0].lower()))
    )
    assert {paradigm.name for paradigm in rules.paradigms if used[paradigm.name] < 3} <= FEW


@pytest.mark.parametrize(
    ("language", "man", "woman"),
    [
        ("be", "Залуцкі", "Залуцкая"),
        ("be", "Лугаўцоў", "Лугаўцова"),
        ("be", "Пыжын", "Пыжына"),
        ("be", "Чорны", "Чорная"),
        ("be", "Гарадні", "Гарадняя"),
        ("be", "Сухі", "Сухая"),
        ("be", "Воўк", "Воўк"),
        ("be", "Каліна", "Каліна"),
        ("ru", "Дубровский", "Дубровская"),
        ("ru", "Лугачёв", "Лугачёва"),
        ("ru", "Ребрин", "Ребрина"),
        ("ru", "Белый", "Белая"),
        ("ru", "Верхний", "Верхняя"),
        ("ru", "Калина", "Калина"),
        ("uk", "Дубовський", "Дубовська"),
        ("uk", "Лугачов", "Лугачова"),
        ("uk", "Ребрін", "Ребріна"),
        ("uk", "Білий", "Біла"),
        ("uk", "Лопатенко", "Лопатенко"),
    ],
)
def test_a_man_and_a_woman_bear_one_family_name(language, man, woman):
    assert borne_by(man, language, "f") == woman
    assert borne_by(woman, language, "m") == man


def test_capitals_stay_as_they_are_written():
    assert texts("КРАВЕЦ", "surname", "be", "m", "genitive") == ["КРАЎЦА"]
    assert texts("арол", "surname", "be", "m", "genitive") == ["арла"]
    assert texts("Леў", "given", "be", "m", "genitive") == ["Льва"]


def test_a_double_surname_is_declined_whole_or_at_its_end():
    assert texts("Салтыкова-Ребрина", "surname", "ru", "f", "genitive") == [
        "Салтыковой-Ребриной",
        "Салтыкова-Ребриной",
    ]
    assert texts("Бонч-Залуцкі", "surname", "be", "m", "dative") == ["Бончу-Залуцкаму", "Бонч-Залуцкаму"]


def test_a_family_has_a_plural():
    assert texts("Залуцкая", "surname", "be", "f", "genitive", "plural") == ["Залуцкіх"]
    assert texts("Лугачёв", "surname", "ru", "m", "nominative", "plural") == ["Лугачёвы"]
    assert texts("Лопатенко", "surname", "uk", "m", "instrumental", "plural") == ["Лопатенками"]


def test_without_a_sex_a_surname_is_declined_for_all_who_can_bear_it():
    assert texts("Коваль", "surname", "uk", None, "genitive") == ["Коваля", "Коваль"]
    assert texts("Зуева", "surname", "ru", None, "genitive") == ["Зуевой"]


def test_a_name_in_other_letters_does_not_change():
    assert {form.text for form in declined("Smith", "surname", "be", "m")} == {"Smith"}


def test_an_unknown_language_is_refused():
    with pytest.raises(Refused, match="Choose be, ru or uk"):
        declined("Nowak", "surname", "pl", "m")


@given(
    st.text(alphabet=st.characters(blacklist_categories=["Cs"]), max_size=12),
    st.sampled_from(["given", "patronymic", "surname"]),
    st.sampled_from(LANGUAGES),
    st.sampled_from(["m", "f", None]),
)
def test_any_word_has_its_nominative_first_and_every_case(word, part, language, sex):
    forms = declined(word, part, language, sex)
    assert forms[0].text == word
    assert {form.case for form in forms if form.number == "singular"} == set(grammar(language).cases)


@given(st.sampled_from(ROWS), st.sampled_from([str.upper, str.lower]))
def test_capitals_do_not_change_the_forms(row, written):
    language, part, sex, forms = row
    shouted = declined(written(forms[0]), part, language, sex)
    assert [form.text.lower() for form in shouted] == [
        form.text.lower() for form in declined(forms[0], part, language, sex)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_form_mixes_letters_of_another_alphabet(language):
    other = {"be": "[иїєщъ]", "ru": "[іїєґў]", "uk": "[ыэёъў]"}[language]
    for one, part, sex, row in ROWS:
        if one == language:
            assert not [form for form in declined(row[0], part, one, sex) if re.search(other, form.text.lower())]
