"""`valoshka check` with a table of populations, and the sheet for a second reader. Everybody is invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from valoshka.cli.main import main

PEOPLE = "- {id: k3f9, names: [Zinaida Prykladna], facts: {profession: doctor, specialty: urologist, town: Hrodna}}\n"


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "people.yml").write_text(PEOPLE, encoding="utf-8")
    (tmp_path / "told.txt").write_text("A urologist from Hrodna was silent.\n", encoding="utf-8")
    return tmp_path


def ran(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    with pytest.raises(SystemExit) as ended:
        main(["check", "told.txt", "--protect", "people.yml", *arguments])
    answer = capsys.readouterr()
    return int(ended.value.code or 0), answer.out + answer.err


@pytest.mark.parametrize(("people", "code"), [("3", 1), ("40", 0)])
def test_a_table_says_how_large_the_crowd_is(
    story: Path, capsys: pytest.CaptureFixture[str], people: str, code: int
) -> None:
    (story / "p.csv").write_text(f"specialty,town,people\nurologist,Hrodna,{people}\n", encoding="utf-8")
    assert ran(capsys, "--populations", "p.csv")[0] == code


def test_a_faulty_table_is_no_clean_bill(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (story / "p.csv").write_text("specialty,people\nurologist,some\n", encoding="utf-8")
    code, told = ran(capsys, "--populations", "p.csv")
    assert code == 2
    assert "p.csv, line 2" in told


def test_the_sheet_is_an_exercise_and_no_verdict(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, told = ran(capsys, "--reader-sheet", "--language", "be")
    assert code == 0
    assert "Хто гэта расказвае?" in told
    assert "k3f9" not in told
