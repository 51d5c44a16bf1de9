"""`valoshka trace watch` and `trace matches` as a helpline meets them. All people are invented."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import openpyxl
import pytest

from valoshka.cli.main import main

if TYPE_CHECKING:
    from conftest import Valoshka


class Told(NamedTuple):
    """What the command exited with and printed."""

    code: int
    out: str
    err: str


Trace = Callable[..., Told]

LIST = "№;Прозвішча Імя;Год нар.;Дзе\n1;Прыкладная Зінаіда;1982;Акрэсціна\n2;Узорнік Ціхан;1990;Жодзіна\n"
CHAT = "1. Узорника Тихона, 1991 г.р., Жодино\n2. Прикладная З., 10 сут\n"
SHEET = """нумар,імя,іншыя імёны,год нараджэння,хто шукае
A-1,Зінаіда Прыкладная,Zina Prykladna; Зина Прикладна,1982,маці
A-2,Ціхан Узорнік,,,
"""


@pytest.fixture
def trace(place: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Trace:
    """`trace("watch", "--list", typed="...")` runs `valoshka trace watch CASE --list` in the folder of the casebook."""
    monkeypatch.chdir(place)
    (place / "list.csv").write_text(LIST, encoding="utf-8")
    (place / "chat.txt").write_text(CHAT, encoding="utf-8")
    (place / "searches.csv").write_text(SHEET, encoding="utf-8")

    def run(deed: str, *rest: object, typed: str = "") -> Told:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode()), encoding="utf-8"))
        with pytest.raises(SystemExit) as end:
            main(["trace", deed, "case.valoshka", *map(str, rest), "--passphrase-file", "passphrase"])
        printed = capsys.readouterr()
        return Told(int(end.value.code or 0), printed.out, printed.err)

    return run


def hits(trace: Trace, *options: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(trace("matches", "--json", *options).out)["hits"]
    return found


def opened(trace: Trace, typed: str) -> str:
    return str(json.loads(trace("watch", "--json", typed=typed).out)["search"])


def test_a_night_at_the_helpline(trace: Trace) -> None:
    asked = trace("watch", typed="Зінаіда Прыкладная\nЗина Прикладна\n\n1982\n2020-08\nHrodna\nher mother\n\n")
    assert (asked.code, "is kept open" in asked.out, "no list is kept yet" in asked.out) == (0, True, True)
    told = trace("matches", "list.csv", "chat.txt")
    assert told.code == 0
    assert "1 | Прыкладная Зінаіда | 1982 | Акрэсціна" in told.out
    assert "born: 1982, as you asked" in told.out
    assert "chat.txt, line 2" in told.out
    assert "Nobody is found by this; you decide" in told.out
    first, second = (str(each["hit"]) for each in hits(trace))
    assert (
        "2 decisions on record, by volunteer-1"
        in trace(
            "matches", "--confirm", first, "--not-them", second, "--by", "volunteer-1", typed="She called back.\n"
        ).out
    )
    assert hits(trace) == []
    assert {each["decided"] for each in hits(trace, "--all")} == {"confirmed", "not_them"}
    trace("matches", "--later", first)
    assert [each["hit"] for each in hits(trace)] == [first]


def test_no_match_says_which_lists_and_when(trace: Trace) -> None:
    trace("watch", typed="Невядомы Юрась\n")
    told = trace("matches", "list.csv").out
    assert "That means only: not in these lists, as they were read then." in told
    assert "list.csv, 2 rows, read 20" in told
    assert " UTC" in told
    answer = json.loads(trace("matches", "--json").out)
    (search,) = answer["searches"]
    (kept,) = answer["lists"]
    coverage = answer["coverages"][search["coverage"]]
    assert (search["match"], coverage["searched"], coverage["not_compared_yet"]) == (False, [kept["list"]], [])
    assert (kept["file"], kept["rows"], len(kept["sha256"])) == ("list.csv", 2, 64)


def test_a_new_search_is_held_against_the_lists_that_are_kept(trace: Trace) -> None:
    assert "No search is open" in trace("matches", "list.csv").out
    told = trace("watch", typed="Тихон Узорник\n").out
    assert "1 row of the kept lists is like this search. See: valoshka trace matches CASE --search" in told


def test_the_same_list_again_changes_nothing(trace: Trace) -> None:
    trace("watch", typed="Тихон Узорник\n")
    trace("matches", "list.csv")
    before = hits(trace)
    assert "list.csv is kept already" in trace("matches", "list.csv").out
    assert (hits(trace), trace("matches", "--lists").out.count("list.csv")) == (before, 1)


def test_a_list_that_cannot_be_read_does_not_hold_up_the_others(trace: Trace, place: Path) -> None:
    (place / "broken.xlsx").write_bytes(b"PK\x03\x04 no workbook")
    (place / "empty.txt").write_bytes(b"")
    told = trace("matches", "broken.xlsx", "empty.txt", "gone.csv", ".", "list.csv")
    assert told.code == 1
    for name in ("broken.xlsx", "empty.txt", "gone.csv"):
        assert f"{name} was not read" in told.err
    assert told.err.endswith("4 lists were not taken; see above. 1 list is in.\n")
    assert "list.csv" in trace("matches", "--lists").out


def test_rows_without_a_name_are_reported_and_the_others_go_in(trace: Trace, place: Path) -> None:
    (place / "gaps.csv").write_text(LIST + "3;;1970;Ліда\n", encoding="utf-8")
    told = trace("matches", "gaps.csv").out
    assert "2 rows with a name" in told
    assert "line 4" in told
    assert "1 row set aside" in trace("matches", "--lists").out


def test_many_searches_come_from_a_sheet_once(trace: Trace, place: Path) -> None:
    assert "2 searches opened." in trace("watch", "--from", "searches.csv").out
    told = trace("watch", "--from", "searches.csv").out
    assert "0 searches opened.\n2 searches had been kept before; nothing changed there." in told
    listed = json.loads(trace("watch", "--list", "--json").out)
    assert [(each["reference"], each["name"], each["other_names"], each["born"]) for each in listed] == [
        ("A-1", "Зінаіда Прыкладная", ["Zina Prykladna", "Зина Прикладна"], "1982"),
        ("A-2", "Ціхан Узорнік", [], ""),
    ]
    assert "is closed" in trace("watch", "--close", "A-2", typed="The family has word.\n").out
    told = trace("watch", "--from", "searches.csv").out
    assert f"closed, so that no list is held against them: {listed[1]['search']}." in told


def test_a_sheet_may_be_a_workbook_or_come_through_standard_input(trace: Trace, place: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["Our searches"], ["Surname", "Given name", "Born"], ["Прыкладная", "Зінаіда", 1982]):
        book.active.append(row)
    book.save(place / "searches.xlsx")
    assert "1 search opened." in trace("watch", "--from", "searches.xlsx").out
    assert "1 search opened." in trace("watch", "--from", "-", typed="name\nЦіхан Узорнік\n").out
    names = [each["name"] for each in json.loads(trace("watch", "--list", "--json").out)]
    assert names == ["Прыкладная Зінаіда", "Ціхан Узорнік"]


@pytest.mark.parametrize(
    ("sheet", "said"),
    [
        ("name,born\nЦіхан Узорнік,1990\n1234,\n", "line 3: name: it holds a digit"),
        ("name,born\nЦіхан Узорнік,some day\n", "line 2: born:"),
        ("town,born\nHrodna,1990\n", "holds no search"),
        ("name\n", "holds no search"),
        ("", "is empty"),
    ],
)
def test_a_sheet_with_a_fault_is_refused_whole_by_its_line(trace: Trace, place: Path, sheet: str, said: str) -> None:
    (place / "wrong.csv").write_text(sheet, encoding="utf-8")
    told = trace("watch", "--from", "wrong.csv")
    assert (told.code, said in told.err) == (1, True), told.err
    assert "No search is open" in trace("watch", "--list").out


@pytest.mark.parametrize("name", ["", "1982", "🌼🌼🌼", "x" * 201])
def test_what_is_no_name_is_refused_in_a_sentence(trace: Trace, name: str) -> None:
    told = trace("watch", typed=f"{name}\n")
    assert (told.code, told.err.startswith("name: "), told.err.count("\n")) == (1, True, 1)


def test_ids_that_are_wrong_are_answered_in_a_sentence(trace: Trace) -> None:
    search = opened(trace, "Тихон Узорник\n")
    for options, said in (
        (("watch", "--close", "NOBODY"), "No search here has that id"),
        (("watch", "--reopen", search), "is open already"),
        (("matches", "--search", "NOBODY"), "No search here has that id"),
        (("matches", "--confirm", "NOBODY"), "No likeness here has that id"),
        (("matches", "--forget", "NOBODY"), "No list here has that id"),
        (("matches", "--lists", "--confirm", "X"), "two things at once"),
        (("watch", "--list", "--close", search), "two things at once"),
        (("watch", "--person", "Nobody", "--list"), "--person goes with a new search"),
        (("watch", "--person", "Nobody"), "Nobody in this casebook has that id"),
        (("watch", "--close", search), "Say why the search is closed"),
        (("matches", "--by", "Anna Example", "list.csv"), "a code, not a name"),
    ):
        told = trace(*options)
        assert (told.code, said in told.err) == (1, True), (options, told.err)
    assert search in trace("watch", "--list").out


def test_a_decision_on_a_closed_search_is_refused(trace: Trace) -> None:
    search = opened(trace, "Тихон Узорник\n")
    trace("matches", "list.csv")
    (hit,) = (str(each["hit"]) for each in hits(trace))
    trace("watch", "--close", search, typed="The family has word.\n")
    assert hits(trace) == []
    assert "is closed. Reopen it to decide" in trace("matches", "--not-them", hit).err
    trace("watch", "--reopen", search)
    assert len(hits(trace)) == 1


def test_an_edit_asks_for_everything_again_and_keeps_what_is_left_empty(trace: Trace) -> None:
    search = opened(trace, "Тихон Узорник\n\n1990\n\nHrodna\n")
    told = trace("watch", "--edit", search, typed="Зінаіда Прыкладная\n\n-\n")
    assert f"Search {search} is changed." in told.out
    (listed,) = json.loads(trace("watch", "--list", "--json").out)
    assert (listed["name"], listed["born"], listed["last_place"]) == ("Зінаіда Прыкладная", "", "Hrodna")


def test_no_name_is_listed_unless_it_is_asked_for(trace: Trace) -> None:
    search = opened(trace, "Тихон Узорник\n\n\n\n\nhis mother\n")
    assert "Узорник" not in trace("watch", "--list").out
    assert "Тихон Узорник" in trace("watch", "--list", "--names").out
    trace("watch", "--close", search, typed="Found by the family.\n")
    assert "No search is open" in trace("watch", "--list").out
    assert f"{search}  opened" in trace("watch", "--list", "--all").out


def test_a_search_is_erased_after_saying_what_goes(trace: Trace) -> None:
    search = opened(trace, "Тихон Узорник\n\n\n\n\nhis mother, +375 00 111 22 33\n")
    assert "Nothing was done." in trace("watch", "--erase", search, typed="no\n").err
    trace("matches", "list.csv")
    (hit,) = (str(each["hit"]) for each in hits(trace))
    trace("matches", "--confirm", hit)
    told = trace("watch", "--erase", search, "--rows", "black-out", typed="erase\n")
    assert (told.code, "1 likeness, 1 decision about them" in told.out, "Erased." in told.out) == (0, True, True)
    assert "No search is open" in trace("watch", "--list", "--all").out


def test_a_row_that_answers_another_family_is_named_before_anything_is_erased(trace: Trace) -> None:
    mother, sister = (opened(trace, f"Тихон Узорник\n\n\n\n\n{who}\n") for who in ("mother", "sister"))
    trace("matches", "list.csv")
    trace("matches", *(word for each in hits(trace) for word in ("--confirm", str(each["hit"]))))
    refused = trace("watch", "--erase", mother, "--rows", "black-out", typed="erase\n")
    assert (refused.code, refused.out, sister in refused.err) == (1, "", True)
    told = trace("watch", "--erase", mother, typed="erase\n")
    assert f"Kept, because they answer, or may answer, another search too: {sister}." in told.out
    assert [each["search"] for each in hits(trace, "--all")] == [sister]


def test_a_black_row_is_told_and_not_counted_as_searched(trace: Trace) -> None:
    search = opened(trace, "Тихон Узорник\n")
    trace("matches", "list.csv")
    trace("matches", "--confirm", str(hits(trace)[0]["hit"]))
    trace("watch", "--erase", search, "--rows", "black-out", typed="erase\n")
    told = trace("watch", typed="Тихон Узорник\n").out
    assert "list.csv, 2 rows, 1 of them blacked out and not searched, read" in told
    assert "1 of them blacked out" in trace("matches", "--lists").out
    (kept,) = json.loads(trace("matches", "--json").out)["lists"]
    assert (kept["rows"], kept["rows_blacked_out"]) == (2, 1)


def test_another_birth_is_said_beside_the_score(trace: Trace) -> None:
    opened(trace, "Прыкладная Зінаіда\n\n1950\n")
    told = trace("matches", "list.csv").out
    assert "0.85  by name 1.00, birth differs  list.csv, line 2" in told


def test_rows_of_a_sheet_that_ask_for_the_very_same_are_told(trace: Trace, place: Path) -> None:
    (place / "twice.csv").write_text("name;born\nУзорнік Ціхан;1990\nКрушына Пятро;\nУзорнік Ціхан;1990\n")
    told = trace("watch", "--from", "twice.csv").out
    (first, _) = json.loads(trace("watch", "--list", "--json").out)
    assert "2 searches opened.\n1 row asks for the very same as a row above and opened no search" in told
    assert first["search"] in told
    ids = [each["search"] for each in json.loads(trace("watch", "--from", "twice.csv", "--json").out)]
    assert (len(ids), ids[0] == ids[2]) == (3, True)


def test_forgetting_claims_no_proof_where_nothing_could_be_searched_for(trace: Trace, place: Path) -> None:
    (place / "short.csv").write_text("name\nУзорнік Ціхан\n", encoding="utf-8")
    trace("matches", "short.csv")
    told = trace("matches", "--forget", "short.csv", typed="forget\n").out
    assert ("none could be searched for" in told, "none is left" in told) == (True, False)


def test_a_list_is_forgotten_after_saying_what_goes(trace: Trace) -> None:
    opened(trace, "Тихон Узорник\n")
    trace("matches", "list.csv")
    assert "Nothing was done." in trace("matches", "--forget", "list.csv", typed="\n").err
    told = trace("matches", "--forget", "list.csv", typed="forget\n")
    assert ("2 rows, 1 likeness in it" in told.out, "Forgotten." in told.out) == (True, True)
    assert "No list is kept yet" in trace("matches", "--lists").out
    assert "list.csv is kept as" in trace("matches", "list.csv").out


def test_a_terminal_s_codes_in_a_list_reach_no_terminal(trace: Trace, place: Path) -> None:
    opened(trace, "Тихон Узорник\n")
    (place / "codes.csv").write_text("name;place\nУзорник Тихон;\x1b[2JHrodna\u202e\n", encoding="utf-8")
    told = trace("matches", "codes.csv").out
    assert ("Hrodna" in told, "\x1b" in told, "\u202e" in told) == (True, False, False)


def test_json_is_all_that_a_script_reads(trace: Trace) -> None:
    trace("watch", "--from", "searches.csv", "--json")
    answer = trace("matches", "list.csv", "chat.txt", "--json", "--limit", "1")
    told = json.loads(answer.out)
    assert (len(told["hits"]), told["hits_left_out"] > 0, {each["match"] for each in told["searches"]}) == (
        1,
        True,
        {True},
    )
    assert set(told["hits"][0]) >= {"hit", "search", "score", "reasons", "words", "file", "page", "line", "engine"}
    assert "list.csv is kept as" in answer.err


def test_in_travel_mode_it_says_that_the_identities_are_needed(
    trace: Trace, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["identities", "detach", "case.valoshka", "away.sealed", "--passphrase-file", "passphrase"])
    capsys.readouterr()
    for deed in (("watch",), ("watch", "--list"), ("matches",), ("matches", "list.csv"), ("matches", "--lists")):
        told = trace(*deed, typed="Тихон Узорник\n")
        assert (told.code, told.out, "You need the identities to trace somebody" in told.err) == (1, "", True), deed


def test_a_wrong_passphrase_or_casebook_is_said_before_any_question(trace: Trace, place: Path) -> None:
    (place / "passphrase").write_text("another one\n", encoding="utf-8")
    assert "passphrase does not open" in trace("watch", typed="Тихон Узорник\n").err
    (place / "case.valoshka").rename(place / "elsewhere.valoshka")
    assert "There is no casebook at" in trace("matches").err


def test_whoever_takes_all_consent_back_hears_of_the_searches_that_are_open(in_case: Valoshka, trace: Trace) -> None:
    in_case("person", "add", "--from", "-", typed="people: [{pseudonym: Vera, names: [Зінаіда Прыкладная]}]")
    consent = (
        "{person: Vera, given_on: 2021-05-20, how: spoken, asked_by: a, allows: {pseudonym: [team], photo: [team]}}"
    )
    in_case("consent", "add", "--from", "-", typed=f"consents: [{consent}]")
    search = str(json.loads(trace("watch", "--person", "Vera", "--json", typed="Зінаіда Прыкладная\n").out)["search"])
    assert search not in in_case("withdraw", "Vera", "--item", "photo").out
    told = in_case("withdraw", "Vera").out
    assert "1 search is still kept open for them" in told
    assert (search in told, "Прыкладная" in told) == (True, False)
    assert "trace watch CASE --close ID" in told
    assert "erase CASE --search ID" in told
    trace("watch", "--close", search, typed="They asked us to stop.\n")
    assert "kept open for them" not in in_case("withdraw", "Vera").out


def test_withdrawing_and_erasing_name_the_searches_that_nobody_tied(in_case: Valoshka, trace: Trace) -> None:
    in_case("person", "add", "--from", "-", typed="people: [{pseudonym: Vera, names: [Зінаіда Прыкладная]}]")
    untied = opened(trace, "Прикладная Зинаида\n")
    namesake = opened(trace, "Узорнік Зінаіда\n")
    trace("matches", "list.csv")
    withdrawn = in_case("withdraw", "Vera").out
    assert "1 search asks for a name like theirs, tied to nobody here; this does not reach that: " in withdrawn
    assert (untied in withdrawn, namesake in withdrawn, "Прикладная" in withdrawn) == (True, False, False)
    told = in_case("erase", "--person", "Vera", typed="no\n").out
    assert (untied in told, namesake in told) == (True, False)
    assert f"Such a row answers, or may answer, searches for somebody else, which lose it: {untied}." in told


def test_without_the_identities_withdrawing_says_that_searches_cannot_be_seen(
    in_case: Valoshka, trace: Trace, place: Path
) -> None:
    in_case("person", "add", "--from", "-", typed="people: [{pseudonym: Vera, names: [Зінаіда Прыкладная]}]")
    with pytest.raises(SystemExit):
        main(["identities", "detach", "case.valoshka", "away.sealed", "--passphrase-file", "passphrase"])
    told = in_case("withdraw", "Vera")
    assert (told.code, "cannot be seen without the identities" in told.out) == (0, True)


def test_a_search_that_is_kept_is_tied_by_opening_it_again(in_case: Valoshka, trace: Trace) -> None:
    in_case("person", "add", "--from", "-", typed="people: [{pseudonym: Vera, names: [Зінаіда Прыкладная]}]")
    search = opened(trace, "Зінаіда Прыкладная\n")
    told = trace("watch", "--person", "Vera", typed="Зінаіда Прыкладная\n").out
    assert f"Search {search} is kept already, and tied to that person." in told
    assert f"1 search kept open for them: {search}" in in_case("erase", "--person", "Vera", typed="no\n").out


def test_erasing_a_person_says_which_searches_and_how_many_rows_go(in_case: Valoshka, trace: Trace) -> None:
    in_case("person", "add", "--from", "-", typed="people: [{pseudonym: Vera, names: [Зінаіда Прыкладная]}]")
    search = str(json.loads(trace("watch", "--person", "Vera", "--json", typed="Зінаіда Прыкладная\n").out)["search"])
    trace("matches", "list.csv")
    told = in_case("erase", "--person", "Vera", typed="erase\n")
    assert (told.code, f"1 search kept open for them: {search}" in told.out) == (0, True), told
    assert "1 row of kept lists that name them" in told.out
    assert "No search is open" in trace("watch", "--list", "--all").out


def test_a_search_is_erased_like_whatever_else_is_erased(in_case: Valoshka, trace: Trace) -> None:
    trace("watch", "--from", "searches.csv")
    told = in_case("erase", "--search", "A-2", typed="erase\n")
    assert (told.code, "What will be erased: search" in told.out, "Erased." in told.out) == (0, True, True)
    assert "A-2" not in trace("watch", "--list", "--all").out
    assert in_case("erase", "--search", "A-1", "--person", "Vera").err.startswith("Say what to erase")
    assert "No search here has that id" in in_case("erase", "--search", "A-2").err


def test_what_stands_in_columns_that_no_field_is_for_goes_into_the_note(trace: Trace, place: Path) -> None:
    rows = "Имя;Кто просил;Телефон;Справка\nУзорнік Ціхан;жонка;80170000000;r17\nУзорнік Ціхан;жонка;;r203\n"
    (place / "families.csv").write_text(rows, encoding="utf-8")
    assert "2 searches opened." in trace("watch", "--from", "families.csv").out
    listed = json.loads(trace("watch", "--list", "--json").out)
    assert [(each["asked_by"], each["note"]) for each in listed] == [
        ("жонка", "Телефон: 80170000000; Справка: r17"),
        ("жонка", "Справка: r203"),
    ]


def test_a_place_beside_a_date_is_refused_and_not_lost(trace: Trace) -> None:
    told = trace("watch", typed="Узорнік Ціхан\n\n1990\nМенск, 10.08.2020\n")
    assert (told.code, "it holds more than a date" in told.err) == (1, True), told.err
    assert "No search is open" in trace("watch", "--list").out


def test_the_help_numbers_the_lines_that_a_script_writes(trace: Trace) -> None:
    answers = "Узорнік Ціхан\nTichan Uzornik\n\n1990\n10.08.2020\nМенск\nмаці\nсправа 17\n"
    trace("watch", typed=answers)
    (listed,) = json.loads(trace("watch", "--list", "--json").out)
    said = [listed[field] for field in ("name", "other_names", "born", "last_seen", "last_place", "asked_by", "note")]
    assert said == ["Узорнік Ціхан", ["Tichan Uzornik"], "1990", "2020-08-10", "Менск", "маці", "справа 17"]
    assert "(7) a note" in " ".join(trace("watch", "--help").out.split())


def test_erasing_claims_no_proof_where_nothing_could_be_searched_for(trace: Trace) -> None:
    trace("matches", "list.csv")
    trace("watch", typed="Прыкладная Зінаіда\n\n")
    (search,) = json.loads(trace("watch", "--list", "--json").out)
    told = trace("watch", "--erase", search["search"], typed="erase\n").out
    assert ("Erased." in told, "0 names" in told) == (True, False)
