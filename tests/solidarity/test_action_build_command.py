"""`valoshka action build`: through the gate, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from valoshka.cli.main import valoshka
from valoshka.disclosure import Blocked
from valoshka.errors import Refused

PEOPLE = """- id: p1
  names: [Alesia Vymyslenaya]
"""


def run(*arguments: str):
    return CliRunner().invoke(valoshka, ["action", *arguments], catch_exceptions=False)


@pytest.fixture
def folder(tmp_path) -> Path:
    run("new", str(tmp_path / "flowers"))
    action = tmp_path / "flowers" / "action.yml"
    # One language is enough to try the gate with.
    action.write_text(action.read_text(encoding="utf-8").replace("[en, be, ru, pl, de, ar]", "[en]"), encoding="utf-8")
    return tmp_path / "flowers"


def test_the_template_builds_as_it_is_and_says_that_nobody_was_protected(tmp_path):
    run("new", str(tmp_path / "flowers"))
    built = run("build", str(tmp_path / "flowers"), "-o", str(tmp_path / "site"))
    assert built.exit_code == 0
    assert "Nobody was protected by list" in built.stderr
    assert {path.parent.name for path in (tmp_path / "site").glob("*/index.html")} == {
        "en",
        "be",
        "ru",
        "pl",
        "de",
        "ar",
    }


def test_a_protected_name_in_a_phrase_blocks_and_nothing_is_written(folder, tmp_path):
    action = folder / "action.yml"
    action.write_text(action.read_text().replace("You are not alone.", "Alesia Vymyslenaya, hold on."))
    (tmp_path / "people.yml").write_text(PEOPLE)
    with pytest.raises(Blocked) as blocked:
        run("build", str(folder), "-o", str(tmp_path / "site"), "--protect", str(tmp_path / "people.yml"))
    assert "Vymyslenaya" not in str(blocked.value)
    assert not (tmp_path / "site").exists()


def test_a_name_that_nobody_listed_waits_for_a_reason_and_a_public_name_is_one(folder, tmp_path):
    action = folder / "action.yml"
    action.write_text(action.read_text().replace("You are not alone.", "Greetings from Zofia Nieznana."))
    with pytest.raises(Blocked, match="unknown_name"):
        run("build", str(folder), "-o", str(tmp_path / "site"))
    told = "public_names: [{name: Zofia Nieznana, source: an invented example}]"
    action.write_text(action.read_text().replace("public_names: []", told))
    assert run("build", str(folder), "-o", str(tmp_path / "site")).exit_code == 0


def test_building_again_leaves_one_set_of_shared_files_and_the_wall_beside_it(folder, tmp_path):
    site = tmp_path / "site"
    run("build", str(folder), "-o", str(site))
    (site / "wall").mkdir()
    (site / "wall" / "index.html").write_text("the wall")
    [before] = site.glob("a-*")
    before.rename(site / "a-000000000000")
    run("build", str(folder), "-o", str(site))
    assert [path.name for path in site.glob("a-*")] == [before.name]
    assert (site / "wall" / "index.html").read_text() == "the wall"


def test_a_folder_of_somebody_elses_files_is_left_alone(folder, tmp_path):
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "index.html").write_text("three years")
    with pytest.raises(Refused, match="no site of an action"):
        run("build", str(folder), "-o", str(tmp_path / "thesis"))
    assert (tmp_path / "thesis" / "index.html").read_text() == "three years"


def test_the_organisations_own_account_and_the_pages_own_words_wait_for_no_reason(folder, tmp_path):
    action = folder / "action.yml"
    action.write_text(action.read_text().replace('handle: "" ', 'handle: "@example" ').replace("[en]", "[pl]"))
    # A common word of the Polish page is also a way to write this invented person's name.
    (tmp_path / "people.yml").write_text("- {id: p1, names: [Tim Vymyslony]}\n")
    built = run("build", str(folder), "-o", str(tmp_path / "site"), "--protect", str(tmp_path / "people.yml"))
    assert built.exit_code == 0


def test_a_language_whose_stories_the_gate_does_not_read_wants_a_reader(folder, tmp_path):
    action = folder / "action.yml"
    action.write_text(action.read_text().replace("[en]", "[ar]"))
    (tmp_path / "people.yml").write_text(PEOPLE.rstrip() + "\n  facts: {profession: nurse, town: Hrodna}\n")
    protect = ("--protect", str(tmp_path / "people.yml"))
    with pytest.raises(Refused, match=r"read_by: \{ar"):
        run("build", str(folder), "-o", str(tmp_path / "site"), *protect)
    action.write_text(action.read_text().replace("read_by: {} ", "read_by: {ar: An invented colleague} "))
    assert run("build", str(folder), "-o", str(tmp_path / "site"), *protect).exit_code == 0
