"""Counts in files that `valoshka check` finds, with their cells and what to do instead. All counts are invented."""

import io

import docx
import openpyxl
import pytest

from valoshka.disclosure.checking import check
from valoshka.disclosure.lookout import Lookout
from valoshka.disclosure.people import ProtectedPerson
from valoshka.disclosure.tables import CannotJudge, Cell, Interval, Table, small_cells
from valoshka.disclosure.tables.finding import find_in_file
from valoshka.disclosure.tables.plain import PlainTable, as_plain
from valoshka.disclosure.tables.reading import tables_in
from valoshka.disclosure.tables.remedies import hiding, merging
from valoshka.disclosure.tables.sheets import delimited

LOOKOUT = Lookout.over([ProtectedPerson(id="p1", names=("Халіна Вымышленая",))], "public")


def book(*sheets: list[list[str | int | None]]) -> bytes:
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for number, rows in enumerate(sheets, 1):
        page = made.create_sheet(f"Sheet {number}")
        for row in rows:
            page.append(row)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_a_small_count_in_a_csv_has_its_cell() -> None:
    found = check("counts.csv", b"Region,Detained\nHrodna,3\nBrest,12\nMinsk,40", LOOKOUT).findings
    [finding] = [each for each in found if each.kind == "small_cell"]
    assert finding.as_json()["at"] == {"file": "counts.csv", "where": "row 2, column 2", "cell": (1, 1)}


def test_a_hidden_count_in_a_workbook_is_worked_out_on_its_sheet() -> None:
    rows: list[list[str | int | None]] = [
        ["Region", "Women", "All"],
        ["Hrodna", "x", 15],
        ["Brest", 9, 17],
        ["All", 12, 32],
    ]
    [finding] = find_in_file("counts.xlsx", book([["Nothing", "here"]], rows))
    assert (finding.at.cell, finding.at.where) == ((1, 1), "Sheet 2, row 2, column 2")
    assert finding.why.endswith("leaves 3.")


def test_a_protected_person_in_a_workbook_is_found() -> None:
    found = check("people.xlsx", book([["Вымышленая Халіна", "x"]]), LOOKOUT).findings
    assert "name_full_name" in {finding.rule for finding in found}


def test_two_counts_have_two_keys() -> None:
    found = list(find_in_file("counts.csv", b"Region,Detained\nHrodna,3\nBrest,3\nMinsk,40"))
    assert len({finding.key for finding in found}) == len(found) == 2


def test_a_damaged_workbook_is_refused_by_its_name() -> None:
    with pytest.raises(CannotJudge, match=r"counts\.xlsx"):
        list(find_in_file("counts.xlsx", b"PK\x03\x04 and nothing more"))


def test_every_language_tells_what_to_merge() -> None:
    [finding] = find_in_file("counts.csv", b"Region,Detained\nHrodna,3\nBrest,12\nMinsk,40")
    assert all("Hrodna + Brest" in finding.instead_in(language) for language in ("en", "be", "ru"))


def test_merging_takes_the_smallest_rows_that_are_enough() -> None:
    [table] = tables_in(delimited("Region,Women,Men\nHrodna,3,9\nBrest,1,8\nMinsk,30,20\nHomel,7,6"))
    assert merging(table, frozenset({"hrodna", "women"})) == ("Hrodna", "Homel")


def test_hiding_what_is_proposed_makes_the_table_safe() -> None:
    text = "Region,Women,Men,Total\nHrodna,3,12,15\nBrest,9,8,17\nMinsk,20,30,50\nTotal,32,50,82"
    [table] = tables_in(delimited(text))
    proposed = hiding(table)
    assert proposed is not None
    lines = [line.split(",") for line in text.split("\n")]
    for row, column in [(1, 1), *(cell.at for cell in proposed if cell.at)]:
        lines[row][column] = "x"
    [hidden] = tables_in(delimited("\n".join(map(",".join, lines))))
    assert small_cells(hidden) == []
    assert len(proposed) == 3  # a block of four with the small one: fewer would not do


def test_two_sheets_that_share_a_margin_are_subtracted_from_each_other() -> None:
    one: list[list[str | int | None]] = [
        ["Region", "Detained"],
        ["Hrodna", "x"],
        ["Brest", "x"],
        ["Minsk", 30],
        ["Total", 47],
    ]
    two: list[list[str | int | None]] = [
        ["Region", "Detained"],
        ["Brest", 14],
        ["Minsk", 30],
        ["Others", 20],
        ["Total", 64],
    ]
    assert list(find_in_file("one.xlsx", book(one))) == []
    assert list(find_in_file("two.xlsx", book(two))) == []  # of other people: totals differ
    same: list[list[str | int | None]] = [["Region", "Detained"], ["Brest", 14], ["Minsk", 30]]
    [finding] = find_in_file("both.xlsx", book(one, same))
    assert (finding.at.cell, finding.at.where) == ((1, 1), "Sheet 1, row 2, column 2")


def test_a_table_in_a_word_file_is_found() -> None:
    made = docx.Document()
    made.add_paragraph("Counts")
    table = made.add_table(rows=3, cols=2)
    for row, (label, count) in enumerate([("Region", "Detained"), ("Hrodna", "3"), ("Brest", "12")]):
        table.cell(row, 0).text, table.cell(row, 1).text = label, count
    out = io.BytesIO()
    made.save(out)
    [finding] = find_in_file("counts.docx", out.getvalue())
    assert (finding.at.cell, finding.at.where) == ((1, 1), "table 1, row 2, column 2")


def test_a_table_on_a_page_is_found_under_its_wide_headings() -> None:
    head = "<tr><th rowspan=2>Region<th colspan=2>2020<th colspan=2>2021<tr><th>Women<th>Men<th>Women<th>Men"
    body = "<tr><td>Hrodna<td>12<td>9<td>3<td>14<tr><td>Brest<td>20<td>30<td>9<td>8"
    [finding] = find_in_file("counts.html", f"<p>Text</p><table>{head}{body}</table>".encode())
    assert (finding.at.cell, finding.at.where) == ((2, 3), "table 1, row 3, column 4")


def test_a_table_in_markdown_is_found() -> None:
    text = b"# Counts\n\n| Region | Detained |\n|---|---:|\n| Hrodna | x |\n| Brest | 12 |\n| Total | 15 |\n"
    [finding] = find_in_file("counts.md", text)
    assert (finding.at.cell, finding.why[-9:]) == ((1, 1), "leaves 3.")


def test_words_in_a_document_are_found_with_their_place() -> None:
    found = check("note.txt", b"Know: of 12 doctors, nine were men.", LOOKOUT).findings
    [finding] = [each for each in found if each.kind == "small_cell"]
    assert (finding.at.start, finding.at.end, finding.at.text) == (6, 25, "of 12 doctors, nine")


def test_words_on_a_page_are_found() -> None:
    found = check("page.html", b"<p>Of 12 doctors, nine were men.</p>", LOOKOUT).findings
    assert "told_part" in {finding.rule for finding in found}


def earlier(title: str, unit: str, **bars: int) -> list[PlainTable]:
    """What an earlier briefing's chart counted."""
    told = tuple(Cell(frozenset({label.lower()}), Interval(count, count)) for label, count in bars.items())
    return as_plain([Table(told, (), title, unit)])


def test_a_count_that_changed_by_a_few_since_the_last_release_is_told() -> None:
    before = earlier("Detained medics", "people", Hrodna=24, Brest=12, Minsk=40)
    now = b"Region,Detained\nHrodna,26\nBrest,12\nMinsk,40"
    assert [(f.rule, f.at.cell) for f in find_in_file("counts.csv", now, before)] == [("table_changed", (1, 1))]
    assert list(find_in_file("counts.csv", now)) == []


def test_a_count_of_others_is_not_held_against_the_last_release() -> None:
    before = earlier("Dismissed teachers", "people", Hrodna=24, Brest=12, Minsk=40)
    now = b"Region,Detained\nHrodna,26\nBrest,12\nMinsk,40"
    assert list(find_in_file("counts.csv", now, before)) == []


def test_a_group_left_over_between_a_file_and_the_last_release_is_told() -> None:
    before = earlier("Detained", "people", **{"Hrodna and Brest": 20, "Minsk": 40, "Homel": 17})
    now = b"Region,Detained\nBrest,17\nMinsk,40\nHomel,17"
    found = list(find_in_file("counts.csv", now, before))
    assert [f.rule for f in found] == ["table_subtracted"]


@pytest.mark.parametrize("heading", ["no", "No.", "№", "№ п/п", "lp.", "нумар"])
def test_running_numbers_count_nobody(heading):
    rows = [[heading, "what", "when"], [1, "march", "12.05.2020"], [2, "trial", 2021], [3, "hearing", 2022]]
    found = check("list.xlsx", book(rows), LOOKOUT).findings
    assert not [finding for finding in found if finding.kind == "small_cell"]


def test_a_number_of_people_is_no_running_number():
    found = check("list.xlsx", book([["town", "No. of nurses"], ["Brest", 3], ["Minsk", 40]]), LOOKOUT).findings
    assert [finding.at.cell for finding in found if finding.kind == "small_cell"] == [(1, 1)]
