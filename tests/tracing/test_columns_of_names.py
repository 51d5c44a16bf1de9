"""Which columns hold the names: by their headings in seven languages, else by what stands in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from valoshka.tracing import ListUnreadable

if TYPE_CHECKING:
    from conftest import Listed


@pytest.mark.parametrize(
    ("headings", "person", "name"),
    [
        ("№;Ф.И.О.;Дата рождения", "1;Сорока Пётр;12.03.1985", "Сорока Пётр"),
        ("Прозвішча;Імя;Імя па бацьку;Год нараджэння", "Бонч;Галіна;Пятроўна;1985", "Бонч Галіна Пятроўна"),
        ("ПІБ;Дата народження", "Сорока Петро;12.03.1985", "Сорока Петро"),
        ("Імʼя;Прізвище;По батькові;р.н.", "Петро;Сорока;Ілліч;1985", "Сорока Петро Ілліч"),
        ("Nazwisko;Imię;Data urodzenia", "Sroka;Piotr;12.03.1985", "Sroka Piotr"),
        ("Imię i nazwisko;ur.", "Piotr Sroka;1985", "Piotr Sroka"),
        ("Vardas;Pavardė;Gimimo data", "Petras;Šarka;1985-03-12", "Šarka Petras"),
        ("Name;Vorname;geb.", "Elster;Peter;12.03.1985", "Elster Peter"),
        ("Nachname;Vorname;Geburtsdatum", "Elster;Peter;12.03.1985", "Elster Peter"),
        ("first_name;last_name;birthDate", "Peter;Magpie;1985-03-12", "Magpie Peter"),
        ("Full name;Judge's name;DOB", "Peter Magpie;John Law;1985", "Peter Magpie"),
        ("Name of court;Name;Born", "Central;Peter Magpie;1985", "Peter Magpie"),
        ("Судья;Задержанный;г.р.", "Законов И.И.;Сорока Пётр;1985", "Сорока Пётр"),
        ("Кем задержан;Кто;Год рожд.", "Законов Иван;Сорока Пётр;1985", "Сорока Пётр"),
    ],
)
def test_headings_in_every_language_lead_to_the_name_and_the_birth(
    listed: Listed, headings: str, person: str, name: str
) -> None:
    (row,) = listed("list.csv", f"{headings}\n{person}\n")
    assert (row.names, str(row.born)[:4]) == ((name,), "1985")


def test_a_title_may_stand_above_the_headings(listed: Listed) -> None:
    (row,) = listed("list.csv", "Спіс;затрыманых;10.08.2020\n;;\nПрозвішча;Імя;Узрост\nБонч;Галіна;30\n")
    assert (row.names, row.line, str(row.born)) == (("Бонч Галіна",), 4, "[1989..1990]")


def test_without_headings_the_column_that_reads_as_names_is_taken(listed: Listed) -> None:
    detained = listed("list.csv", "Мінск;Бонч Галіна;23.34\nГродна;Сарока Алесь;23.34\nБрэст;Zzyzx Qwert;24.3\n")
    assert [row.names[0] for row in detained] == ["Бонч Галіна", "Сарока Алесь", "Zzyzx Qwert"]
    assert "names are in column 2 (by what stands in it)" in detained.notes


def test_without_headings_a_given_name_finds_the_surname_beside_it(listed: Listed) -> None:
    detained = listed("list.csv", "7;Бонч;Галіна;Пятроўна;Мінск\n8;Сарока;Алесь;Ільіч;Гродна\n")
    assert [row.names[0] for row in detained] == ["Бонч Галіна Пятроўна", "Сарока Алесь Ільіч"]


def test_other_names_of_one_person_are_names_too(listed: Listed) -> None:
    rows = "Фамилия;Имя;Девичья фамилия;Имя на латинице\nДятлова;Анна;Сорока;Hanna Dziatlava\n"
    (row,) = listed("list.csv", rows)
    assert row.names == ("Дятлова Анна", "Сорока Анна", "Hanna Dziatlava")


def test_a_list_without_a_column_of_names_says_its_columns_and_repeats_no_cell(listed: Listed) -> None:
    with pytest.raises(ListUnreadable) as refusal:
        listed("list.csv", "дата;артыкул;XYZ\n10.08.2020;23.34;Таямніца\n11.08.2020;23.34;Загадка\n")
    told = str(refusal.value)
    assert "1 “дата”, 2 “артыкул”, 3 (words)" in told
    assert "--name-column" in told
    assert not any(cell in told for cell in ("XYZ", "Таямніца", "23.34"))


def test_a_person_can_say_which_columns_make_up_the_name(listed: Listed) -> None:
    text = "дата;aaa;bbb\n10.08.2020;Zzyzx;Qwert\n"
    assert listed("a.csv", text, "2", "3").rows[0].names == ("Zzyzx Qwert",)
    assert listed("b.csv", text, "BBB", "aaa").rows[0].names == ("Qwert Zzyzx",)
    with pytest.raises(ListUnreadable, match=r"no such column\. Its columns are"):
        listed("c.csv", text, "9")
    with pytest.raises(ListUnreadable, match=r"no such column\. Its columns are"):
        listed("d.csv", text, "")


def test_births_of_officials_and_towns_never_become_the_name(listed: Listed) -> None:
    (row,) = listed("list.csv", "Имя отца;Город;Фамилия;Имя\nИван;Пётр-город;Сорока;Анна\n")
    assert row.names == ("Сорока Анна",)


@pytest.mark.parametrize(("asked", "where"), [(("3",), "column 3 (as you said)"), ((), "column 2 (by its heading)")])
def test_a_list_without_a_name_in_its_column_names_the_column(
    listed: Listed, asked: tuple[str, ...], where: str
) -> None:
    with pytest.raises(ListUnreadable) as refusal:
        listed("list.csv", "№;ФИО;Место\n1;;Жодино\n2;-;\n", *asked)
    assert f"no row of it holds a name in {where}. Check that it is the right file" in str(refusal.value)


def test_a_title_that_sounds_like_a_heading_heads_nothing(listed: Listed) -> None:
    rows = "Задержанные ОВД Центральный 12.08.20;\n1;Лось Ян 1990\n2;Барсук Вера 12.03.1970\n3;-\n"
    assert [(row.names[0], str(row.born)) for row in listed("a.csv", rows)] == [
        ("Лось Ян", "1990"),
        ("Барсук Вера", "1970-03-12"),
    ]
