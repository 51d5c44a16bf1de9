"""All people are invented."""

from __future__ import annotations

import pytest

from valoshka.names import parse
from valoshka.names.parts import given_forms


@pytest.mark.parametrize(
    "name",
    [
        "Марына Віктараўна Астапчук",
        "Астапчук Марына Віктараўна",
        "АСТАПЧУК, Марына",
        "Марына Астапчук",
        "Астапчук Марына",
    ],
)
def test_a_name_is_taken_apart_whichever_part_comes_first(name):
    parts = parse(name)
    assert (parts.given, parts.surname) == (("марына",), ("астапчук",))


def test_a_surname_that_ends_like_a_patronymic_stays_a_surname():
    assert parse("Алег Сяргеевіч Карповіч").surname == ("карповіч",)
    assert parse("Карповіч Алег Сяргеевіч").surname == ("карповіч",)
    assert parse("Алег Карповіч").surname == ("карповіч",)


def test_initials_are_not_given_names():
    parts = parse("Астапчук М. В.")
    assert (parts.initials, parts.surname, parts.given) == (("м", "в"), ("астапчук",), ())


def test_a_single_word_is_looked_for_alone():
    assert parse("Астапчук").surname == ("астапчук",)


def test_both_halves_of_a_double_surname_count():
    assert parse("Марына Астапчук-Жукоўская").surname == ("астапчук", "жукоўская")


@pytest.mark.parametrize(
    ("one", "other"), [("мікалай", "николай"), ("вольга", "ольга"), ("алена", "олена"), ("рыгор", "григорий")]
)
def test_a_given_name_is_known_in_its_neighbours_languages(one, other):
    assert other in given_forms(one)
    assert one in given_forms(other)
