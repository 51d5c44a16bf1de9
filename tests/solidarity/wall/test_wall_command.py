"""`valoshka action wall` writes the wall whole or not at all."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from valoshka.cli.action.wall import command
from valoshka.errors import Refused
from valoshka.solidarity.staffing.decisions import Decision, add_decision
from valoshka.solidarity.wall.writing import write_whole


def run(*arguments: object) -> str:
    return CliRunner().invoke(command, list(map(str, arguments)), catch_exceptions=False).output


def test_the_wall_is_written_and_written_anew(staffed, tmp_path):
    out = tmp_path / "site"
    assert "9 flowers" in run(staffed, "-o", out)
    (out / "wall" / "left-over.html").write_text("old")
    run(staffed, "-o", out)
    assert not (out / "wall" / "left-over.html").exists()
    assert (out / "wall" / "be" / "index.html").is_file()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["flowers", "site"]


def test_a_folder_of_somebody_elses_files_is_left_alone(staffed, tmp_path):
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "thesis.odt").write_text("mine")
    with pytest.raises(Refused, match="not made here"):
        run(staffed, "-o", tmp_path / "site")
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["thesis.odt"]


def test_nothing_published_is_said(staffed, tmp_path):
    (staffed / "published.jsonl").unlink()
    with pytest.raises(Refused, match="nothing that was published yet"):
        run(staffed, "-o", tmp_path / "site")
    assert not (tmp_path / "site").exists()


def test_a_faulty_line_is_named(staffed, tmp_path):
    with (staffed / "published.jsonl").open("ab") as file:
        file.write(b"{}\n")
    with pytest.raises(Refused, match=r"published\.jsonl, line 10"):
        run(staffed, "-o", tmp_path / "site")


def test_what_breaks_half_way_changes_nothing(tmp_path):
    out = tmp_path / "site"
    write_whole(out, [("one.html", b"old")])

    def breaking():
        yield "one.html", b"new"
        raise OSError(28, "No space left on device")

    with pytest.raises(Refused, match="No space left"):
        write_whole(out, breaking())
    assert (out / "one.html").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_after_the_last_takedown_the_wall_is_built_without_a_flower(staffed, tmp_path):
    run(staffed, "-o", tmp_path / "site")
    (staffed / "published.jsonl").unlink()
    add_decision(staffed, Decision("00000000000000ff", "takedown", "2026-05-03", "Vera"))
    run(staffed, "-o", tmp_path / "site")
    assert 'class="flower' not in (tmp_path / "site" / "wall" / "en" / "index.html").read_text(encoding="utf-8")
