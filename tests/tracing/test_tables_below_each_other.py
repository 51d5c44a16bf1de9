"""One sheet, several tables: the women below the men, another town beside the first. Everybody is invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Listed

MEN = "№;ФИО;Г.р.;Суд\n1;Сорока Пётр Ильич;1985;Законов И.И.\n2;Кот Ян;1979;\n"
WOMEN = "Женщины:;;;\nФамилия;Имя;Отчество;Год рожд.\nЛисицкая;Ольга;Львовна;1977\nРыбка;Нина;;1969\n"


def told(detained: object) -> list[tuple[str, str]]:
    return [(row.names[0], str(row.born)) for row in detained]  # type: ignore[attr-defined]


def test_another_row_of_headings_begins_another_table(listed: Listed) -> None:
    detained = listed("a.csv", MEN + ";;;\n" + WOMEN)
    assert told(detained) == [
        ("Сорока Пётр Ильич", "1985"),
        ("Кот Ян", "1979"),
        ("Лисицкая Ольга Львовна", "1977"),
        ("Рыбка Нина", "1969"),
    ]
    assert detained.rows[2].line == 7


def test_the_first_table_may_have_fewer_headings_than_the_next(listed: Listed) -> None:
    detained = listed("a.csv", "ФИО;Г.р.;;\nКот Ян;1979;;\nСорока;1985;;\n" + WOMEN)
    assert [name for name, _ in told(detained)] == ["Кот Ян", "Сорока", "Лисицкая Ольга Львовна", "Рыбка Нина"]


def test_headings_that_come_again_on_each_page_begin_nothing(listed: Listed) -> None:
    detained = listed("a.csv", MEN + MEN.replace("Кот Ян", "Лис Ян"))
    assert [name for name, _ in told(detained)] == ["Сорока Пётр Ильич", "Кот Ян", "Сорока Пётр Ильич", "Лис Ян"]
    assert detained.faults == ()


def test_below_a_column_that_a_person_has_named_nothing_is_taken_for_headings(listed: Listed) -> None:
    detained = listed("a.csv", "ФИО;Г.р.\nСорока;1985\nФамилия;Имя\nРыбка;Нина\n", "1")
    assert [name for name, _ in told(detained)] == ["Сорока", "Рыбка"]


def test_of_two_tables_side_by_side_everybody_is_named_and_nobody_gets_the_others_birth(listed: Listed) -> None:
    rows = "№;ФИО;г.р.;;№;ФИО;г.р.\n1;Лось Ян Петрович;1990;;11;Рысь Алла;1991\n"
    (row,) = listed("a.csv", rows)
    assert (row.names, row.born) == (("Лось Ян Петрович", "Рысь Алла"), None)


def test_a_thousand_rows_of_headings_cost_no_more_than_a_few(listed: Listed) -> None:
    detained = listed("a.csv", "".join(f"ФИО;Г.р.;{'№' * (each % 2)}\nКот Ян;1979;\n" for each in range(1_000)))
    assert [row.names for row in detained if row.names != ("Кот Ян",)] == []
    assert len(detained) == 1_000
    assert len(detained.notes) < 10


def test_where_another_table_has_its_names_is_told(listed: Listed) -> None:
    assert "from line 5 on, names are in columns 1, 2 and 3 (by their headings)" in listed("a.csv", MEN + WOMEN).notes
