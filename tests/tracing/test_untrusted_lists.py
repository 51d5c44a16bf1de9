"""Whatever the bytes: a list or a sentence, never a crash; each row exactly once; bounds on everything."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from valoshka.tracing import DetaineeList, ListUnreadable, read_list
from valoshka.tracing.delimited import SIGNS, Ruling, delimited
from valoshka.tracing.limits import Limits

if TYPE_CHECKING:
    from conftest import Listed

SURNAMES = st.sampled_from(["Бонч", "Сарока", "Дзятлава", "Magpie", "Кот-Заяц", "О'Ніл", "შავი"])
GIVEN = st.sampled_from(["Галіна", "Алесь", "Peter", "Ганна", "Иван"])
LIKE_A_LIST = st.text(st.sampled_from('БонГал;,|\t"\n\r\f=1 .()🙂\x00\x1fé'), max_size=60)


def read(content: bytes, name: str) -> DetaineeList | None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        try:
            return read_list(path)
        except ListUnreadable:
            return None


@settings(deadline=None, max_examples=150)
@given(st.binary(max_size=200) | LIKE_A_LIST.map(str.encode), st.sampled_from(["a.csv", "a.txt", "a.xlsx", "a"]))
def test_any_bytes_are_a_list_or_a_sentence(content: bytes, name: str) -> None:
    detained = read(content, name)
    assert detained is None or all(row.names and row.words.isprintable() for row in detained)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.tuples(SURNAMES, GIVEN), min_size=1, max_size=12),
    st.sampled_from([";", ",", "\t", "|"]),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_each_row_is_kept_exactly_once_in_order(people: list[tuple[str, str]], sign: str, end: str) -> None:
    rows = [sign.join(("Прозвішча", "Імя")), *(sign.join(each) for each in people)]
    detained = read(end.join(rows).encode(), "list.csv")
    assert detained is not None
    assert [row.line for row in detained] == list(range(2, len(people) + 2))
    assert [row.words for row in detained] == [" | ".join(each) for each in people]


@settings(deadline=None)
@given(st.lists(st.lists(st.text(st.sampled_from('аб";\n '), max_size=6), min_size=3, max_size=3), max_size=6))
def test_what_a_spreadsheet_program_writes_as_csv_is_read_back(rows: list[list[str]]) -> None:
    quoted = ["\t".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
    read_back = list(delimited("\n".join(quoted), Ruling("\t", 3), lambda *_: None))
    assert [list(row.cells) for row in read_back] == rows


@settings(deadline=None)
@given(LIKE_A_LIST, st.sampled_from(SIGNS))
def test_no_letter_of_a_table_is_lost(text: str, sign: str) -> None:
    cells = [cell for row in delimited(text, Ruling(sign, 2), lambda *_: None) for cell in row.cells]
    letters = [letter for cell in cells for letter in cell if letter.isalpha()]
    assert letters == [letter for letter in text if letter.isalpha()]


def test_a_thousand_quotation_marks_are_read_at_once(listed: Listed) -> None:
    assert len(listed("a.csv", "name,note\nHalina Bonch," + '"' * 50_000 + "\nAles Saroka,x\n")) >= 1


def test_a_file_beyond_the_bound_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(2 << 30)
    with pytest.raises(ListUnreadable, match="larger than 256 MB"):
        read_list(tmp_path / "a.txt")


def test_rows_beyond_the_bound_are_refused_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Бонч Галіна\n" * 9, encoding="utf-8")
    with pytest.raises(ListUnreadable, match="more than 8 rows"):
        read_list(tmp_path / "a.txt", limits=Limits(rows=8))


def test_a_row_of_a_novel_is_told_and_the_others_go_in(listed: Listed) -> None:
    detained = listed("a.txt", "Бонч Галіна\n" + "Сарока Алесь " * 2_000 + "\nКот Пятро\n")
    assert [row.line for row in detained] == [1, 3]
    assert "far too long for a row" in str(detained.faults[0])


def test_folders_pipes_and_missing_files_are_each_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name, told in (("", "it is a folder"), ("pipe", "a pipe or a device"), ("none.csv", "there is no such file")):
        with pytest.raises(ListUnreadable, match=told):
            read_list(tmp_path / name)


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.csv").write_text("name\nHalina Bonch\n")

    def denied(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", denied)  # root, whom tests may run as, is never denied
    with pytest.raises(ListUnreadable, match=r"could not be opened \(Permission denied\)"):
        read_list(tmp_path / "a.csv")


def test_cursor_codes_and_turned_round_text_reach_no_screen(listed: Listed) -> None:
    detained = listed("a.csv", "name,note\nHalina\x1b[2J Bonch,\u202eabc\n")
    (row,) = detained
    assert "\x1b" not in row.words + row.names[0]
    assert "\u202e" not in row.words


def test_progress_is_told_and_a_stop_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Бонч Галіна\n" * 12_000, encoding="utf-8")

    def stop(done: int) -> None:
        raise KeyboardInterrupt(done)

    with pytest.raises(KeyboardInterrupt):
        read_list(tmp_path / "a.txt", progress=stop)
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
