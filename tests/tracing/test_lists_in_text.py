"""Lists in plain text: delimiters, encodings, quotation marks, pages, and lines that hold nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from valoshka.tracing import ListUnreadable

if TYPE_CHECKING:
    from conftest import Listed

LIST = "Прозвішча{0}Імя{0}Год нараджэння\nБонч{0}Галіна{0}1990\nСарока{0}Алесь{0}1985\n"


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("name", ["list.csv", "list.txt", "list"])
def test_any_sign_parts_columns_in_a_file_of_any_name(listed: Listed, sign: str, name: str) -> None:
    detained = listed(name, LIST.format(sign))
    assert [row.names for row in detained] == [("Бонч Галіна",), ("Сарока Алесь",)]
    assert [str(row.born) for row in detained] == ["1990", "1985"]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251", "koi8-u", "iso8859-5"]
)
def test_belarusian_is_read_in_every_encoding_it_comes_in(listed: Listed, encoding: str) -> None:
    detained = listed("list.csv", LIST.format(";"), encoding=encoding)
    assert [row.names for row in detained] == [("Бонч Галіна",), ("Сарока Алесь",)]


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic"])
@pytest.mark.parametrize("text", ["Фамилия;Имя\nСорока;Пётр\nДятлова;Анна\n", "СОРОКА ПЁТР\nДЯТЛОВА АННА\n"])
def test_russian_is_read_in_every_encoding_it_comes_in(listed: Listed, encoding: str, text: str) -> None:
    told = [row.names[0].casefold() for row in listed("list.csv", text, encoding=encoding)]
    assert told == ["сорока пётр", "дятлова анна"]


@pytest.mark.parametrize(
    ("encoding", "text"),
    [("cp1250", "Gąsior Małgorzata\nŻak Łukasz\n"), ("cp1257", "Žukas Jonas\nŠarūnė Ona Kazlauskaitė\n")],
)
def test_polish_and_lithuanian_are_not_taken_for_cyrillic(listed: Listed, encoding: str, text: str) -> None:
    assert [row.words for row in listed("list.txt", text, encoding=encoding)] == text.splitlines()


def test_a_list_in_two_encodings_is_read_line_by_line_and_says_so(listed: Listed) -> None:
    pieces = "Бонч Галіна\n".encode(), "Сорока Пётр\n".encode("cp1251"), "Дзятлава Ганна\n".encode()
    detained = listed("list.txt", b"".join(pieces))
    assert [row.names[0] for row in detained] == ["Бонч Галіна", "Сорока Пётр", "Дзятлава Ганна"]
    assert "two encodings: 2 lines in UTF-8, 1 in Windows-1251" in detained.notes[0]


def test_a_letter_cut_in_half_does_not_turn_the_line_into_another_encoding(listed: Listed) -> None:
    torn = "Бонч Галіна\nСарока Алесь".encode()[:-1]
    detained = listed("list.txt", torn)
    assert detained.rows[1].words.startswith("Сарока Алес")
    assert str(detained.faults[0]) == "line 2: a letter of it is damaged; it was read as it stands"


def test_nul_bytes_are_no_letters(listed: Listed) -> None:
    assert listed("list.csv", b"\0name,born\nHalina\0 Bonch,1990\n").rows[0].names == ("Halina Bonch",)


def test_a_quoted_cell_may_hold_signs_marks_and_line_ends(listed: Listed) -> None:
    detained = listed("a.csv", 'name,note,born\n"Bonch, Halina","a ""b"", c\nd",1990\nAles Saroka,x,1985\n')
    assert [(row.names[0], row.line, str(row.born)) for row in detained] == [
        ("Bonch, Halina", 2, "1990"),
        ("Ales Saroka", 4, "1985"),
    ]


def test_a_quotation_mark_that_nothing_closes_swallows_nobody(listed: Listed) -> None:
    detained = listed("a.csv", 'name,born\n"Halina Bonch,1990\nAles Saroka,1985\nHanna "Kot,1999\nPiatro Lis,1970\n')
    assert [row.names[0].replace('"', "") for row in detained] == [
        "Halina Bonch", "Ales Saroka", "Hanna Kot", "Piatro Lis",
    ]  # fmt: skip
    assert [fault.line for fault in detained.faults] == [2]


def test_a_last_row_that_is_never_closed_is_still_a_row(listed: Listed) -> None:
    assert len(listed("a.csv", 'name,born\nAles Saroka,1985\n"Halina Bonch,1990')) == 2


def test_a_form_feed_begins_a_page_and_lines_count_on(listed: Listed) -> None:
    detained = listed("list.txt", "Бонч Галіна\n\fСарока Алесь\n")
    assert [row.place for row in detained] == ["list.txt, page 1, line 1", "list.txt, page 2, line 2"]


def test_headings_that_come_again_on_each_page_are_nobody(listed: Listed) -> None:
    page = "ФИО;Год рождения\nСорока Пётр;1985\n"
    detained = listed("list.csv", page + page.replace("Пётр", "Анна"))
    assert [row.names for row in detained] == [("Сорока Пётр",), ("Сорока Анна",)]


def test_a_formula_keeps_its_text_and_names_nobody_otherwise(listed: Listed) -> None:
    detained = listed("list.csv", 'id;ФИО\n="007";="Сорока Пётр"\n8;=B2&C3\n')
    assert [(row.id, row.names) for row in detained] == [("007", ("Сорока Пётр",))]
    assert "a formula without its result" in str(detained.faults[0])


def test_rows_without_a_name_are_told_with_the_reason_and_the_others_go_in(listed: Listed) -> None:
    detained = listed("list.txt", "Бонч Галіна\n12345\n🙂\n\nСарока Алесь\n")
    assert [row.line for row in detained] == [1, 5]
    assert [str(fault) for fault in detained.faults] == ["lines 2 to 3: no letters in it"]


def test_ids_are_those_of_the_first_column_if_each_is_there_once(listed: Listed) -> None:
    once = listed("a.csv", "id,name\nb-7,Halina Bonch\nb-8,Ales Saroka\n")
    twice = listed("b.csv", "id,name\nb-7,Halina Bonch\nb-7,Ales Saroka\n")
    assert [row.id for row in once] == ["b-7", "b-8"]
    assert [row.id for row in twice] == [2, 3]
    assert ("ids are those of its first column" in once.notes, "ids are the numbers of its rows" in twice.notes) == (
        True,
        True,
    )


def test_text_that_is_none_in_any_encoding_is_refused(listed: Listed) -> None:
    with pytest.raises(ListUnreadable, match="no text in any encoding"):
        listed("list.txt", bytes(range(128, 256)) * 9)


def test_a_line_of_courts_and_judges_in_a_chat_refuses_nobody(listed: Listed) -> None:
    lines = "суд Цэнтральны, суддзя Законаў\nБонч Галіна, 10 сутак\nСарока Алесь, 15 сутак\n"
    assert [row.names[0] for row in listed("a.txt", lines) if row.line > 1] == ["Бонч Галіна", "Сарока Алесь"]
