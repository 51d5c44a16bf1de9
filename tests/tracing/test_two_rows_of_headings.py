"""Sheets as offices make them: one heading over several columns, and a second row of headings below it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import openpyxl
import pytest

if TYPE_CHECKING:
    from conftest import Listed

# Everybody is invented.
PEOPLE = [("Бонч", "Галина", "Петровна", 1971, "ЦИП"), ("Сорока", "Пётр", "", 1984, "ИВС")]
WHOLE = ["Бонч Галина Петровна", "Сорока Пётр"]


def sheet(*above: list[str], merged: str = "") -> bytes:
    book = openpyxl.Workbook()
    page = book.active
    for row in above:
        page.append(row)
    for number, person in enumerate(PEOPLE, 1):
        page.append([number, *person])
    if merged:
        page.merge_cells(merged)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def names_and_births(detained: object) -> list[tuple[str, str]]:
    return [(row.names[0], str(row.born)) for row in detained]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "above",
    [
        [["№", "ФИО", "", "", "Год рожд.", "Где"], ["", "Фамилия", "Имя", "Отчество"]],
        [["Списки задержанных"], ["№", "ФИО", "", "", "Год рожд."], ["", "Фамилия", "Имя", "Отчество", "", ""]],
        [["", "Задержанный", "", "", "Г.р."], ["№", "Фамилия", "Имя", "Отчество", "", "Где"]],
        [["№", "ФИО", "", "", "Год рожд.", "Где"]],
        [["№", "Фамилия", "", "", "Год рожд.", "Где"]],
    ],
)
def test_one_heading_over_three_columns_joins_them(listed: Listed, above: list[list[str]]) -> None:
    row = next(number for number, cells in enumerate(above, 1) if "Год рожд." in cells or "Г.р." in cells)
    detained = listed("a.xlsx", sheet(*above, merged=f"B{row}:D{row}" if above[row - 1][1] else ""))
    assert names_and_births(detained) == list(zip(WHOLE, ["1971", "1984"], strict=True))
    assert detained.faults == ()


def test_two_rows_of_headings_are_read_in_text_too(listed: Listed) -> None:
    rows = ";ФИО;;Дата рождения\n№;Фамилия;И.О.;\n1;Бонч;Г.П.;12.03.1990\n2;Сорока;П.;1984\n"
    assert names_and_births(listed("a.csv", rows)) == [("Бонч Г.П.", "1990-03-12"), ("Сорока П.", "1984")]


def test_a_column_without_a_heading_that_names_somebody_else_is_left_alone(listed: Listed) -> None:
    rows = "№;ФИО;;Г.р.\n1;Бонч Галина;Сорока Пётр;1990\n2;Кот Анна;Лис Ян;1984\n"
    assert [row.names for row in listed("a.csv", rows)] == [("Бонч Галина",), ("Кот Анна",)]


def test_somebody_on_the_first_row_is_no_second_heading(listed: Listed) -> None:
    rows = "Фамилия;Имя;Г.р.\nФамилиян;Имам;1990\nКот;Анна;1984\n"
    assert [row.names[0] for row in listed("a.csv", rows)] == ["Фамилиян Имам", "Кот Анна"]


def test_each_note_says_which_sheet_it_is_about(listed: Listed) -> None:
    book = openpyxl.load_workbook(io.BytesIO(sheet(["№", "Фамилия", "Имя", "Отчество"])))
    book.active.title = "ЦИП"
    other = book.create_sheet("ИВС")
    other.append(["Прозвішча, імя"])
    other.append(["Кот Ганна"])
    stream = io.BytesIO()
    book.save(stream)
    assert listed("a.xlsx", stream.getvalue()).notes[:2] == (
        "ЦИП: names are in columns 2, 3 and 4 (by their headings)",
        "ИВС: names are in column 1 (by its heading)",
    )
