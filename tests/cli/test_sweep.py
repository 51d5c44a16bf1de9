"""`valoshka sweep`, as somebody with a folder of exports uses it. Everybody is invented."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from valoshka.cli import archive_lines
from valoshka.cli.archive_lines import Lines
from valoshka.cli.commands.sweep import command

PEOPLE = "- id: k1\n  names: [Галіна Бонч]\n- id: k2\n  names: [Рыгор Астапчук]\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "people.yml").write_text(PEOPLE, encoding="utf-8")
    archive = tmp_path / "archive"
    (archive / "2020").mkdir(parents=True)
    (archive / "2020" / "posts.jsonl").write_text('{"text": "nobody"}\n{"text": "Halina Bonch"}\n', encoding="utf-8")
    (archive / "notes.txt").write_text("\ufeffБонч Г. П.\n\nАстапчук молчал.\n", encoding="utf-8")
    (archive / "scan.docx").write_bytes(b"no text")
    return tmp_path


def _sweep(folder, *arguments):
    return CliRunner().invoke(command, [*arguments, "--protect", str(folder / "people.yml")])


def test_whoever_is_named_is_told_with_file_line_and_id_and_never_by_name(folder):
    told = _sweep(folder, str(folder / "archive"))
    assert told.exit_code == 1
    assert "posts.jsonl:2  full name  [k1]" in told.stdout
    assert "notes.txt:1  initials and surname  [k1]" in told.stdout
    assert "notes.txt:3  surname alone  [k2]" in told.stdout
    assert "3 places may name somebody" in told.stdout
    assert "1 file of other kinds" in told.stdout
    assert "Бонч" not in told.stdout


def test_json_comes_line_by_line_with_positions_in_the_line(folder):
    told = _sweep(folder, str(folder / "archive" / "2020"), "--json")
    (seen,) = map(json.loads, told.stdout.splitlines())
    assert (seen["how"], seen["people"], seen["at"]["line"]) == ("full_name", ["k1"], 2)
    assert '{"text": "Halina Bonch"}'[seen["at"]["start"] : seen["at"]["end"]] == "Halina Bonch"


def test_nobody_named_is_exit_0_and_still_no_clearance(folder):
    (folder / "empty.txt").write_text("Nothing of note.\n", encoding="utf-8")
    told = _sweep(folder, str(folder / "empty.txt"))
    assert told.exit_code == 0
    assert "clears nothing" in told.stdout


def test_a_file_that_is_not_utf_8_is_told_and_hides_no_other(folder):
    (folder / "archive" / "aaa.csv").write_bytes("Галіна Бонч\n".encode("cp1251"))
    told = _sweep(folder, str(folder / "archive"))
    assert told.exit_code == 2
    assert "aaa.csv: not written in UTF-8" in told.stderr
    assert "posts.jsonl:2" in told.stdout


@pytest.mark.parametrize("path", ["nowhere", "archive/scan.docx"])
def test_nothing_to_sweep_is_exit_2(folder, path):
    told = _sweep(folder, str(folder / path))
    assert told.exit_code == 2 or getattr(told.exception, "exit_code", None) == 2
    assert told.stdout == ""


def test_a_very_long_line_is_cut_at_a_blank_and_keeps_its_number(tmp_path, monkeypatch):
    monkeypatch.setattr(archive_lines, "LONGEST", 12)
    (tmp_path / "long.txt").write_text("one two three four five\nsix\n\n", encoding="utf-8")
    lines = Lines([tmp_path / "long.txt"])
    pieces = list(lines)
    assert "".join(pieces) == "one two three four five\nsix\n\n"
    assert all(piece.endswith((" ", "\n")) for piece in pieces)
    assert [lines.place(number)[1] for number in range(len(pieces))] == sorted(
        1 + "".join(pieces[:number]).count("\n") for number in range(len(pieces))
    )
