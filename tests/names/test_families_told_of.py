"""Families, foreign letters and initials beside a surname. Everybody is invented."""

from __future__ import annotations

import pytest

from valoshka.names import find


def hows(text: str, name: str) -> set[str]:
    return {mention.how for mention in find(f"сказалі пра {text} учора", {"p": [name]})}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Бончаў", "Ян Бонч"),
        ("Узорников", "Тихон Узорник"),
        ("Узорників", "Тихон Узорник"),
        ("Uzorników", "Ціхан Узорнік"),
        ("Кавальчукоў", "Jan Kawalczuk"),
    ],
)
def test_a_family_in_the_genitive_is_found(text, name):
    assert hows(text, name) & {"surname", "surname_common"}


def test_a_frequent_surname_is_no_plural_of_a_shorter_one():
    assert hows("Волкова", "Ян Волк") == hows("Новиков", "Ян Новик") == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [("Sdanowitsch", "Иван Зданович"), ("Grusdewitsch", "Иван Груздевич")],
)
def test_german_writes_one_letter_for_two(text, name):
    assert hows(text, name) == {"surname"}


@pytest.mark.parametrize(("text", "name"), [("Обамы", "Barak Abama"), ("Юрову", "Ян Юраў"), ("Шойгу", "Jan Shaihu")])
def test_an_unstressed_vowel_follows_the_language(text, name):
    assert hows(text, name) & {"surname", "surname_alike", "surname_common"}


def test_of_two_initials_the_first_is_the_given_names_where_nobody_knows_the_father():
    assert hows("М. У. Бонча", "Максім Бонч") == {"initials"}
    assert hows("У. М. Бонча", "Максім Бонч") == {"surname_of_another"}
    assert hows("Бонча В. М.", "Максім Віктаравіч Бонч") == {"initials"}
