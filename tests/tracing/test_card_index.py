"""Searching lists: whoever stands there is shown, with the place and the reasons, and nobody is said to be found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from valoshka.names import ACCEPT
from valoshka.tracing import CardIndex, DetaineeList, NotAName, asked_name, trace

if TYPE_CHECKING:
    from conftest import Listed

# All invented; the same people in three spellings, as three lists would have them.
PEOPLE = [
    ("Верабей Галіна Пятроўна", "Воробей Галина Петровна", "Verabei Halina", 1990),
    ("Ціханчук Сяргей Іванавіч", "Тихончук Сергей Иванович", "Tsikhanchuk Siarhei", 1982),
    ("Дзераўянка Ганна", "Деревянко Анна Ильинична", "Dzeraulianka Hanna", 1975),
    ("Зубрыцкі Аляксандр", "Зубрицкий Александр", "Zubrytski Aliaksandr", 1969),
    ("Крупеня Вольга", "Крупеня Ольга Олеговна", "Krupenia Volha", 2001),
]


@pytest.fixture
def three(listed: Listed) -> list[DetaineeList]:
    be = "".join(f"{number}. {be}, {born} г.н.\n" for number, (be, _, _, born) in enumerate(PEOPLE, 1))
    ru = "№;ФИО;Год рождения\n" + "".join(f"r{born};{ru};{born}\n" for _, ru, _, born in PEOPLE)
    la = "name,age\n" + "".join(f"{la},{2020 - born}\n" for _, _, la, born in PEOPLE)
    return [
        listed("belarusian.txt", be),
        listed("russian.csv", ru, encoding="cp1251"),
        listed("latin 2020.csv", la),
    ]


@pytest.mark.parametrize("person", range(len(PEOPLE)))
@pytest.mark.parametrize("spelling", range(3))
def test_a_person_is_found_on_every_list_from_any_spelling(
    three: list[DetaineeList], person: int, spelling: int
) -> None:
    traced = trace(PEOPLE[person][spelling], three, limit=3)
    assert {(each.row.file, each.row.line - (each.row.file != "belarusian.txt")) for each in traced.sightings[:3]} == {
        (detained.file, person + 1) for detained in three
    }


def test_declined_names_and_initials_lead_there_too(three: list[DetaineeList]) -> None:
    cards = CardIndex(three)
    for asked in ("Зубрыцкага Аляксандра", "Зубрицкому А.", "A. Zubrytsky", "зубрицкий"):
        assert "Зубрыцкі Аляксандр" in [each.name for each in cards.trace(asked).sightings]


def test_a_row_keeps_its_place_its_words_and_the_lists_own_id(three: list[DetaineeList]) -> None:
    by_file = {each.row.file: each for each in trace("Крупеня Ольга", three).sightings}
    told = by_file["russian.csv"].row
    assert (told.line, told.id, told.words) == (6, "r2001", "r2001 | Крупеня Ольга Олеговна | 2001")
    assert by_file["belarusian.txt"].row.id == 5


def test_another_birth_ranks_lower_and_hides_nothing(listed: Listed) -> None:
    rows = "Бонч Галіна, 1955 г.н.\nБонч Галіна\nБонч Галіна, 1991 г.н.\nБонч Галіна, 1990 г.н.\n"
    cards = CardIndex([listed("a.txt", rows)])
    told = cards.trace("Бонч Галіна", born="1990").sightings
    assert [each.row.line for each in told] == [4, 2, 3, 1]
    assert [each.score for each in told] == sorted({each.score for each in told}, reverse=True)
    assert told[-1].reasons[-1] == "born: 1955 here, you asked for 1990"
    assert told[1].reasons[-1] == "born: not said here"


def test_likely_is_what_reaches_the_one_threshold(three: list[DetaineeList]) -> None:
    told = trace("Верабей Ганна", three, limit=None).sightings
    assert [each.likely for each in told] == [each.score >= ACCEPT for each in told]


def test_the_limit_never_cuts_off_a_row_as_good_as_the_last(listed: Listed) -> None:
    rows = "Бонч Галіна\n" * 7 + "Бончык Галіна\n"
    cards = CardIndex([listed("a.txt", rows)])
    assert [each.row.line for each in cards.trace("Бонч Галіна", limit=3).sightings] == list(range(1, 8))


def test_many_equals_are_all_there(listed: Listed) -> None:
    cards = CardIndex([listed("a.txt", "Бонч Галіна\n" * 700)])
    assert len(cards.trace("Бонч Галіна", limit=2).sightings) == 700


def test_a_row_that_names_one_person_twice_is_one_sighting(listed: Listed) -> None:
    cards = CardIndex([listed("a.csv", "ФИО;Имя на латинице\nБонч Галина;Bonch Halina\n")])
    assert len(cards.trace("Бонч Галіна").sightings) == 1


def test_no_match_still_says_what_was_searched(three: list[DetaineeList]) -> None:
    traced = trace("Zzyzx Qwertovich", three)
    assert traced.sightings == ()
    assert [(each.file, each.names) for each in traced.searched] == [(each.file, 5) for each in three]
    assert all(each.written is not None and each.written <= each.read for each in traced.searched)
    assert traced.spellings >= 1


@pytest.mark.parametrize("text", ["", " \n", "12345", "🙂", "Б", "...", "x" * 201, "б" * 10_000_000])
def test_what_is_no_name_is_answered_with_a_sentence_that_does_not_repeat_it(text: str) -> None:
    with pytest.raises(NotAName) as refusal:
        asked_name(text)
    assert len(str(refusal.value)) < 300
    assert not text.strip() or text.strip() not in str(refusal.value)


def test_a_name_with_cursor_codes_is_searched_without_them() -> None:
    assert asked_name("Бонч\x1b[2J\u202e\tГаліна") == "Бонч Галіна"
    assert asked_name("Бонч \x1b[31m Галіна\x1b[0m") == "Бонч Галіна"


@pytest.mark.parametrize("text", ["Бонч Галіна 1990", "Б0нч Галіна", "Бонч Галіна, 12.03.1990"])
def test_figures_in_a_name_are_refused_with_where_a_birth_belongs(text: str) -> None:
    with pytest.raises(NotAName, match=r"figures in that name.*--born 1982"):
        asked_name(text)
