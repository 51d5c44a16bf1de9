"""Amounts behind which one or a few people stand. All figures are invented."""

from __future__ import annotations

import pytest

from valoshka.disclosure.tables.finding import find_in_file


def told(*rows: str) -> list[tuple[str, tuple[int, int] | None]]:
    found = find_in_file("sums.csv", "\n".join(rows).encode())
    return [(each.rule, each.at.cell) for each in found if each.rule.startswith("table_sum")]


@pytest.mark.parametrize(
    ("people", "fines"),
    [
        ("People", "Fines, BYN"),
        ("Людзей", "Сума штрафаў"),
        ("Человек", "Штрафы, рублей"),
        ("Осіб", "Штрафи"),
        ("Osób", "Grzywny"),
    ],
)
def test_an_amount_beside_a_count_that_is_kept_back_is_told(people, fines):
    assert told(f"Region;{people};{fines}", "Hrodna;x;2 700", "Brest;12;9 000", "Minsk;40;50 000") == [
        ("table_sum_few", (1, 2))
    ]


def test_an_amount_of_a_few_people_is_told_and_one_of_many_is_not():
    assert told("Region,Detained,Days of arrest", "Hrodna,3,45", "Brest,12,180", "Minsk,40,600") == [
        ("table_sum_few", (1, 2))
    ]


def test_one_person_behind_nearly_all_of_a_sum_is_told():
    rows = ("Region;People;Fines;Largest fine", "Hrodna;9;9 000,50;8 500", "Minsk;40;50 000;3 000")
    assert told(*rows) == [("table_sum_dominant", (1, 2))]


def test_sums_of_many_of_whom_nobody_stands_out_are_no_finding():
    assert told("Region,People,Fines,Average fine", "Hrodna,9,9000,1000", "Minsk,40,50000,1250") == []


def test_amounts_without_people_are_no_finding():
    assert told("Hospital,Beds,Cost", "Hrodna,3,45", "Brest,12,180") == []


def test_a_row_with_an_amount_in_cents_is_not_taken_for_a_heading():
    found = find_in_file("sums.csv", b"Region;Fined;Paid\nHrodna;3;9 000,50\nMinsk;40;50 000\nBrest;12;7 000")
    assert [(each.rule.partition("_merge")[0], each.at.cell) for each in found] == [("table_small", (1, 1))]
