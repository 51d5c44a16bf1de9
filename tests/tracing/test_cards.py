"""Cards, one person below the other, as forms are copied into a text or a sheet. Everybody is invented."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import openpyxl
import pytest

if TYPE_CHECKING:
    from conftest import Listed

FIELDS = [
    ("Фамилия", "Лось"), ("Имя", "Ян"), ("Отчество", "Петрович"), ("Дата рождения", "12.03.1990"),
    ("Фамилия", "Барсук"), ("Имя", "Вера"), ("Дата рождения", "1970"),
]  # fmt: skip
TOLD = [("Лось Ян Петрович", "1990-03-12", 1), ("Барсук Вера", "1970", 5)]


def told(detained: object) -> list[tuple[str, str, int]]:
    return [(row.names[0], str(row.born), row.line) for row in detained]  # type: ignore[attr-defined]


@pytest.mark.parametrize("sign", [": ", ":\t", "\t", " ; "])
def test_fields_below_each_other_are_one_person_until_one_comes_again(listed: Listed, sign: str) -> None:
    detained = listed("a.txt", "".join(f"{heading}{sign}{said}\n" for heading, said in FIELDS))
    assert told(detained) == TOLD
    assert "it is read as cards, one below the other" in detained.notes


def test_cards_may_stand_on_a_sheet_and_have_notes(listed: Listed) -> None:
    book = openpyxl.Workbook()
    for heading, said in FIELDS:
        book.active.append([f"{heading}:", said])
    book.active.append(["в Жодино с 11 августа"])
    stream = io.BytesIO()
    book.save(stream)
    detained = listed("a.xlsx", stream.getvalue())
    assert told(detained) == TOLD
    assert "в Жодино с 11 августа" in detained.rows[1].words


def test_whole_names_below_each_other_are_one_person_each(listed: Listed) -> None:
    detained = listed("a.txt", "ФИО: Лось Ян\nФИО: Барсук Вера\nФИО: Рысь Алла\n")
    assert [row.names for row in detained] == [("Лось Ян",), ("Барсук Вера",), ("Рысь Алла",)]


def test_a_small_table_is_no_card(listed: Listed) -> None:
    rows = "Фамилия;Имя\nЛось;Ян\nФамилия;Имя\nБарсук;Вера\nФамилия;Имя\nРысь;Алла\n"
    assert [row.names[0] for row in listed("a.csv", rows)] == ["Лось Ян", "Барсук Вера", "Рысь Алла"]


def test_people_on_lines_beside_a_card_go_in_too(listed: Listed) -> None:
    detained = listed("a.txt", "Верабей Г., браты Пятровы\nПрозвішча: Бонч\nІмя: Галіна\nНарадзілася: 1990\n")
    assert {row.names[0] for row in detained} >= {"Бонч Галіна", "Верабей Г."}
