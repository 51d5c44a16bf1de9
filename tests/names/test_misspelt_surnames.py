"""A surname with one slip of the pen is a doubt, never a proof. All people are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valoshka.names import Finder, find
from valoshka.names.nearly import one_slip

PEOPLE = {"p": ["Марына Астапчук"], "q": ["Дзмітрый Цеханоўскі"], "r": ["Зоя Кулеш"]}


@pytest.mark.parametrize(
    "text",
    ["Марына Астачпук", "Марыне Астапчку", "Марыну Астапгук", "Maryna Astapchik", "М. Астачпук", "Астапчумк М. П."],
)
def test_one_slip_beside_the_given_name_or_initial_is_a_doubt(text):
    found = [mention for mention in find(f"Учора {text} была", PEOPLE) if mention.how != "given"]
    assert [(mention.key, mention.how, mention.strong) for mention in found] == [("p", "near", False)]


@pytest.mark.parametrize(
    "text",
    [
        "Астачпук была",  # alone it is somebody else's
        "Вольга Астачпук была",
        "Марына Астапенка была",
        "Зоя Кулікова была",
        "марына астачпук",
        "Прыйшла Марына. Астачпук маўчаў.\n\nМарына\n\nАстачпук",
        "К. Астачпук",
    ],
)
def test_what_is_further_away_is_no_doubt(text):
    assert "near" not in {mention.how for mention in find(text, PEOPLE)}


def test_a_name_without_a_slip_is_read_as_itself():
    assert [mention.how for mention in find("Марына Астапчук", PEOPLE)] == ["full_name"]


letters = st.text("abcd", max_size=8)


@given(letters, letters)
def test_a_slip_has_no_direction(one, other):
    assert one_slip(one, other) == one_slip(other, one)


@given(letters, st.integers(0, 8), st.sampled_from("abcd"))
def test_every_single_slip_is_one(word, at, letter):
    before, after = word[:at], word[at:]
    assert one_slip(word, before + letter + after)
    assert one_slip(word, before + letter + after[1:])
    assert one_slip(word, before + after[1:])
    assert one_slip(word, before + after[1::-1] + after[2:])


@given(letters, letters)
def test_what_differs_in_length_by_two_is_more_than_a_slip(one, other):
    assert not one_slip(one, one + "ab" + other)


def test_a_third_person_misspelt_is_a_doubt_for_the_reader():
    finder = Finder({"t": ["Зінаіда Лапатэнка"]})
    assert [mention.how for mention in finder.find("яе звалі Зінаіда Лапотэмка")] == ["near"]


@pytest.mark.parametrize(
    "text", ["Плаьунова", "лПатунова", "Платуноваа", "Платуноав", "Шевчекно", "Шевчеко", "Бандаэрнка", "Беліцкачя"]
)
def test_a_slip_alone_is_a_doubt_whichever_letter_slipped(text):
    people = {"a": ["Галина Платунова"], "b": ["Римма Шевченко"], "c": ["Раза Бандарэнка"], "d": ["Ганна Беліцкая"]}
    (found,) = find(f"Учора {text} была", people)
    assert found.how in ("slip", "surname_alike")


@pytest.mark.parametrize("text", ["Галина латунова", "Галина Платнова", "Зоя Кулек", "Зоя Клеш", "Зоя Кулешь"])
def test_a_slip_beside_the_given_name_is_a_doubt_in_a_short_surname_too(text):
    people = {"p": ["Галина Платунова"], "q": ["Зоя Кулеш"]}
    found = {mention.how for mention in find(f"Учора {text} была", people)}
    assert found & {"near", "full_name"}
