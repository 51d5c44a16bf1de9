"""The sheets of docs/sheets.md as lists of whom to protect. Everybody is invented."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from valoshka.disclosure.marked_yaml import Unusable
from valoshka.disclosure.people_yml import load_people

MANUAL = (Path(__file__).parents[2] / "docs" / "sheets.md").read_text(encoding="utf-8")
CONSENT = "  consent: {{given_on: {given}, {more}allows: {{pseudonym: [team], town: public}}}}"


def written(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "people.yml"
    file.write_text(text, encoding="utf-8")
    return file


def printed(name: str) -> str:
    found = re.search(rf"```yaml {name}\n(.*?)```", MANUAL, re.DOTALL)
    assert found is not None
    return found[1]


def test_the_manuals_sheet_of_people_says_whom_to_protect(tmp_path):
    vera, patient = load_people(written(tmp_path, printed("people")))
    assert (vera.id, vera.pseudonyms) == ("Vera", ("Vera",))
    assert vera.names == ("Zinaida Prykladna", "Зінаіда Прыкладная")
    assert vera.identifiers == ("+375 00 000 00 00",)
    assert (vera.facts.workplace, vera.facts.born, vera.facts.family) == (
        "a hospital in Hrodna",
        "1980~",
        ("two children",),
    )
    assert vera.may("pseudonym", "public")
    assert not vera.may("town", "public")
    assert (patient.names, patient.third_person) == (("Pavel Uzornik",), True)


def test_the_manuals_bare_list_says_whom_to_protect(tmp_path):
    (person,) = load_people(written(tmp_path, printed("protect")))
    assert person.identifiers == ("+375 00 000 00 00", "@zinaida-example")
    assert person.facts.events[0].recorded_by_state
    assert person.may("pseudonym", "public")


def test_a_public_name_may_be_published(tmp_path):
    (person,) = load_people(written(tmp_path, "people:\n- names: [{text: Nina Kaval, public: yes}, Ніна К]\n"))
    assert (person.names, person.public_names, person.id) == (("Ніна К",), ("Nina Kaval",), "person 1")


@pytest.mark.parametrize(
    ("given", "more", "holds"),
    [
        ("2020-01-01", "", True),
        ("2020-01-01", "expires: 9999-01-01, ", True),
        ("2020-01-01", "expires: 2020-06-01, ", False),
        ("9999-01-01", "", False),
    ],
)
def test_only_a_consent_in_force_counts(given, more, holds, tmp_path):
    sheet = "people:\n- names: [Nina Kaval]\n" + CONSENT.format(given=given, more=more)
    (person,) = load_people(written(tmp_path, sheet))
    assert person.may("pseudonym", "team") is holds


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("persons: []", 1, "begins with “people:”"),
        ("people: []\nconsents: []", 2, "Known are: people"),
        ("people:\n- pseudonym: Vera", 2, "no name"),
        ("people:\n- names: [Al Bo]\n  contact: []", 3, "Did you mean “contacts”"),
        ("people:\n- names: [{language: be}]", 2, "Add “text:”"),
        ("people:\n- names: [Al Bo]\n  contacts: [{kind: phone}]", 3, "Add “text:”"),
        ("people:\n- names: [Al Bo]\n  consent: {given_on: soon, allows: {}}", 3, "not a day"),
        ("people:\n- names: [Al Bo]\n  consent: {given_on: 2020-01-01, allows: {town: [pubic]}}", 3, "audience"),
        ("people:\n- {names: [Al Bo], pseudonym: Vera}\n- {names: [Ci Do], pseudonym: Vera}", 3, "twice"),
    ],
)
def test_a_wrong_sheet_is_refused_with_its_line(text, line, says, tmp_path):
    with pytest.raises(Unusable, match=f"line {line}: ") as refusal:
        load_people(written(tmp_path, text))
    assert says in str(refusal.value)
    assert refusal.value.exit_code == 2
