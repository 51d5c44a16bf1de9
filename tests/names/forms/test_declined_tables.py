"""The declined names that other tests use are what the generator gives. All are invented."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from valoshka.names.forms import declined
from valoshka.names.forms.grammar import LANGUAGES, grammar

HERE = Path(__file__).parent.parent
SURNAMES = yaml.safe_load((HERE / "declined_surnames.yml").read_text(encoding="utf-8"))
GIVEN = yaml.safe_load((HERE / "declined_given_names.yml").read_text(encoding="utf-8"))
ROWS = [
    pytest.param(language, who, row.split(), id=f"{language}-{row.split()[0]}-{who}")
    for language in LANGUAGES
    for who in ("men", "women")
    for row in SURNAMES[language][who]
]
FAMILIES = {
    "Дуброўскія": "Дуброўскі",
    "Зуевы": "Зуеў",
    "Пыжыны": "Пыжын",
    "Астапчук": "Астапчук",
    "Жаўранак": "Жаўранак",
}
FAMILIES |= {"Дубровские": "Дубровский", "Лугачёвы": "Лугачёв", "Ребрины": "Ребрин"}
PLURALS = [
    pytest.param(language, row.split(), id=row.split()[0])
    for language in ("be", "ru")
    for row in SURNAMES[language]["plural"]
]
NOMINATIVES = {
    "be": """Марына Вольга Марта Людміла Люда
    Надзея Ганна Наталля Марыя Яна Саша Дар’я Любоў Андрэй Сяргей Мікалай Пётр Павел
    Васіль Ігар Мікіта Леў Алесь Яўген Марк Лука Ілья""",
    "ru": """Марина Ольга Людмила Люда Надежда Вера Любовь Мария Маша
    Света Анна Наталья Женя Костя Андрей Пётр Павел Игорь
    Лев Роман Никита Юлия Илья Дмитрий Рая Оля Мая""",
    "uk": "Марина Ольга Надія Віра Андрій Петро Павло Ігор Микола Олексій Дмитро Галя Світлана Сергій",
}


def forms(word, part, language, sex, number="singular"):
    found = {case: set() for case in grammar(language).cases}
    for form in declined(word, part, language, sex):
        if form.number == number:
            found[form.case].add(form.text)
    return found


@pytest.mark.parametrize(("language", "who", "row"), ROWS)
def test_each_case_has_the_forms_of_the_table(language, who, row):
    found = forms(row[0], "surname", language, "m" if who == "men" else "f")
    for case, cell in zip(found, row, strict=False):
        assert set(cell.split("/")) <= found[case], case


@pytest.mark.parametrize(("language", "row"), PLURALS)
def test_a_family_is_declined_in_the_plural(language, row):
    found = forms(FAMILIES[row[0]], "surname", language, "m", "plural")
    for case, cell in list(zip(found, row, strict=False))[1:]:
        assert cell == "-" or cell in found[case], case


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_of_the_given_names_is_made(language):
    made = {
        form.text
        for word in NOMINATIVES[language].split()
        for sex in ("m", "f")
        for form in declined(word, "given", language, sex)
    }
    assert set(GIVEN[language].split()) <= made
