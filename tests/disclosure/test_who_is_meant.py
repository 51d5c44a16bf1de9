"""Who is meant: a relative of the other sex, one of many of the same given name, a stranger. Everybody is invented."""

from __future__ import annotations

import pytest

from valoshka.disclosure import Place, ProtectedPerson
from valoshka.disclosure.lookout import Lookout


def rules(text: str, *names: str) -> set[str]:
    people = [ProtectedPerson("p", names)]
    return {finding.rule for finding in Lookout.over(people, "public").findings(text, Place())}


@pytest.mark.parametrize("text", ["Алесь Марозаў прыйшоў.", "Прыйшоў А. Марозаў.", "Alieś Marozaŭ came."])
def test_a_relative_of_the_other_sex_is_asked_about(text):
    assert rules(text, "Алеся Марозава") == {"name_other_sex"}


@pytest.mark.parametrize("text", ["Алеся Марозава прыйшла.", "Алесі Марозавай няма.", "Бачылі Алесю Марозаву."])
def test_the_woman_herself_still_blocks(text):
    assert rules(text, "Алеся Марозава") == {"name_full_name"}


CROWD = {f"c{at}": (f"Іван Палонскі{at * 'а'}",) for at in range(1, 220)}


def asked(text: str, people: dict[str, tuple[str, ...]]) -> set[tuple[str, str | None]]:
    lookout = Lookout.over([ProtectedPerson(key, names) for key, names in people.items()], "public")
    return {(finding.rule, finding.at.text) for finding in lookout.findings(text, Place())}


def test_of_many_people_a_frequent_given_name_points_to_nobody_by_itself():
    people = {"p": ("Галіна Бонч",), "q": ("Еўдакія Шыла",)}
    assert asked("Учора Галіна прыйшла.", people) == {("name_given", "Галіна")}
    assert asked("Учора Галіна прыйшла.", {**people, **CROWD}) == set()
    assert asked("Учора Еўдакія прыйшла.", {**people, **CROWD}) == {("name_given", "Еўдакія")}


def test_of_many_people_a_frequent_given_name_points_to_whom_the_text_tells_of():
    found = asked("Галіна Бонч працуе тут.\n\nУчора Галіна прыйшла.", {"p": ("Галіна Бонч",), **CROWD})
    assert ("name_given", "Галіна") in found


def test_a_surname_that_ends_as_a_fathers_name_is_a_strangers_surname():
    assert asked("Фільм Галіны Адамовіч. Фота Галіны Плыткевіч.", {"p": ("Галіна Бонч",)}) == set()
    assert asked("Прыйшла Галіна Пятроўна.", {"p": ("Галіна Бонч",)}) == {("name_given", "Галіна")}


def test_a_given_name_that_only_sounds_like_the_bearers_is_a_strangers():
    assert asked("Rozmowa z Leszkiem Bonczem, syna Leszka Boncza.", {"p": ("Алексей Бонч",)}) <= {
        ("name_surname_of_another", "Leszka Boncza"),
        ("name_surname_of_another", "Bonczem"),
        ("name_surname_of_another", "Leszkiem Bonczem"),
    }
    assert asked("Rozmowa z A l e ś  B o n c z.", {"p": ("Алесь Бонч",)}) >= {("name_full_name", "A l e ś  B o n c z")}
