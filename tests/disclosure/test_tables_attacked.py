"""What subtracting gives away, held against an enumerator that tries every whole number."""

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from valoshka.disclosure.tables import ANY, EVERYBODY, CannotJudge, Cell, Interval, Sum, Table, small_cells
from valoshka.disclosure.tables.attack import MOST_UNKNOWN, intervals
from valoshka.disclosure.tables.programme import ImpossibleError, Programme
from valoshka.disclosure.tables.smallness import is_small
from valoshka.disclosure.tables.table import Group

A, B, C = (frozenset({letter}) for letter in "abc")


def grid(counts: list[list[int]], hidden: frozenset[tuple[int, int]], *, totals: bool = True) -> Table:
    """A table of `counts` by two labels, with totals of rows and columns; `hidden` cells are not told."""
    rows, columns = len(counts), len(counts[0])

    def group(row: int, column: int) -> Group:
        return frozenset(filter(None, (f"r{row}" if row < rows else "", f"c{column}" if column < columns else "")))

    whole = [[*row, sum(row)] for row in counts]
    whole.append([sum(column) for column in zip(*whole, strict=True)])
    shown = [(r, c) for r in range(rows + totals) for c in range(columns + totals)]
    cells = [
        Cell(group(r, c), ANY if (r, c) in hidden else Interval(n, n), "hidden" if (r, c) in hidden else "exact")
        for r, c in shown
        for n in [whole[r][c]]
    ]
    down = [Sum(group(rows, c), tuple(group(r, c) for r in range(rows))) for c in range(columns + 1)]
    across = [Sum(group(r, columns), tuple(group(r, c) for c in range(columns))) for r in range(rows + 1)]
    return Table(tuple(cells), tuple(down + across) if totals else ())


def every_case(table: Table) -> list[dict[Group, int]]:
    """Every way to fill the hidden cells of `table` with whole numbers that agrees with what it tells."""
    hidden = [cell.group for cell in table.cells if cell.told == "hidden"]
    cases: list[dict[Group, int]] = []

    def fill(case: dict[Group, int], left: list[Group]) -> None:
        sums = [(case[each.total], [case.get(part) for part in each.parts]) for each in table.sums]
        if any(sum(part or 0 for part in parts) > total for total, parts in sums):
            return
        if not left:
            if all(sum(part or 0 for part in parts) == total for total, parts in sums):
                cases.append(case)
            return
        room = min(case[each.total] for each in table.sums if left[0] in each.parts)
        for number in range(room + 1):
            fill({**case, left[0]: number}, left[1:])

    fill({cell.group: cell.interval.low for cell in table.cells if cell.told == "exact"}, hidden)
    return cases


@st.composite
def small_grids(draw: st.DrawFn) -> Table:
    rows, columns = draw(st.integers(2, 3)), draw(st.integers(2, 3))
    counts = draw(
        st.lists(st.lists(st.integers(0, 5), min_size=columns, max_size=columns), min_size=rows, max_size=rows)
    )
    places = [(row, column) for row in range(rows) for column in range(columns)]
    hidden = draw(st.frozensets(st.sampled_from(places), min_size=1, max_size=5))
    return grid(counts, hidden)


@settings(max_examples=60, deadline=None)
@given(small_grids())
def test_the_programme_finds_what_trying_every_number_finds(table: Table) -> None:
    cases = every_case(table)
    for group, left in intervals(table).items():
        seen = [case[group] for case in cases]
        assert (left.low, left.high) == (min(seen), max(seen))


@settings(max_examples=60, deadline=None)
@given(small_grids())
def test_no_unsafe_hidden_cell_is_missed_and_no_safe_one_is_named(table: Table) -> None:
    cases = every_case(table)
    hidden = [cell.group for cell in table.cells if cell.told == "hidden"]
    if any(cell.told == "exact" and cell.interval.high == 0 for cell in table.cells):
        # Where nobody is printed as 0, a reader takes what is hidden for somebody, if that fits.
        cases = [case for case in cases if all(case[group] for group in hidden)] or cases
    unsafe = {
        group for group in hidden if is_small(Interval(min(c[group] for c in cases), max(c[group] for c in cases)))
    }
    assert {small.group for small in small_cells(table) if small.how in {"derived", "narrow"}} == unsafe


@settings(max_examples=40, deadline=None)
@given(small_grids(), st.data())
def test_telling_more_never_makes_an_unsafe_cell_safe(table: Table, data: st.DataObject) -> None:
    hidden = [cell for cell in table.cells if cell.told == "hidden"]
    case = data.draw(st.sampled_from(every_case(table)[:50]))
    told = data.draw(st.sampled_from(hidden))
    number = case[told.group]
    more = [replace(cell, interval=Interval(number, number)) if cell is told else cell for cell in table.cells]
    before, after = intervals(table), intervals(replace(table, cells=tuple(more)))
    for group, left in after.items():
        assert before[group].low <= left.low
        assert left.high <= before[group].high  # type: ignore[operator]


def test_a_printed_count_under_the_floor_is_small() -> None:
    table = Table((Cell(A, Interval(3, 3)), Cell(B, Interval(5, 5)), Cell(C, Interval(0, 0))))
    assert [(small.how, small.group) for small in small_cells(table)] == [("shown", A)]


def test_one_hidden_cell_in_a_row_is_worked_out() -> None:
    found = small_cells(grid([[3, 12], [10, 11]], frozenset({(0, 0)})))
    assert [(small.how, str(small.left)) for small in found] == [("derived", "3")]


def test_two_hidden_cells_in_a_row_are_worked_out_from_the_columns() -> None:
    found = small_cells(grid([[3, 12], [10, 11]], frozenset({(0, 0), (0, 1)})))
    assert [(small.how, str(small.left)) for small in found] == [("derived", "3")]


def test_hiding_a_whole_block_protects_it() -> None:
    assert small_cells(grid([[3, 12], [10, 11]], frozenset({(0, 0), (0, 1), (1, 0), (1, 1)}))) == []


def test_two_hidden_cells_that_are_three_together_are_few() -> None:
    table = Table(
        (Cell(A, ANY, "hidden"), Cell(B, ANY, "hidden"), Cell(C, Interval(17, 17)), Cell(EVERYBODY, Interval(20, 20))),
        (Sum(EVERYBODY, (A, B, C)),),
    )
    assert [(small.how, str(small.left)) for small in small_cells(table)] == [("narrow", "0 to 3")] * 2


def test_fewer_than_five_is_safe_until_subtracting_narrows_it() -> None:
    few, rest = Cell(A, Interval(1, 4), "range"), Cell(B, Interval(9, 9))
    whole = Cell(EVERYBODY, Interval(11, 11))
    assert small_cells(Table((few, rest))) == []
    assert [str(small.left) for small in small_cells(Table((few, rest, whole), (Sum(EVERYBODY, (A, B)),)))] == ["2"]


def test_a_total_that_leaves_a_few_people_over_is_told() -> None:
    table = Table(
        (Cell(A, Interval(20, 20)), Cell(B, Interval(27, 27)), Cell(EVERYBODY, Interval(50, 50))),
        (Sum(EVERYBODY, (A, B)),),
    )
    assert [(small.how, str(small.left)) for small in small_cells(table)] == [("rest", "3")]


def test_groups_that_overlap_are_not_taken_for_parts() -> None:
    table = Table(
        (Cell(A, Interval(8, 8)), Cell(B, Interval(9, 9)), Cell(EVERYBODY, Interval(10, 10))), (Sum(EVERYBODY, (A, B)),)
    )
    assert small_cells(table) == []


def test_rounded_numbers_hide_what_exact_ones_would_tell() -> None:
    near = Cell(A, ANY, "hidden"), Cell(B, Interval(8, 12), "rounded"), Cell(EVERYBODY, Interval(13, 17), "rounded")
    assert [str(small.left) for small in small_cells(Table(near, (Sum(EVERYBODY, (A, B)),)))] == []


def test_everybody_of_a_row_in_one_cell_is_told() -> None:
    found = small_cells(grid([[12, 0], [10, 11]], frozenset()))
    assert [(small.how, small.group) for small in found] == [
        ("all_in_one", frozenset({"r0", "c0"})),  # whoever is in row 0 is in column 0
        ("all_in_one", frozenset({"r1", "c1"})),  # whoever is in column 1 is in row 1
    ]


def test_whole_numbers_are_asked_for_where_a_corner_is_none() -> None:
    # Each two of three unknowns add up to 3, or to 4 with a fourth: halves fit, whole numbers say more.
    rows = [[(0, 1), (1, 1), (3, -1)], [(1, 1), (2, 1), (3, -1)], [(0, 1), (2, 1), (3, -1)]]
    assert Programme([0] * 4, [9, 9, 9, 1], rows, [2, 2, 2]).extreme(3, most=True)[0] == 0


def test_numbers_that_contradict_each_other_are_said() -> None:
    table = Table(
        (Cell(A, ANY, "hidden"), Cell(B, Interval(9, 9)), Cell(C, Interval(2, 2)), Cell(EVERYBODY, Interval(12, 12))),
        (Sum(EVERYBODY, (A, B)), Sum(A, (C,))),
    )
    assert [small.how for small in small_cells(table)] == ["shown", "contradiction"]
    with pytest.raises(ImpossibleError):
        intervals(table)


def test_too_many_open_counts_are_refused_with_the_bound() -> None:
    parts = tuple(frozenset({str(number)}) for number in range(MOST_UNKNOWN + 1))
    cells = [Cell(part, ANY, "hidden") for part in parts]
    table = Table((*cells, Cell(EVERYBODY, Interval(90_000, 90_000))), (Sum(EVERYBODY, parts),))
    with pytest.raises(CannotJudge, match="2,000"):
        small_cells(table)


@given(st.integers(-3, 9), st.integers(0, 9))
def test_adding_a_value_to_an_interval_under_the_floor_never_makes_it_smaller_than_none(low: int, width: int) -> None:
    assume(low >= 0)
    assert not is_small(Interval(low, low + width + 1)) or is_small(Interval(low, low + width)) or low + width == 0
