"""`valoshka check` as its user meets it. Everybody is invented."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from valoshka.cli.main import main

PEOPLE = "- id: k3f9\n  names: [Марына Астапчук]\n  pseudonyms: [Яніна]\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "people.yml").write_text(PEOPLE, encoding="utf-8")
    (tmp_path / "clean.txt").write_text("They went home together.", encoding="utf-8")
    (tmp_path / "told.txt").write_text("Maryna Astapchuk came.", encoding="utf-8")
    (tmp_path / "doubt.txt").write_text("Maryna came.", encoding="utf-8")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 broken")
    return tmp_path


def run(folder: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    paths = [str(folder / part) if "." in part and not part.startswith("-") else part for part in arguments]
    with pytest.raises(SystemExit) as left:
        main(["check", *paths])
    out, err = capsys.readouterr()
    return int(left.value.code or 0), out, err


@pytest.mark.parametrize(
    ("files", "code"),
    [
        (["clean.txt"], 0),
        (["told.txt"], 1),
        (["doubt.txt"], 1),
        (["clean.txt", "told.txt"], 1),
        (["broken.pdf"], 2),
        (["clean.txt", "broken.pdf"], 2),
        (["told.txt", "broken.pdf"], 2),
        (["missing.txt"], 2),
    ],
)
def test_the_exit_code_says_clear_found_or_not_checked(files, code, folder, capsys):
    assert run(folder, capsys, *files, "--protect", "people.yml")[0] == code


def test_a_finding_is_quoted_as_it_stands_and_the_person_by_id(folder, capsys):
    _, out, _ = run(folder, capsys, "told.txt", "--protect", "people.yml")
    assert "“Maryna Astapchuk”" in out
    assert "k3f9, Яніна" in out
    assert "Астапчук" not in out


def test_json_is_a_list_of_findings(folder, capsys):
    code, out, _ = run(folder, capsys, "told.txt", "clean.txt", "--protect", "people.yml", "--json")
    (finding,) = json.loads(out)
    assert code == 1
    assert finding["kind"] == "name"
    assert finding["tier"] == "block"
    assert finding["at"] == {"file": "told.txt", "start": 0, "end": 16, "text": "Maryna Astapchuk"}


def test_json_of_nothing_is_an_empty_list(folder, capsys):
    assert run(folder, capsys, "clean.txt", "--protect", "people.yml", "--json")[:2] == (0, "[]\n")


def test_what_could_not_be_read_is_said_and_the_rest_is_no_clearance(folder, capsys):
    _, _, err = run(folder, capsys, "clean.txt", "broken.pdf", "--protect", "people.yml")
    assert "broken.pdf" in err
    assert "do not take the rest for a clearance" in err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["clean.txt"], "whom to protect"),
        (["clean.txt", "--protect", "people.yml", "--casebook", "case.valoshka"], "whom to protect"),
        (["clean.txt", "--protect", "none.yml"], "could not be opened"),
        (["clean.txt", "--protect", "people.yml", "--audience", "everybody"], "audience"),
        (["clean.txt", "--protect", "told.txt"], "told.txt"),
        (["clean.txt", "--casebook", "case.valoshka"], "case.valoshka"),
    ],
)
def test_without_people_to_protect_nothing_is_clear(arguments, says, folder, capsys):
    code, out, err = run(folder, capsys, *arguments)
    assert code == 2
    assert says in err
    assert out == ""


def test_people_may_come_from_a_casebook(folder, capsys):
    from valoshka.casebook.opening import FLOOR, create, unlock

    create(folder / "case.valoshka", "a field of rye at noon", cost=FLOOR)
    with unlock(folder / "case.valoshka", "a field of rye at noon"):
        from valoshka.casebook.identities.models import Name
        from valoshka.casebook.records.models import Person

        person = Person(kind="individual")
        person.save(force_insert=True)
        Name(person=person.id, text="Марына Астапчук").save(force_insert=True)
    (folder / "passphrase.txt").write_text("a field of rye at noon\n", encoding="utf-8")
    common = ("--casebook", "case.valoshka", "--passphrase-file", "passphrase.txt")
    assert run(folder, capsys, "told.txt", *common)[0] == 1
    assert run(folder, capsys, "clean.txt", *common)[0] == 0
    (folder / "passphrase.txt").write_text("another one altogether\n", encoding="utf-8")
    assert run(folder, capsys, "clean.txt", *common)[0] == 2


def test_nothing_checked_prints_nothing(folder, capsys):
    assert run(folder, capsys, "broken.pdf", "--protect", "people.yml")[:2] == (2, "")


def test_a_casebooks_sheet_of_people_serves_as_well(folder, capsys):
    (folder / "sheet.yml").write_text("people:\n- {pseudonym: Яніна, names: [Марына Астапчук]}\n", encoding="utf-8")
    code, out, _ = run(folder, capsys, "told.txt", "--protect", "sheet.yml")
    assert (code, "Яніна" in out) == (1, True)


def test_the_help_says_where_lists_of_people_are_explained(capsys):
    with pytest.raises(SystemExit):
        main(["check", "--help"])
    told = capsys.readouterr().out
    assert "docs/sheets.md" in told
    assert "The language in which the findings are told" in " ".join(told.split())


def test_the_help_names_every_format_that_is_read(capsys):
    with pytest.raises(SystemExit):
        main(["check", "--help"])
    told = capsys.readouterr().out
    read = "html, pdf, docx, odt, xlsx, ods, svg, png, jpeg, webp, txt, md, csv, tsv, json, srt and vtt"
    assert read in " ".join(told.split())


def test_a_public_name_is_not_asked_about(folder, capsys):
    (folder / "article.txt").write_text("They met Halina Brukavets. Then Brukavets left.", encoding="utf-8")
    (folder / "public.yml").write_text("- Halina Brukavets\n", encoding="utf-8")
    assert run(folder, capsys, "article.txt", "--protect", "people.yml")[0] == 1
    assert run(folder, capsys, "article.txt", "--protect", "people.yml", "--public", "public.yml")[0] == 0
    assert run(folder, capsys, "article.txt", "--protect", "people.yml", "--public", "missing.yml")[0] == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("more", [[], ["--json"]])
def test_findings_that_cannot_be_written_are_no_clearance(folder, more):
    command = [sys.executable, "-m", "valoshka.cli.main", "check", str(folder / "clean.txt"), *more]
    with Path("/dev/full").open("w") as full:
        left = subprocess.run(
            [*command, "--protect", str(folder / "people.yml")],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert left.returncode == 2
    assert "could not be written out whole" in left.stderr
    assert "foresee" not in left.stderr


@pytest.mark.parametrize(
    ("name", "says"),
    [("notes.docx", "is no docx file"), ("notes", "no ending"), ("notes.mp4", "of a kind that the gate cannot read")],
)
def test_what_is_no_file_of_its_kind_is_refused_with_what_to_do(name, says, folder, capsys):
    (folder / name).write_bytes(b"\x3d\x9b\x6e\xc0 rubbish")
    with pytest.raises(SystemExit) as left:
        main(["check", str(folder / name), "--protect", str(folder / "people.yml")])
    out, err = capsys.readouterr()
    assert (left.value.code, out) == (2, "")
    assert says in err


def test_a_casebook_draft_is_told_what_was_published_and_a_list_is_not(folder, capsys):
    _, out, _ = run(folder, capsys, "clean.txt", "--protect", "people.yml")
    assert "nor what was published before" in " ".join(out.split())


def test_files_of_one_name_in_two_folders_are_told_apart(folder, capsys):
    for name, text in (("one", "Maryna Astapchuk came."), ("two", "Nobody came.\nAstapchuk left.")):
        (folder / name).mkdir()
        (folder / name / "a.txt").write_text(text, encoding="utf-8")
    _, out, _ = run(folder, capsys, "one/a.txt", "two/a.txt", "--protect", "people.yml")
    assert f"{folder / 'one' / 'a.txt'}, line 1 “Maryna Astapchuk”" in " ".join(out.split())
    assert f"{folder / 'two' / 'a.txt'}, line 2 “Astapchuk”" in " ".join(out.split())
