"""Tables as people make them: headings, totals, hidden counts and shares. All counts are invented."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from valoshka.disclosure.tables import CannotJudge, Interval, small_cells
from valoshka.disclosure.tables.reading import MOST_CELLS, tables_in
from valoshka.disclosure.tables.sheets import Rows, delimited


def found(text: str) -> list[tuple[str, tuple[int, int] | None, str]]:
    """How, where and with what left each unsafe count of the tables in `text` is known."""
    return [
        (small.how, small.cell.at if small.cell else None, str(small.left))
        for table in tables_in(delimited(text))
        for small in small_cells(table)
    ]


@pytest.mark.parametrize("total", ["Total", "Усяго", "Итого:", "Разом", "Ogółem", "ALL"])
def test_a_total_is_known_in_five_languages(total: str) -> None:
    assert found(f"Region;Detained\nHrodna;x\nBrest;12\n{total};15") == [("derived", (1, 1), "3")]


@pytest.mark.parametrize("mark", ["x", "..", "*", "–", "[c]", "", "n/a", "скрыто"])
def test_a_kept_back_count_is_worked_out_whatever_stands_for_it(mark: str) -> None:
    assert found(f"Region,Detained\nHrodna,{mark}\nBrest,12\nTotal,15") == [("derived", (1, 1), "3")]


@pytest.mark.parametrize(
    "few", ["<5", "< 5", "fewer than 5", "менш за 5", "менее 5", "до 4", "1-4", "1–4", "от 1 до 4"]
)
def test_a_range_is_told_only_if_subtracting_narrows_it(few: str) -> None:
    assert found(f"Region;Detained\nHrodna;{few}\nBrest;12\nTotal;14") == [("derived", (1, 1), "2")]
    assert found(f"Region;Detained\nHrodna;{few}\nBrest;12") == []


def test_a_table_without_headings_is_read() -> None:
    assert found("Hrodna,3\nBrest,12") == [("shown", (0, 1), "3")]


def test_a_table_without_labels_is_read() -> None:
    assert found("women,men,total\n9,3,12") == [("shown", (1, 1), "3")]


def test_a_last_row_without_a_label_is_the_total() -> None:
    assert found("Hrodna,..\nHomel,20\nMinsk,12\n,35") == [("derived", (0, 1), "3")]


def test_a_total_that_is_not_called_so_is_known_by_its_numbers() -> None:
    assert found("Region,Women,Men,Detained\nHrodna,x,12,15\nBrest,9,8,17") == [("derived", (1, 1), "3")]


def test_years_and_ages_are_headings_or_labels_but_no_counts() -> None:
    assert found("Region,2019,2020\nHrodna,30,12\nBrest,7,9") == []
    assert found("Year,Detained\n2019,12\n2020,3") == [("shown", (2, 1), "3")]
    assert found("Age,Detained\n18-29,12\n30-44,3") == [("shown", (2, 1), "3")]


def test_what_counts_no_people_is_left_alone() -> None:
    assert found("Region,Hospitals,Average age,Year\nHrodna,3,41,2020\nBrest,2,39,2021") == []


def test_several_tables_in_one_sheet_are_read_each_by_itself() -> None:
    text = "Table 1,\nHrodna,3\nBrest,12\n\nTable 2,\n,Women,Men\nMinsk,4,20\nHomel,9,9"
    assert found(text) == [("shown", (1, 1), "3"), ("shown", (6, 1), "4")]


def test_a_long_table_is_read_by_its_columns_of_labels() -> None:
    text = "region,sex,n\nHrodna,women,x\nHrodna,men,9\nHrodna,total,12\nBrest,women,7\nBrest,men,8\nBrest,total,15"
    assert found(text) == [("derived", (1, 2), "3")]


def test_parts_of_a_row_leave_the_others_over() -> None:
    assert found("Profession,Detained\nDoctors,12\nof whom men,9\nNurses,20\nTotal,32") == [("rest", (1, 1), "3")]
    assert found("Прафесія;Затрыманыя\nУрачы;12\nз іх мужчыны;9\nСёстры;20\nУсяго;32") == [("rest", (1, 1), "3")]


def test_subtotals_take_the_rows_that_add_up_to_them() -> None:
    text = (
        "Place,Detained\nLida,x\nHrodna town,30\nHrodna region total,33\nPinsk,12\nBrest town,20\nBrest region total,32"
    )
    assert found(text) == [("derived", (1, 1), "3")]


@pytest.mark.parametrize("heading", ["Doctors (n = 8),%", "Doctors,% (n=8)"])
def test_a_share_of_a_known_number_is_a_count(heading: str) -> None:
    assert found(f"{heading}\nTortured,25\nDismissed,75") == [("shown", (1, 1), "2")]


def test_indents_and_sums_say_what_a_subtotal_takes_in() -> None:
    indented = (
        "Place,Detained\nHrodna region,20\n  Lida,x\n  Hrodna,17\nBrest region,30\n  Pinsk,12\n  Brest,18\nTotal,50"
    )
    for text in (indented, indented.replace("  ", "")):
        assert found(text) == [("derived", (2, 1), "3")]


def test_a_row_of_blanks_is_a_heading_where_marks_say_what_is_kept_back() -> None:
    text = "Region,Detained\nWest,\nHrodna,x\nBrest,12\nEast,\nHomel,20\nMinsk,9\nTotal,44"
    assert found(text) == [("derived", (2, 1), "3")]


@pytest.mark.parametrize("three", ["three", "тры", "три", '"=""3"""', "=3", "3*", "3 (12 %)", "3¹", "3.0"])
def test_a_number_is_read_however_it_is_written(three: str) -> None:
    assert found(f"Region,Detained\nHrodna,{three}\nBrest,12") == [("shown", (1, 1), "3")]


def test_fractions_and_negative_numbers_count_nobody() -> None:
    assert found("Region,Change,Rate\nHrodna,-3,2.5\nBrest,4,3.1") == []


@settings(max_examples=60, deadline=None)
@given(st.permutations(["Hrodna,x,12,15", "Brest,9,8,17", "Minsk,20,x,23", "Homel,6,7,13"]))
def test_the_order_of_rows_does_not_matter(rows: list[str]) -> None:
    text = "Region,Women,Men,Total\n" + "\n".join(rows)
    [table] = tables_in(delimited(text))
    assert {(small.cell.name, str(small.left)) for small in small_cells(table) if small.cell} == {
        ("Hrodna, Women", "3"),
        ("Minsk, Men", "3"),
    }


CELLS = st.sampled_from(
    ["", "Region", "Total", "of whom", "x", "<5", "3", "12", "25 %", "-", "2020", "n = 8", "1-4", "½", "٣"]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=1, max_size=5), max_size=7))
def test_any_cells_are_judged_or_refused(rows: list[list[str]]) -> None:
    for table in tables_in(Rows(tuple(map(tuple, rows)))):
        assert all(small.cell is None or small.cell.at is not None for small in small_cells(table))


def test_a_share_of_the_number_beside_it_is_a_count() -> None:
    assert found("Region,n,% tortured\nHrodna,8,25 %\nBrest,400,10 %") == [("shown", (1, 2), "2")]


def test_shares_of_the_column_say_nothing_new() -> None:
    assert found("Region,n,%\nHrodna,8,20%\nBrest,32,80%") == []


def test_numbers_that_are_rounded_leave_room() -> None:
    rounded = "Region,Women,Men,Total\nHrodna,x,15,20\nBrest,20,25,50\nMinsk,30,30,60\nTotal,55,70,125"
    assert found(rounded) == []


def test_a_dash_beside_other_marks_is_nobody() -> None:
    [table] = tables_in(delimited("Region,Women,Men\nHrodna,x,12\nBrest,-,8"))
    assert table.told_of(frozenset({"brest", "women"})) == Interval(0, 0)


def test_one_label_on_two_sides_is_two_categories() -> None:
    text = "From / to,Minsk,Brest,Total\nMinsk,x,12,15\nBrest,20,30,50"
    assert found(text) == [("derived", (1, 1), "3")]


def test_a_list_of_people_is_no_table() -> None:
    assert found("Name,Year,Town\nAdam Invented,1980,Hrodna\nEva Invented,1990,Brest") == []
    assert found("ФИО,Детей,Суток\nАдам Вымышленый,2,15\nЕва Вымышленая,1,3") == []


def test_a_table_beyond_all_bounds_is_refused_with_the_bound() -> None:
    rows = "\n".join(f"Place {number},7" for number in range(MOST_CELLS + 1))
    with pytest.raises(CannotJudge, match="50,000"):
        tables_in(delimited(f"Place,Detained\n{rows}"))
