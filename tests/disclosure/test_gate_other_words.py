"""A word that is also a place, an institution or a word of the dictionary. Everybody is invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valoshka.disclosure import Place, ProtectedPerson
from valoshka.disclosure.another_word import is_another_word
from valoshka.disclosure.lookout import Lookout

HERE = Place(file="a.txt")


def named(text, *names):
    people = [ProtectedPerson(f"p{number}", (name,)) for number, name in enumerate(names)]
    findings = Lookout.over(people, "public").findings(text, HERE)
    return [(finding.rule, finding.at.text) for finding in findings if finding.kind == "name"]


@pytest.mark.parametrize(
    ("text", "name", "word"),
    [
        ("Белы халат вісеў на сцяне каля дзвярэй у калідоры.", "Зміцер Белы", "Белы"),
        ("Цікавы факт пра гэта мы знайшлі ў газеце ўчора.", "Алег Цікавы", "Цікавы"),
        ("Високий рівень води тримався до самої осені цього року.", "Олег Високий", "Високий"),
        ("Zasady obowiązują wszystkich, powiedział wczoraj rzecznik partii.", "Marcin Zasada", "Zasady"),
        ("Белый халат висел на стене у двери в коридоре.", "Дмитрий Белый", "Белый"),
    ],
)
def test_a_surname_that_is_a_common_word_is_a_doubt_alone(text, name, word):
    assert named(text, name) == [("name_also_word", word)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Жанчыны ў белым стаялі ўздоўж вуліцы і маўчалі.", "Зміцер Белы"),
        ("To pozwoli Rosji na całkowitą rezygnację z tranzytu gazu.", "Edyta Roś"),
        ("Вона живе в Росії вже багато років разом із сім'єю.", "Росс Валько"),
        ("Он уехал из Германии и вернулся домой только осенью.", "Герман Гладкий"),
        ("Вызначылі вынік галасавання, і выбары адбыліся.", "Manfred Weber"),
        ("Чаму COVID не спыніў іх, ніхто не ведае дагэтуль.", "Саджыд Джавід"),
    ],
)
def test_a_word_that_only_sounds_like_a_name_names_nobody(text, name):
    assert named(text, name) == []


def test_in_small_letters_a_word_is_a_doubt_where_its_bearer_is_told_of():
    text = "Пришёл Пётр Московских. Потом ушёл и московских больше никто не видел."
    assert ("name_surname_lower_case", "московских") in named(text, "Пётр Московских")
    assert named("Ушёл, и московских улиц больше никто из нас не видел.", "Пётр Московских") == []


def test_a_full_name_blocks_whatever_its_words_are():
    for text, name in (("Зміцер Белы прыйшоў.", "Зміцер Белы"), ("Wyszedł Marcin Zasada.", "Marcin Zasada")):
        assert [rule for rule, _ in named(text, name)] == ["name_full_name"]


def test_a_given_name_that_is_a_place_is_asked_about_if_it_is_spelt_so():
    assert named("Потом Каролина рассказала обо всём, что было с ними.", "Каролина Бонч") == [
        ("name_given", "Каролина")
    ]


@given(st.sampled_from(["be", "ru", "uk", "pl"]), st.sampled_from(["астапчук", "бонч", "вялічка", "astapczuk"]))
def test_a_surname_that_is_no_word_is_no_other_word_in_any_language(language, surname):
    assert not is_another_word(surname, language)
