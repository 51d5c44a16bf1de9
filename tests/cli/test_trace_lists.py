"""`valoshka trace` as a volunteer meets it at night: answers, refusals, and what goes to which stream."""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from valoshka.cli.main import main

if TYPE_CHECKING:
    from conftest import Valoshka

LIST = "id;ФИО;Дата рождения\nr1;Воробей Галина Петровна;12.03.1990\nr2;Тихончук Сергей;1982\n"


@dataclass(frozen=True)
class Told:
    code: int
    out: str
    err: str


Trace = Callable[..., Told]


@pytest.fixture
def traced(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Trace:
    """`traced("a.csv", typed="...")` runs `valoshka trace` in a folder where a.csv is."""
    (tmp_path / "a.csv").write_text(LIST, encoding="cp1251")
    monkeypatch.chdir(tmp_path)

    def run(*words: object, typed: str | bytes = "") -> Told:
        raw = typed if isinstance(typed, bytes) else typed.encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8"))
        with pytest.raises(SystemExit) as end:
            main(["trace", *map(str, words)])
        printed = capsys.readouterr()
        return Told(int(end.value.code or 0), printed.out, printed.err)

    return run


def test_the_name_is_asked_for_and_the_row_is_shown_with_its_place(traced: Trace) -> None:
    told = traced("a.csv", typed="Верабей Галіна\n")
    assert told.code == 0
    assert "a.csv, line 2" in told.out
    assert "“r1 | Воробей Галина Петровна | 12.03.1990”" in told.out
    assert "These are likenesses, not finds" in told.out
    assert "as of 20" in told.out
    assert "history" not in told.err


def test_a_name_on_the_command_line_is_taken_and_minded_once(traced: Trace) -> None:
    told = traced("a.csv", "Verabei", "Halina")
    assert "a.csv, line 2" in told.out
    assert told.err.count("history") == 1


def test_a_name_may_hold_a_stroke_and_a_path_may_lack_an_ending(traced: Trace, tmp_path: Path) -> None:
    assert "a.csv, line 2" in traced("a.csv", "Верабей/Воробей", "Галина").out
    assert "none was not read: there is no such file" in traced(tmp_path / "none", "Воробей").err


def test_json_is_one_array_best_first_with_ids_and_places(traced: Trace) -> None:
    told = traced("a.csv", "-", "--json", "--born", "1991", typed="Verabei Halina")
    (first, *_) = json.loads(told.out)
    assert {key: first[key] for key in ("id", "name", "file", "page", "line", "born")} == {
        "id": "r1", "name": "Воробей Галина Петровна", "file": "a.csv", "page": "", "line": 2, "born": "1990-03-12",
    }  # fmt: skip
    assert 0 < first["score"] <= 1
    assert first["reasons"][-1] == "born: 12 March 1990 here, you asked for 1991; a year apart"
    assert "Searched at" in told.err


def test_many_names_get_one_array_a_line_in_the_order_asked(traced: Trace) -> None:
    told = traced("a.csv", "-", "--json", typed="Тихончук\n\n12345\nZzyzx\nВоробей\n")
    answers = [json.loads(line) for line in told.out.splitlines()]
    assert [[hit["id"] for hit in each] for each in answers] == [["r2"], [], [], ["r1"]]
    assert "standard input, line 3: There is not one letter" in told.err
    assert told.code == 0


def test_names_in_an_old_encoding_come_through_a_pipe(traced: Trace) -> None:
    assert "a.csv, line 3" in traced("a.csv", "-", typed="Тихончук Сергей\n".encode("cp1251")).out


def test_no_match_says_which_lists_as_of_when_and_what_next(traced: Trace) -> None:
    told = traced("a.csv", "-", typed="Zzyzx Qwertovich")
    assert told.code == 0
    assert "no match (sought in " in told.out
    assert "2 names, as of 20" in told.out
    assert "valoshka trace watch CASE" in told.out
    assert "does not mean not detained" in told.out
    assert traced("a.csv", "-", "--json", typed="Zzyzx").out == "[]\n"


@pytest.mark.parametrize(
    ("words", "typed", "said"),
    [
        ((), "", "Say which lists to search"),
        (("Верабей",), "", "There is no list of that name"),
        (("none.csv",), "Верабей", "none.csv was not read: there is no such file"),
        (("a.csv", "Верабей", "a.csv"), "", "A name stands between lists"),
        (("a.csv",), "", "No name was given"),
        (("a.csv",), "\n", "No name was given"),
        (("a.csv", ""), "", "No name was given"),
        (("a.csv", "-"), "", "There is no name on standard input"),
        (("a.csv", "-"), "12345", "not one letter"),
        (("a.csv", "🙂"), "", "not one letter"),
        (("a.csv", "-"), "б" * 10_000_000, "10,000,000 characters long; a name has at most 200"),
        (("a.csv", "-", "--born", "yesterday"), "Верабей", "That is no birth date"),
        (("a.csv", "-", "--name-column", "7"), "Верабей", "a.csv was not read: it has no such column. Its columns are"),
        (("a.csv", "-"), "1\n2\n", "Nothing was searched; see above."),
        ((".",), "Верабей", "was not read: it is a folder"),
    ],
)
def test_what_cannot_be_searched_is_answered_with_a_sentence(
    traced: Trace, words: tuple[str, ...], typed: str, said: str
) -> None:
    told = traced(*words, typed=typed)
    assert told.code == 1
    assert said in told.err
    assert "Верабей" not in told.err
    assert "Traceback" not in told.err


def test_one_list_that_cannot_be_read_does_not_hold_up_the_others(traced: Trace, tmp_path: Path) -> None:
    (tmp_path / "broken.xlsx").write_bytes(b"PK\x03\x04 and no more")
    told = traced("broken.xlsx", "a.csv", "-", typed="Воробей")
    assert "a.csv, line 2" in told.out
    assert "broken.xlsx was not read: it is damaged" in told.err
    assert (told.code, told.err.strip().splitlines()[-1]) == (1, "1 list was not searched; see above.")


def test_rows_without_a_name_are_told_row_by_row(traced: Trace, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("Верабей Галіна\n12345\n", encoding="utf-8")
    told = traced("b.txt", "-", typed="Воробей")
    assert "not searched: line 2: no letters in it" in told.err
    assert "b.txt, line 1" in told.out


def test_a_list_called_as_a_sub_command_is_given_with_its_folder(traced: Trace, tmp_path: Path) -> None:
    (tmp_path / "watch").write_text("Верабей Галіна\n", encoding="utf-8")
    assert "watch, line 1" in traced("./watch", "-", typed="Воробей").out


def test_help_tells_of_histories_and_of_the_sub_commands(traced: Trace) -> None:
    told = traced("--help")
    assert "shells keep histories" in told.out
    assert "--name-column" in told.out
    assert all(f"\n  {each} " in told.out for each in ("watch", "matches"))


def test_everything_fits_a_terminal_of_eighty_columns(traced: Trace, tmp_path: Path) -> None:
    long_row = "Верабей Галіна Пятроўна, 1990 г.н., " + "Цэнтр ізаляцыі правапарушальнікаў, " * 5
    (tmp_path / "a rather long name of a list.txt").write_text(long_row, encoding="utf-8")
    told = traced("a rather long name of a list.txt", "a.csv", "-", "--born", "1990", typed="Воробей Галина")
    assert max(map(len, told.out.splitlines())) <= 80


def test_cursor_codes_of_a_list_reach_no_terminal(traced: Trace, tmp_path: Path) -> None:
    (tmp_path / "b.csv").write_text("name;note\nHalina Verabei;\x1b[2J\u202eabc\n", encoding="utf-8")
    told = traced("b.csv", "-", typed="Verabei")
    assert "\x1b" not in told.out
    assert "\u202e" not in told.out


def test_nothing_is_written_beside_the_lists(traced: Trace, tmp_path: Path) -> None:
    traced("a.csv", "-", typed="Воробей")
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


def test_the_people_of_a_casebook_are_a_list_too(in_case: Valoshka, place: Path, traced: Trace, tmp_path: Path) -> None:
    sheet = place / "people.yml"
    sheet.write_text("people:\n- pseudonym: Vera\n  names: [Галіна Верабей]\n  born: 1990\n", encoding="utf-8")
    in_case("person", "add", "--from", sheet)
    told = traced(
        place / "case.valoshka", "a.csv", "-", "--json", "--passphrase-file", place / "passphrase", typed="Verabei H."
    )
    hits = {hit["file"]: hit for hit in json.loads(told.out)}
    assert set(hits) == {"case.valoshka", "a.csv"}
    assert hits["case.valoshka"]["id"] == hits["case.valoshka"]["page"]
    assert (hits["case.valoshka"]["line"], hits["case.valoshka"]["born"]) == (None, "1990")


def test_the_lists_that_a_casebook_keeps_are_searched_with_it(
    in_case: Valoshka, place: Path, traced: Trace, tmp_path: Path
) -> None:
    with_key = ("--passphrase-file", place / "passphrase")
    traced("matches", place / "case.valoshka", "a.csv", *with_key)
    told = traced(place / "case.valoshka", "-", *with_key, typed="Цихончук С.")
    assert (told.code, "a.csv, line 3" in told.out, "“r2 | Тихончук Сергей | 1982”" in told.out) == (0, True, True)
    assert "case.valoshka  0 names, as of now" in told.out
    born = traced(place / "case.valoshka", "-", "--born", "1982", "--json", *with_key, typed="Воробей Галина\nТихончук")
    one, other = (json.loads(line)[0] for line in born.out.splitlines())
    assert (one["file"], one["line"], one["born"]) == ("a.csv", 2, "1990-03-12")
    assert other["reasons"][-1] == "born: 1982, as you asked"


def test_an_empty_casebook_is_refused_with_what_to_do(place: Path, traced: Trace) -> None:
    told = traced(place / "case.valoshka", "-", "--passphrase-file", place / "passphrase", typed="Verabei")
    assert (told.code, "it names nobody yet" in told.err) == (1, True)


def common_surname(tmp_path: Path) -> None:
    """A list of many people with one common surname; everybody on it is invented."""
    men = [f"Воробей {given} {father}" for given in ("Алексей", "Пётр", "Олег") for father in ("Ильич", "Львович")]
    women = [f"Воробей Галина {initial}." for initial in "АБВГДЕ"]
    rows = ["Воробей Галина Петровна", *men * 5, *women, "Воробей Г.", *["Воробей"] * 40]
    (tmp_path / "b.csv").write_text("ФИО;место\n" + "".join(f"{row};Н.\n" for row in rows), encoding="utf-8")


def test_beside_a_likely_one_a_handful_of_weak_ones_is_shown_and_the_rest_is_counted(
    traced: Trace, tmp_path: Path
) -> None:
    common_surname(tmp_path)
    told = traced("b.csv", "-", typed="Воробей Галина Петровна").out
    assert "Воробей Галина Петровна: 1 likely, 5 that may be" in told
    assert re.search(r"Not shown: (at least )?\d+ more likenesses, none better\. See all with --limit 0\.", told)
    assert "given name: differs" not in told
    every = traced("b.csv", "-", "--limit", "0", typed="Воробей Галина Петровна").out
    assert every.count("b.csv, line") > 50
    assert "Not shown" not in every


def test_a_common_surname_alone_brings_equals_but_no_flood(traced: Trace, tmp_path: Path) -> None:
    common_surname(tmp_path)
    told = traced("b.csv", "-", "--limit", "5", typed="Воробей Ян").out
    assert told.count("b.csv, line") == 15
    assert "Not shown: " in told


def test_faint_likenesses_are_no_match_but_are_counted(traced: Trace, tmp_path: Path) -> None:
    (tmp_path / "b.csv").write_text("ФИО;место\nВоробей Алексей Викторович;Н.\nКот Ян Ильич;Н.\n", encoding="utf-8")
    told = traced("b.csv", "-", typed="Воробей Галина Петровна").out
    assert "no match" in told
    assert "Not shown: 1 faint likeness. See all with --limit 0." in told
    assert "valoshka trace watch CASE" in told
    assert "b.csv, line 2" in traced("b.csv", "-", "--limit", "0", typed="Воробей Галина Петровна").out
    # Scripts have the score, and choose for themselves.
    assert json.loads(traced("b.csv", "-", "--json", typed="Воробей Галина Петровна").out)[0]["likely"] is False


def test_a_row_with_an_initial_only_says_that_it_is_just_under(traced: Trace, tmp_path: Path) -> None:
    (tmp_path / "b.csv").write_text("ФИО;место\nВоробей Г.;Н.\n", encoding="utf-8")
    told = traced("b.csv", "-", typed="Воробей Галина").out
    assert "just under 0.84: only an initial of the given name is known" in " ".join(told.split())


def test_a_given_name_alone_makes_nobody_likely(traced: Trace, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("Таня\nСарока Алесь\n", encoding="utf-8")
    assert "1 that may be" in traced("b.txt", "-", typed="Таня").out


def test_where_nothing_is_better_one_surname_of_one_sex_stays_visible(traced: Trace, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("Воробей Иван, 1990\nВоробей Анна, 1991\nВоробей К.\n", encoding="utf-8")
    told = traced("b.txt", "-", typed="Пётр Воробей").out
    assert "Пётр Воробей: nobody likely, 2 of the same surname only" in told
    assert all(f"b.txt, line {line}" in told for line in (1, 3))
    assert "Воробей Анна" not in told
    assert "Not shown: 1 more likeness" in told
    assert "valoshka trace watch CASE" in told


def test_no_match_says_what_of_each_list_was_not_searched(traced: Trace, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("Воробей Галина\n12345\n🙏\n", encoding="utf-8")
    (tmp_path / "c.xlsx").write_bytes(b"PK\x03\x04")
    told = traced("b.txt", "c.xlsx", "-", typed="Zzyzx")
    assert "no match" in told.out
    assert "; 2 rows not searched" in told.out
    assert "Not searched: 1 list that could not be read." in told.out


def test_likely_ones_beyond_the_limit_are_counted_as_such(traced: Trace, tmp_path: Path) -> None:
    rows = ["Воробей Галина"] * 3 + ["Воробей Галина Петровна"] * 2 + ["Воробей Алла"]
    (tmp_path / "b.txt").write_text("\n".join(rows), encoding="utf-8")
    told = traced("b.txt", "-", "--limit", "3", typed="Воробей Галина").out
    assert "Воробей Галина: 3 likely" in told
    not_shown = "Not shown: 3 more likenesses, none better; 2 of them likely. See all with --limit 0."
    assert not_shown in " ".join(told.split())


def test_an_empty_birth_is_refused(traced: Trace) -> None:
    assert "That is no birth date. Write, for example, 1982" in traced("a.csv", "-", "--born", "", typed="Воробей").err


def test_a_stretch_of_years_is_asked_for_as_in_a_search_kept_open(traced: Trace) -> None:
    for stretch in ("1980-1984", "1980/1984", "1980..1984"):
        told = traced("a.csv", "-", "--born", stretch, typed="Тихончук Сергей").out
        assert "born: 1982, as you asked" in told
    assert "1980..1984" in traced("--help").out


def test_ages_say_from_which_year_they_are_counted(traced: Trace, tmp_path: Path) -> None:
    (tmp_path / "b.csv").write_text("ФИО;Возраст\nВоробей Галина;29\n", encoding="utf-8")
    told = traced("b.csv", "-", typed="Воробей").err
    assert "ages are counted from 20" in told
    assert "when the file was written; a year in its name is taken instead" in told
    assert "ages" not in traced("a.csv", "-", typed="Воробей").err


def test_two_lists_of_one_name_are_told_apart(traced: Trace, tmp_path: Path) -> None:
    for folder in ("minsk", "brest"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "list.txt").write_text("Воробей Галина\n", encoding="utf-8")
    told = traced("minsk/list.txt", "brest/list.txt", "-", typed="Воробей Галина").out
    assert "minsk/list.txt, line 1" in told
    assert "brest/list.txt, line 1" in told
    assert "minsk/list.txt  1 name, as of" in told


def test_a_list_that_the_casebook_keeps_is_searched_once_if_it_is_given_too(
    in_case: Valoshka, place: Path, traced: Trace, tmp_path: Path
) -> None:
    with_key = ("--passphrase-file", place / "passphrase")
    traced("matches", place / "case.valoshka", "a.csv", *with_key)
    told = traced(place / "case.valoshka", "a.csv", "-", *with_key, typed="Тихончук Сергей")
    assert "a.csv is kept in case.valoshka too; it is searched once, as you gave it." in told.err
    assert told.out.count("a.csv, line 3") == 1
    (tmp_path / "a.csv").write_text(LIST + "r3;Кот Ян;1990\n", encoding="utf-8")
    told = traced(place / "case.valoshka", "a.csv", "-", *with_key, typed="Тихончук Сергей")
    assert "a.csv, kept in case.valoshka, line 3" in told.out
    assert told.out.count("line 3") == 2
