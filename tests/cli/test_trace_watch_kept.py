"""Searches, lists and decisions through backups, journeys and kills, and at the gate. All people are invented."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from valoshka.cli.main import main

LIST = "№;Прозвішча Імя;Год нар.;Дзе\n1;Прыкладная Зінаіда;1982;Акрэсціна\n2;Узорнік Ціхан;1990;Жодзіна\n"
CASE, AGAIN = "case.valoshka", "again.valoshka"
PASSPHRASE = ("--passphrase-file", "passphrase")
Run = Callable[..., str]


@pytest.fixture
def run(place: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """`run("trace", "watch", CASE, typed="...")` in the folder of the casebook; what it printed, `code` being right."""
    monkeypatch.chdir(place)
    (place / "list.csv").write_text(LIST, encoding="utf-8")

    def do(*words: str, typed: str = "", code: int = 0) -> str:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode()), encoding="utf-8"))
        with pytest.raises(SystemExit) as end:
            main([*words, *PASSPHRASE])
        printed = capsys.readouterr()
        assert int(end.value.code or 0) == code, printed
        return printed.err if code and not printed.out else printed.out

    return do


@pytest.fixture
def confirmed(run: Run) -> str:
    """A search with a confirmed row; its id."""
    answers = "Зінаіда Прыкладная\nZina Prykladna\n\n1982\n\nHrodna\nher mother\n"
    search = json.loads(run("trace", "watch", CASE, "--json", typed=answers))["search"]
    told = json.loads(run("trace", "matches", CASE, "list.csv", "--json"))
    run("trace", "matches", CASE, "--confirm", told["hits"][0]["hit"], typed="She called back.\n")
    return str(search)


def watched(run: Run, case: str) -> list[object]:
    """Searches, likenesses with what was decided, and lists of `case`."""
    searches = json.loads(run("trace", "watch", case, "--list", "--all", "--json"))
    told = json.loads(run("trace", "matches", case, "--all", "--json"))
    return [searches, told["hits"], told["coverages"], told["lists"]]


def test_a_backup_brings_searches_lists_and_decisions_back(run: Run, confirmed: str) -> None:
    before = watched(run, CASE)
    run("backup", CASE, "kept.sealed")
    run("restore", "kept.sealed", AGAIN)
    assert watched(run, AGAIN) == before
    assert '"decided": "confirmed"' in json.dumps(before)
    assert "is kept already" in run("trace", "matches", AGAIN, "list.csv")


def test_searches_leave_with_the_identities_and_come_back_with_them(run: Run, confirmed: str) -> None:
    before = watched(run, CASE)
    run("identities", "detach", CASE, "away.sealed")
    for words in (
        ("trace", "watch", CASE, "--close", confirmed),
        ("trace", "matches", CASE, "list.csv"),
        ("trace", CASE, "-"),
        ("erase", CASE, "--search", confirmed),
    ):
        refused = run(*words, typed="Зінаіда Прыкладная\n", code=1)
        assert "You need the identities to trace somebody, and they are detached" in refused, words
        assert "Attach them first" in refused, words
    refused = run("check", "list.csv", "--casebook", CASE, code=2)
    assert "You need the identities to check a publication" in refused
    run("identities", "attach", CASE, "away.sealed")
    assert watched(run, CASE) == before


def test_a_text_that_names_whoever_is_sought_does_not_pass_the_check(run: Run, confirmed: str, place: Path) -> None:
    (place / "draft.txt").write_text("They took Zinaida Prykladnaia away.", encoding="utf-8")
    found = json.loads(run("check", "draft.txt", "--casebook", CASE, "--json", code=1))
    assert [(each["tier"], each["person"]) for each in found] == [("block", f"search-{confirmed}")]
    (place / "draft.txt").write_text("They took a nurse away.", encoding="utf-8")
    assert json.loads(run("check", "draft.txt", "--casebook", CASE, "--json")) == []


def test_nothing_lies_in_the_casebook_but_its_own_files(run: Run, confirmed: str, place: Path) -> None:
    """No index of names is kept: none can be put back older, none is left by a kill."""
    assert sorted(file.name for file in (place / CASE).iterdir()) == [
        "casebook.db",
        "identities.db",
        "keys.json",
        "lock",
        "originals",
    ]


@pytest.mark.skipif(os.name == "nt", reason="no kill -9 there")
def test_a_kill_while_a_list_is_kept_leaves_no_part_of_it(run: Run, place: Path) -> None:
    rows = "".join(f"{number};Прыкладны Узорнік;{'Акрэсціна ' * 30}\n" for number in range(12_000))
    (place / "long.csv").write_text(f"id;name;place\n{rows}", encoding="utf-8")
    command = [sys.executable, "-m", "valoshka.cli.main", "trace", "matches", CASE, "long.csv", *PASSPHRASE]
    killed = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=place)
    wal = place / CASE / "identities.db-wal"
    while killed.poll() is None and not (wal.exists() and wal.stat().st_size > 1 << 20):
        time.sleep(0.01)
    killed.send_signal(signal.SIGKILL)
    assert killed.wait() == -signal.SIGKILL
    assert "No list is kept yet" in run("trace", "matches", CASE, "--lists")
    left = {file.name: file.stat().st_size for file in (place / CASE).iterdir()}
    assert (left.get("identities.db-wal", 0), left["identities.db"] < 1 << 20) == (0, True)
    assert "is whole" in run("verify", CASE)
