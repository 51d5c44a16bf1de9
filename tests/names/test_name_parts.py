"""All people are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valoshka.names import parse
from valoshka.names.parts import given_forms
from valoshka.names.words import words


@pytest.mark.parametrize(
    "name",
    [
        "Марына Віктараўна Астапчук",
        "Астапчук Марына Віктараўна",
        "АСТАПЧУК, Марына",
        "АСТАПЧУК Марына",
        "Марына АСТАПЧУК",
        "Марына Астапчук",
        "Астапчук Марына",
        "гр-ка Астапчук Марына Віктараўна, 1982 г.р.",
        "пані Марына Астапчук",
        "д-р Марына Астапчук, медсястра",
        "Астапчук Марына (12.03.1982)",
    ],
)
def test_a_name_is_taken_apart_whichever_part_comes_first(name):
    parts = parse(name)
    assert (parts.given, parts.surname, parts.initials) == (("марына",), ("астапчук",), ())


@pytest.mark.parametrize(
    ("name", "given_names", "surname"),
    [
        ("Ганна-Марыя Вялічка", "ганна марыя", "вялічка"),
        ("Вялічка Ганна Марыя", "ганна марыя", "вялічка"),
        ("Марына Астапчук-Жукоўская", "марына", "астапчук жукоўская"),
        ("Астапчук Жукоўская Марына Віктараўна", "марына", "астапчук жукоўская"),
        ("Валянціна Сорак-Марцінкевіч", "валянціна", "сорак марцінкевіч"),
        ("Сорак-Марцінкевіч Вінцэнт", "вінцэнт", "сорак марцінкевіч"),
        ("Адам Раман", "адам", "раман"),
        ("Адам Раман Пятровіч", "раман", "адам"),
        ("Марин Иван", "иван", "марин"),
        ("Иван Марин", "иван", "марин"),
        ("Антон Сава", "антон", "сава"),
        ("Карповіч Алег", "алег", "карповіч"),
        ("Иванова Джессифь", "джессифь", "иванова"),
        ("Halina von Sarokin", "halina", "sarokin"),
        ("Сашка Вялічка", "сашка", "вялічка"),
        ("Вялічку Пятра", "пятра", "вялічку"),
    ],
)
def test_given_names_and_surnames_are_told_apart(name, given_names, surname):
    parts = parse(name)
    assert (parts.given, parts.surname) == (tuple(given_names.split()), tuple(surname.split()))


@pytest.mark.parametrize(
    ("name", "patronymic"),
    [
        ("Галіна Пятроўна", "пятроўна"),
        ("Галина Петровна", "петровна"),
        ("Halina Piatroŭna", "piatroŭna"),
        ("Вялічка Галина Ильинична", "ильинична"),
        ("Вялічку Галине Петровне", "петровне"),
        ("Вялічка Юрій Сергійович", "сергійович"),
        ("Velichko Yury Nikolayevich", "nikolayevich"),
        ("Вялічка Пётр Карповіч", "карповіч"),
        ("Вялічка Пётр Ильич", "ильич"),
        ("Мамедов Али Гусейн оглы", "гусейн"),
        ("Иван Петрович", None),
        ("Галіна Карповіч", None),
    ],
)
def test_a_patronymic_is_known_in_every_language_and_case(name, patronymic):
    found = parse(name).patronymic
    assert found == ((patronymic,) if patronymic else ())


def test_a_surname_that_ends_like_a_patronymic_stays_a_surname():
    assert parse("Алег Сяргеевіч Карповіч").surname == ("карповіч",)
    assert parse("Карповіч Алег Сяргеевіч").surname == ("карповіч",)
    assert parse("Алег Карповіч").surname == ("карповіч",)


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Астапчук М. В.", "м в"),
        ("М.В. Астапчук", "м в"),
        ("АСТАПЧУК М.В.", "м в"),
        ("Астапчук М В", "м в"),
        ("Дз. Астапчук", "дз"),
        ("Астапчук Дз.М.", "дз м"),
        ("Вал. Астапчук", "вал"),
    ],
)
def test_initials_are_not_given_names(name, initials):
    parts = parse(name)
    assert (parts.initials, parts.surname, parts.given) == (tuple(initials.split()), ("астапчук",), ())


@pytest.mark.parametrize("name", ["Марына К.", "Марына К", "Марина А."])
def test_a_womans_given_name_before_one_letter_is_no_surname(name):
    assert len(parse(name).given[0]) == len("марына")
    assert len(parse(name).surname[0]) == 1


def test_a_mans_given_name_before_one_initial_may_be_his_surname():
    assert parse("Адам К.").surname == ("адам",)


def test_a_short_given_name_before_a_full_stop_is_no_initial():
    assert parse("Астапчук Ян.").given == ("ян",)


@pytest.mark.parametrize("name", ["Астапчук", "Марына", "Г", "von", "д-р Астапчук"])
def test_a_single_word_is_looked_for_alone(name):
    parts = parse(name)
    assert len(parts.surname) == 1
    assert not (parts.given)
    assert not (parts.initials)
    assert not (parts.patronymic)


@given(st.text(max_size=200))
def test_any_text_can_be_taken_apart(text):
    parse(text)


WRITTEN = """
Марына Астапчук М. В. Пятроўна Карповіч Жук-Вялічка von Ганна-Марыя оглы Sarokin HALINA Дз. Саша Бонча
"""
name_words = st.sampled_from(WRITTEN.split())


@given(st.lists(name_words, max_size=30), st.sampled_from([" ", ", ", "\n"]))
def test_no_word_of_a_name_is_lost(chosen, between):
    text = between.join(chosen)
    parts = parse(text)
    kept = [*parts.given, *parts.initials, *parts.patronymic, *parts.surname, *parts.particles]
    assert sorted(kept) == sorted(word.folded for word in words(text))


@given(st.lists(name_words, min_size=1, max_size=4))
def test_invisible_characters_change_no_part(chosen):
    text = " ".join(chosen)
    assert parse(text.replace("а", "а\u00ad")) == parse(text)


@pytest.mark.parametrize(
    ("one", "other"), [("мікалай", "николай"), ("вольга", "ольга"), ("алена", "олена"), ("рыгор", "григорий")]
)
def test_a_given_name_is_known_in_its_neighbours_languages(one, other):
    assert other in given_forms(one)
    assert one in given_forms(other)
