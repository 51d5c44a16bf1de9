"""Workbooks: sheets are pages, stray and hostile ones are refused with a sentence."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from typing import TYPE_CHECKING

import openpyxl
import pytest

from valoshka.tracing import ListUnreadable
from valoshka.tracing.limits import Limits
from valoshka.tracing.reading import read_list

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Listed


def workbook(*sheets: tuple[str, list[list[object]]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def opendocument(rows: str) -> bytes:
    content = (
        '<?xml version="1.0"?><office:document-content office:version="1.2" '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="Спіс">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as container:
        container.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        container.writestr("content.xml", content)
        container.writestr("META-INF/manifest.xml", manifest)
    return stream.getvalue()


def cell(text: str) -> str:
    return f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'


HEADED: list[list[object]] = [["№", "Прозвішча, імя", "Дата нараджэння"], [1, "Бонч Галіна", date(1990, 3, 12)]]


def test_each_sheet_is_a_page_with_its_own_columns_and_row_numbers(listed: Listed) -> None:
    second: list[list[object]] = [[], [], ["Кот", "Пятро"], [], ["Заяц", "Ганна"]]
    detained = listed("a.xlsx", workbook(("Жодзіна", HEADED), ("Акрэсціна", second)))
    assert [row.place for row in detained] == [
        "a.xlsx, Жодзіна, line 2", "a.xlsx, Акрэсціна, line 3", "a.xlsx, Акрэсціна, line 5",
    ]  # fmt: skip
    assert [row.names[0] for row in detained] == ["Бонч Галіна", "Кот Пятро", "Заяц Ганна"]


def test_births_come_as_dates_as_day_numbers_and_as_years(listed: Listed) -> None:
    rows = [["ФИО", "Дата рождения"], ["Сорока Пётр", datetime(1982, 3, 12)], ["Кот Анна", 30022], ["Лис Ян", 1982]]  # noqa: DTZ001
    detained = listed("a.xlsx", workbook(("Sheet", rows)))
    assert [str(row.born) for row in detained] == ["1982-03-12", "1982-03-12", "1982"]


def test_merged_titles_stray_offsets_and_formulas_do_no_harm(listed: Listed) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["B2"] = "Спіс затрыманых 10.08.2020"
    sheet.merge_cells("B2:E2")
    for place, value in {
        "C4": "Прозвішча",
        "D4": "Імя",
        "E4": "Узрост",
        "C5": "Бонч",
        "D5": "Галіна",
        "E5": 30,
    }.items():
        sheet[place] = value
    sheet["C6"], sheet["D6"] = '=CONCAT("Ко","т")', "=D5"
    detained = listed("a.xlsx", saved(book))
    (row,) = detained
    assert (row.names, row.line, str(row.born)) == (("Бонч Галіна",), 5, "[1989..1990]")


def test_a_sheet_without_names_is_passed_over_and_said_to_be(listed: Listed) -> None:
    notes: list[list[object]] = [["дата", "артыкул"], [date(2020, 8, 10), 23.34]]
    detained = listed("a.xlsx", workbook(("Заўвагі", notes), ("Спіс", HEADED)))
    assert len(detained) == 1
    assert detained.unsearched == 2
    assert (
        str(detained.faults[0]) == "Заўвагі, lines 1 to 2: no column of this sheet reads as names; it was passed over"
    )


def test_a_workbook_without_names_is_refused_with_its_columns(listed: Listed) -> None:
    with pytest.raises(ListUnreadable, match="1 “дата”, 2 “артыкул”"):
        listed("a.xlsx", workbook(("Заўвагі", [["дата", "артыкул"], [date(2020, 8, 10), 23.34]])))


def test_an_opendocument_sheet_is_read_whatever_its_name_ends_in(listed: Listed) -> None:
    rows = "".join(f"<table:table-row>{cell('Бонч')}{cell(given)}</table:table-row>" for given in ("Галіна", "Алесь"))
    assert [row.names[0] for row in listed("list.dat", opendocument(rows))] == ["Бонч Галіна", "Бонч Алесь"]


def test_rows_that_opendocument_repeats_without_end_are_refused(listed: Listed) -> None:
    bomb = cell("Бонч").replace("<table:table-cell", '<table:table-cell table:number-columns-repeated="1000"')
    rows = f'<table:table-row table:number-rows-repeated="900000">{bomb}</table:table-row>'
    with pytest.raises(ListUnreadable, match="far beyond any list"):
        listed("a.ods", opendocument(rows))


def test_a_stray_cell_in_the_far_corner_takes_no_memory(listed: Listed) -> None:
    book = openpyxl.Workbook()
    book.active["A1"], book.active["XFD1048576"] = "Бонч Галіна", "x"
    with pytest.raises(ListUnreadable, match="a stray cell"):
        listed("a.xlsx", saved(book))


def test_a_zip_bomb_is_refused_before_it_unpacks(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(workbook(("Спіс", HEADED)))
    with zipfile.ZipFile(tmp_path / "a.xlsx", "a", zipfile.ZIP_DEFLATED) as container:
        container.writestr("xl/media/zeros", bytes(2 << 20))
    tight = Limits(ratio=100, ratio_from=1 << 20)
    with pytest.raises(ListUnreadable, match="hostile"):
        read_list(tmp_path / "a.xlsx", limits=tight)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (workbook(("Спіс", HEADED))[:2000], "it is damaged"),
        (b"PK\x03\x04" + b"\0" * 200, "it is damaged"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 2000, "it is damaged"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le") * 9, "protected with a password"),
        (b"%PDF-1.7 ...", "it is really a PDF"),
        (b"\xef\xbb\xbf<html><table><tr><td>", "a web page or XML"),
        (b"\x89PNG\r\n", "a picture"),
        (b"", "it is empty"),
        (b" \n\n ", "it is empty"),
    ],
)
def test_what_is_no_list_is_refused_with_the_next_step(listed: Listed, content: bytes, told: str) -> None:
    with pytest.raises(ListUnreadable) as refusal:
        listed("list.xlsx", content)
    assert f"list.xlsx was not read: {told}" in str(refusal.value) or told in str(refusal.value)
    assert refusal.value.advice.endswith(".")


def test_a_text_document_and_an_archive_are_told_apart_from_a_workbook(listed: Listed) -> None:
    for part, told in (("word/document.xml", "a text document"), ("photos/1.jpg", "a packed archive")):
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as container:
            container.writestr(part, "x")
        with pytest.raises(ListUnreadable, match=told):
            listed("list.xlsx", stream.getvalue())


def test_a_table_that_never_closes_is_refused_instead_of_waited_for(listed: Listed) -> None:
    row = f"<table:table-row>{cell('Бонч')}{cell('Галіна')}</table:table-row>"
    with pytest.raises(ListUnreadable, match="it is damaged"):
        listed("a.ods", opendocument(row + "</table:tabl1>"))


def test_a_surname_merged_over_two_rows_is_that_of_both(listed: Listed) -> None:
    book = openpyxl.Workbook()
    for row in (["Фамилия", "Имя", "Г.р."], ["Сорока", "Пётр", 1985], ["", "Ян", 1987], ["Кот", "Анна", 1990]):
        book.active.append(row)
    book.active.merge_cells("A2:A3")
    book.active.merge_cells("C4:C900000")  # a margin: far taller than any family
    assert [row.names[0] for row in listed("a.xlsx", saved(book))] == ["Сорока Пётр", "Сорока Ян", "Кот Анна"]


def test_a_sheet_of_judges_is_passed_over_though_it_reads_as_names(listed: Listed) -> None:
    judges: list[list[object]] = [
        ["Суддзя", "Суд"],
        ["Законаў Іван Ільіч", "Цэнтральны"],
        ["Строгава Ганна", "Заводскі"],
    ]
    detained = listed("a.xlsx", workbook(("Суддзі", judges), ("Спіс", HEADED)))
    assert [row.names for row in detained] == [("Бонч Галіна",)]
    with pytest.raises(ListUnreadable, match="1 “Суддзя”, 2 “Суд”"):
        listed("b.csv", "\n".join(";".join(map(str, row)) for row in judges))
