"""From which year ages are counted: the list's titles, its file's name, else when it was written; and it is said."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import openpyxl
import pytest

if TYPE_CHECKING:
    from conftest import Listed
    from valoshka.tracing import DetaineeList

# Everybody is invented.
AGED = [["ФИО", "Узрост"], ["Бонч Галина", 29]]


def workbook(**sheets: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        for row in (sheet := book.create_sheet(title)) and rows:
            sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def births(detained: DetaineeList) -> list[str]:
    return [str(row.born) for row in detained]


def test_a_title_on_any_sheet_serves_the_whole_book(listed: Listed) -> None:
    titled: list[list[object]] = [["Списки на 11.08.2020"], ["ФИО", "Возраст"], ["Сорока Пётр", 35]]
    detained = listed("a.xlsx", workbook(ЦИП=titled, Жодино=AGED))
    assert births(detained) == ["[1984..1985]", "[1990..1991]"]
    assert "ЦИП: ages are counted from 2020, which its title says" in detained.notes
    assert "Жодино: ages are counted from 2020, which a title in it says" in detained.notes


def test_a_sheets_own_title_and_name_come_first(listed: Listed) -> None:
    titled: list[list[object]] = [["На 11.08.2021"], *AGED]
    detained = listed("a 2019.xlsx", workbook(**{"11.08.2020": AGED, "Лист2": titled}))
    assert births(detained) == ["[1990..1991]", "[1991..1992]"]
    assert births(listed("b.xlsx", workbook(**{"11.08.2020": AGED}))) == ["[1990..1991]"]


def test_a_date_with_two_figures_for_the_year_is_a_title_too(listed: Listed) -> None:
    assert births(listed("a.csv", "Списки 12.08.20;\nФИО;Возраст\nБонч Галина;29\n")) == ["[1990..1991]"]


def test_the_years_of_people_are_no_year_of_the_list(listed: Listed) -> None:
    lines = "Спіс на 10.08.2020\nБонч Галіна, 29 гадоў\n"
    assert births(listed("a.txt", lines)) == ["[1990..1991]"]
    assert births(listed("2020.txt", "Кот Ян, 2001\nБонч Галіна, 29 гадоў\n")) == ["2001", "[1990..1991]"]
    table = "Спіс;на 10.08.2020\n\nФИО;Возраст\nКот Ян, 2003 г.р.;\nБонч Галина;29\n"
    assert births(listed("a.csv", table))[1] == "[1990..1991]"


def test_an_age_in_a_message_is_of_the_year_in_which_it_was_sent(listed: Listed) -> None:
    detained = listed("a.txt", "[10.08.2020 23:14] Таня: Бонч Галіна, 29 гадоў\n10.08.20, 23:15 - Аня: Кот Ян (35)\n")
    assert births(detained)[0] == "[1990..1991]"
    assert not any("ages" in note for note in detained.notes)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.csv", "ФИО;Возраст\nБонч Галина;29\n", "when the file was written"),
        ("a 2020.csv", "ФИО;Возраст\nБонч Галина;29\n", "2020, which its file's name says"),
        ("a.txt", "Бонч Галина, 29 лет\n", "when the file was written"),
        ("b.csv", "Бонч Галина, 29 лет;ЦИП\nКот Ян;ЦИП\n", "when the file was written"),
    ],
)
def test_where_ages_are_told_it_is_said_from_which_year_they_are_counted(
    listed: Listed, name: str, content: str, told: str
) -> None:
    assert any(note.startswith("ages are counted from ") and told in note for note in listed(name, content).notes)


def test_where_nobody_tells_an_age_nothing_is_said_of_years(listed: Listed) -> None:
    detained = listed("a.csv", "ФИО;Г.р.;Возраст\nБонч Галина;1990;\n")
    assert not any("ages" in note for note in detained.notes)
