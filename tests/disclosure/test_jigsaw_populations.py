"""The table of populations, and the sheet for a second reader. Everybody is invented."""

from __future__ import annotations

import pytest

from valoshka.disclosure import Facts, ProtectedPerson, RecordedEvent
from valoshka.disclosure.jigsaw.populations import UnusableTable, load_populations, read_populations
from valoshka.disclosure.jigsaw.reader_sheet import reader_sheet
from valoshka.disclosure.lookout import Lookout

TELLER = ProtectedPerson(
    "z9",
    ("Zinaida Prykladna", "Зінаіда Прыкладная"),
    facts=Facts("nurse", None, None, "Lida", events=(RecordedEvent("fine", "2020-10-02", None, True),)),
)


@pytest.mark.parametrize(
    ("table", "where"),
    [
        (b"", "line 1"),
        (b"profession,people", "lists nobody"),
        (b"profession,peopel\nnurse,3", "line 1"),
        (b"profession,people\nnurse,3\nnurse,-1", "line 3"),
        (b"profession,people\nnurse,3,4", "line 2"),
        (b"profession,people\n,3", "line 2"),
        (b"profession,people\n123,3", "line 2"),
        (b'profession,people\n"nurse,3', "line 2"),
        ("profession,people\nмедсястра,3".encode("cp1251"), "UTF-8"),
    ],
)
def test_a_faulty_line_is_named_and_the_table_refused_whole(table: bytes, where: str) -> None:
    with pytest.raises(UnusableTable, match=where) as refusal:
        read_populations(table, "p.csv")
    assert refusal.value.exit_code == 2


def test_a_table_that_is_not_there_is_refused(tmp_path) -> None:
    with pytest.raises(UnusableTable, match="could not be read"):
        load_populations(tmp_path / "none.csv")


def test_columns_stand_in_any_order_and_empty_fields_mean_any() -> None:
    table = read_populations("\ufeffpeople;town;profession;note\n 12 ;Ліда;;of 2019\n".encode(), "p.csv")
    assert [(row.facts, row.people) for row in table.rows] == [((("town", "Ліда"),), 12)]


@pytest.mark.parametrize("language", ["en", "be", "ru"])
def test_the_sheet_tells_facts_by_adversary_and_never_a_name(language: str) -> None:
    text = "Zinaida Prykladna, a nurse from Lida, was fined in October 2020."
    sheet = reader_sheet([("Zinaida Prykladna.txt", text)], Lookout.over((TELLER,), "public"), language)
    assert "nurse" in sheet
    assert "fined" in sheet
    assert "Prykladna" not in sheet
    assert "z9" not in sheet
    assert "____" in sheet


def test_an_empty_find_is_no_reason_to_stop_looking() -> None:
    assert "no reason to believe" in reader_sheet([("a.txt", "It rained.")], Lookout.over((TELLER,), "public"))


def test_the_sheet_says_a_season_as_the_text_does_and_guesses_no_year() -> None:
    text = "In March 2017 she was a nurse in Lida. In autumn she was fined; in spring she fled."
    sheet = reader_sheet([("a.txt", text)], Lookout.over((TELLER,), "public"))
    assert "fined, autumn" in sheet
    assert "fled, spring" in sheet
    assert "2018" not in sheet
