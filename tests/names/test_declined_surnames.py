"""Every surname in every case, beside a given name, beside an initial and alone. All are invented."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from valoshka.names import Finder

TABLE = yaml.safe_load(Path(__file__).with_name("declined_surnames.yml").read_text(encoding="utf-8"))
GIVEN = {
    ("be", "men"): "Андрэй Андрэя Андрэю Андрэя Андрэем Андрэю",
    ("be", "women"): "Марына Марыны Марыне Марыну Марынай Марыне",
    ("ru", "men"): "Андрей Андрея Андрею Андрея Андреем Андрее",
    ("ru", "women"): "Марина Марины Марине Марину Мариной Марине",
    ("uk", "men"): "Андрій Андрія Андрієві Андрія Андрієм Андрієві Андрію",
    ("uk", "women"): "Марина Марини Марині Марину Мариною Марині Марино",
}
PARADIGMS = [
    pytest.param(language, gender, row.split(), id=f"{language}-{row.split()[0]}-{gender}")
    for language in ("be", "ru", "uk")
    for gender, rows in TABLE[language].items()
    for row in rows
]


def forms(row: list[str]) -> list[tuple[int, str]]:
    return [(case, form) for case, cell in enumerate(row) for form in cell.split("/") if form != "-"]


def ways(text: str, finder: Finder) -> set[str]:
    return {mention.how for mention in finder.find(text)}


@pytest.mark.parametrize(("language", "gender", "row"), PARADIGMS)
def test_a_surname_is_found_in_every_case(language, gender, row):
    given = GIVEN[language, "women" if gender == "women" else "men"].split()
    finder = Finder({"p": [f"{given[0]} {row[0]}"]})
    for case, form in forms(row):
        assert ways(f"учора {form} там", finder) & {"surname", "surname_common"}, form
        assert ways(f"учора {given[0][0]}. {form} там", finder) == {"initials"}, form
        if gender != "plural":
            assert ways(f"учора {given[case]} {form}, там", finder) == {"full_name"}, form


def test_a_stem_that_no_ending_follows_is_no_name():
    people = {"p": ["Андрэй Арол"], "q": ["Марына Камень"], "r": ["Зоя Кравец"]}
    assert Finder(people).find("Арл і Камн, Кравц") == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Зоя Кравец", "Кравецкая вуліца"),
        ("Зоя Заяц", "Зайцаў дом"),
        ("Пётр Новік", "Новакам"),
        ("Пётр Лагодзін", "Лагодзон"),
        ("Пётр Чабан", "Чабна"),
    ],
)
def test_another_surname_with_the_same_root_is_left_alone(name, text):
    # What is one letter off may be a slip, and is asked about as such: it is no form of the surname.
    assert all(mention.how == "slip" for mention in Finder({"p": [name]}).find(text))
