"""What a text tells, in three languages, of nobody yet. Everything is invented."""

from __future__ import annotations

import pytest

from valoshka.disclosure.findings import rules
from valoshka.disclosure.jigsaw.coarsening import label
from valoshka.disclosure.jigsaw.said import event_kinds, kinds_of, relatives, said
from valoshka.disclosure.third_persons.context import Context
from valoshka.disclosure.third_persons.patients import patients
from valoshka.terms.vocabulary import acts


@pytest.mark.parametrize(
    ("text", "kind", "when", "number"),
    [
        ("In May 2021 she was summoned.", "summons", "2021-05", None),
        ("Ён адсядзеў пяць сутак у маі 2021 года.", "administrative_arrest", "2021-05", 5),
        ("Её уволили 3 марта 2021 года.", "dismissal", "2021-03-03", None),
        ("Яна з’ехала ў лютым 2021 года.", "departure", "2021-02", None),
        ("Свидетель по двум уголовным делам.", "witness", None, 2),
        ("Сведка па трох крымінальных справах.", "witness", None, 3),
        ("She was an election observer.", "observer", None, None),
        ("Пашкоджана 45 % лёгкіх.", "percent", None, 45),
        ("A 34-year-old driver.", "age", None, 34),
        ("У яе двое дзяцей.", "family", None, 2),
        ("У него трое детей.", "family", None, 3),
    ],
)
def test_an_event_is_read_with_its_date_and_number(text: str, kind: str, when: str | None, number: int | None) -> None:
    (first, *_) = [each for each in said(text) if each.kind == kind]
    assert (first.when, first.number) == (when, number)


def test_a_date_of_another_sentence_is_not_the_event_s() -> None:
    assert {each.when for each in said("It rained in May 2021. She was fined.") if each.kind == "fine"} == {None}


def test_every_act_and_label_that_the_tables_name_exists() -> None:
    for code, kind in event_kinds().items():
        assert set(kind["acts"]) <= acts().keys()
        for language in ("en", "be", "ru"):
            assert label(code, language) != label("other", language)
            assert kind["coarser"][language]


def test_an_act_of_a_casebook_is_known_by_its_code() -> None:
    assert kinds_of("forced_resignation")[0] == {"resignation"}
    assert kinds_of("something unheard of")[0] == frozenset()


def test_relatives_are_read_in_three_languages() -> None:
    assert relatives("два сыны") == (("son", 2),)
    assert relatives("a husband, three daughters") == (("spouse", None), ("daughter", 3))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The surgeon operated on a patient on 12 August 2020.", ("medic", "date")),
        ("The nurse remembers a patient of Lida central hospital.", ("medic", "hospital")),
        ("Фельчар расказвае: прывезлі параненага ў бальніцу № 2.", ("medic", "hospital")),
        ("Врач осмотрела пациентку 13 августа 2020 года.", ("medic", "date")),
    ],
)
def test_a_medic_a_patient_and_a_day_or_a_hospital_block(text: str, shown: tuple[str, ...]) -> None:
    (found,) = patients(Context.of(text))
    assert (rules()[found.rule].tier, rules()[found.rule].kind) == ("block", "third_person")
    assert found.shown == shown


@pytest.mark.parametrize(
    "text",
    [
        "Doctors treated patients in August 2020.",
        "A patient has the right to a doctor.",
        "The nurse remembers a patient.",
        "Врачи лечили пациентов больницы № 3.",
        "A patient was heard on 3 May 2021.",
        "It was a hospital. A doctor spoke of a patient.",
    ],
)
def test_patients_in_the_plural_and_patients_of_nowhere_are_nobody(text: str) -> None:
    assert list(patients(Context.of(text))) == []
