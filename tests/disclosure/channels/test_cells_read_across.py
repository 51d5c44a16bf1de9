"""Names in two cells of one row, and in the printed margins of sheets. The names are invented."""

from __future__ import annotations

import io

import openpyxl
import pytest

from valoshka.disclosure import ProtectedPerson
from valoshka.disclosure.channels import channels
from valoshka.disclosure.channels.margins import printed_margin
from valoshka.disclosure.checking import check
from valoshka.disclosure.lookout import Lookout

COMMON = ProtectedPerson("p7d2", ("Пётр Іваноў",))


@pytest.fixture(scope="module")
def lookout() -> Lookout:
    return Lookout.over([COMMON], "public")


def book(*rows: list[object], **margins: str) -> bytes:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    for margin, text in margins.items():
        getattr(sheet, margin).center.text = text
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def rules(name: str, content: bytes, lookout: Lookout) -> set[str]:
    return {finding.rule for finding in check(name, content, lookout).findings if finding.person == COMMON.id}


def test_given_name_and_surname_in_two_columns_are_one_name(lookout):
    assert "name_full_name" in rules("a.xlsx", book(["Імя", "Узрост", "Прозвішча"], ["Пётр", 34, "Іваноў"]), lookout)
    assert "name_full_name" in rules("a.csv", "Імя;Узрост;Прозвішча\nПётр;34;Іваноў".encode(), lookout)
    assert "name_full_name" in rules("a.html", "<table><tr><td>Пётр<td>34<td>Іваноў</table>".encode(), lookout)


def test_names_in_different_rows_stay_two(lookout):
    assert "name_full_name" not in rules("a.xlsx", book(["Пётр", 34], ["Анна", 35], ["Іваноў", 36]), lookout)


def test_a_printed_margin_is_read_without_its_codes(lookout):
    found = channels("a.xlsx", book(["x"], oddHeader='&"Arial,Bold"&12Узор&Bнік', evenFooter="&KFF0000Ластавец"))
    texts = [line for channel in found for line in channel.text.split("\n")]
    assert "Узорнік" in texts
    assert "Ластавец" in texts


def test_the_font_of_a_margin_is_read_too():
    assert "Узорнік" in printed_margin('&C&"Узорнік,Bold"x')


def test_two_ampersands_are_one():
    assert printed_margin("&LA && B&RC") == "A & B\nC"


def test_a_birthday_beside_it_does_not_keep_a_name_across_cells_from_being_told():
    known = ProtectedPerson("p7d2", ("Пётр Іваноў",), identifiers=("+375 29 611 22 33",))
    content = book(["Імя", "Прозвішча", "Тэлефон"], ["Пётр", "Іваноў", "+375 29 611 22 33"])
    told = {finding.rule for finding in check("a.xlsx", content, Lookout.over([known], "public")).findings}
    assert {"name_full_name", "identifier_known"} <= told
