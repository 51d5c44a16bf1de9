"""Whoever else a text names hides nobody. Everybody is invented."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from valoshka.names import Finder
from valoshka.names.sexes import is_of_other_sex

PEOPLE = {"p": ["Дзмітрый Цеханоўскі"], "q": ["Алеся Марозава"], "r": ["Марына Віктараўна Астапчук"]}
FINDERS = {strangers: Finder(PEOPLE, strangers=strangers) for strangers in (True, False)}
TOLD = ("Цеханоўскага адпусцілі.", "А. Марозава.", "Astapchuk", "Марына", "Дзмітрый Цеханоўскі", "Марозаў", "М. А.")
STRANGERS = (
    "Павел Цеханоўскі",
    "Вольга Цеханоўская",
    "Зоя Викторовна Астапчук",
    "Astapchuk, Piotr",
    "Алесь Марозаў",
    "Марына Кавальчук",
    "цеханоўскі",
    "Мороз",
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(TOLD), max_size=3), st.lists(st.sampled_from(STRANGERS), max_size=4), st.booleans())
def test_a_stranger_more_never_weakens_what_is_found(told, strangers, keep):
    text = "\n\n".join(told)
    before = FINDERS[keep].find(text)
    after = FINDERS[keep].find("\n\n".join([text, *strangers]))
    strongest = {(each.start, each.end, each.key): each.rank for each in after}
    for each in before:
        assert strongest[each.start, each.end, each.key] <= each.rank


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("алесь марозаў", "Алеся Марозава"),
        ("алесь марозаў", "Alesia Marozava"),
        ("alieś marozaŭ", "Алеся Марозава"),
        ("а марозаў", "Алеся Марозава"),
        ("аляксандр дудзік", "Аляксандра Дудзік"),
        ("а жибрицкая", "Александр Жибрицкий"),
    ],
)
def test_a_man_of_the_family_is_not_the_woman(words, name):
    assert is_of_other_sex(words.split(), [name])


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("алеся марозава", "Алеся Марозава"),
        ("алесю марозаву", "Алеся Марозава"),
        ("алеся марозаў", "Алеся Марозава"),
        ("алеся марозава", "Алесь Марозаў"),
        ("александра жибрицкого", "Александр Жибрицкий"),
        ("саша марозаў", "Алеся Марозава"),
        ("марына віктараўна", "Марына Астапчук"),
        ("а марозава", "Алесь Марозаў"),
        ("a marozov", "Alesia Marozava"),
        ("а дудзік", "Аляксандра Дудзік"),
    ],
)
def test_what_may_be_a_case_of_the_name_is_the_persons_own(words, name):
    assert not is_of_other_sex(words.split(), [name])


def test_one_listed_spelling_in_the_other_form_is_enough_to_be_the_person():
    assert not is_of_other_sex(["а", "морозов"], ["Алеся Марозава", "Alesia Morozov"])
