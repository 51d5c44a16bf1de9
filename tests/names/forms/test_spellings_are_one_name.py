"""The law: a name equals itself in the case forms and the romanisations that `spellings` gives. All are invented."""

from __future__ import annotations

from pathlib import Path

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from valoshka.names import accept, compare
from valoshka.names.forms import spellings

TABLE = yaml.safe_load(Path(__file__).with_name("paradigms.yml").read_text(encoding="utf-8"))
GIVEN = {
    ("be", "m"): ["Андрэй", "Мікалай", "Дзмітрый", "Рыгор"],
    ("be", "f"): ["Вольга", "Наталля", "Алена"],
    ("ru", "m"): ["Игорь", "Сергей", "Павел"],
    ("ru", "f"): ["Ольга", "Юлия", "Елена"],
    ("uk", "m"): ["Микола", "Андрій", "Петро"],
    ("uk", "f"): ["Олена", "Ганна", "Юлія"],
}
# Other cases of these have so little in common with the name itself that comparing by sound takes them for other names.
SHORT = {"Кот", "Лось", "Лапаць", "Цой", "Кінь", "Орёл"}
PEOPLE = [
    (language, given_name, row.split()[0])
    for language, kinds in TABLE.items()
    for kind, rows in kinds.items()
    for part, sex in [kind.split()]
    for row in rows
    if part == "surname" and row.split()[0] not in SHORT
    for given_name in GIVEN[language, sex]
]
SYSTEMS = {
    "passport-be", "geographic-be", "lacinka", "bgn-be", "press-en-be", "press-pl-be", "press-lt-be", "press-cs-be",
    "passport-ru", "passport-ru-2010", "passport-ru-1997", "bgn-ru", "press-en-ru", "press-e-ru", "press-pl-ru",
    "press-lt-ru", "press-lv-ru", "press-cs-ru", "resolution-55", "passport-uk-2007", "bgn-uk", "press-en-uk",
    "press-pl-uk", "press-lt-uk", "press-lv-uk", "press-cs-uk",
}  # fmt: skip


@given(st.sampled_from(PEOPLE), st.booleans())
@settings(max_examples=60, deadline=None)
def test_a_name_equals_itself_in_every_case_and_order(person, surname_first):
    language, given_name, surname = person
    name = f"{surname} {given_name}" if surname_first else f"{given_name} {surname}"
    # Nobody is called by name on a list: vocatives are made, not asked for.
    for spelling in spellings(name):
        if spelling.language == language and spelling.kind in ("case", "order") and spelling.case != "vocative":
            assert accept(name, spelling.text), spelling


@given(st.sampled_from(PEOPLE))
@settings(max_examples=60, deadline=None)
def test_a_name_equals_itself_in_every_passport_and_most_presses(person):
    language, given_name, surname = person
    name = f"{given_name} {surname}"
    for spelling in spellings(name):
        if spelling.language == language and spelling.system in SYSTEMS and spelling.case == "nominative":
            assert accept(name, spelling.text), spelling


@given(st.sampled_from(PEOPLE))
@settings(max_examples=60, deadline=None)
def test_initials_are_alike_but_are_no_proof(person):
    _, given_name, surname = person
    name = f"{given_name} {surname}"
    for spelling in spellings(name):
        if spelling.kind == "initials" and spelling.language == person[0]:
            assert 0.5 < compare(name, spelling.text).score < compare(name, name).score, spelling
