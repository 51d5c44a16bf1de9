"""Third persons without a name, in five languages. Everybody is invented."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from valoshka.clearance import Passage
from valoshka.disclosure.findings import rules
from valoshka.disclosure.third_persons import find_in_content, find_in_text
from valoshka.disclosure.third_persons.vocabulary import LANGUAGES, listed

BLOCKED = {
    "I am a nurse. On 4 May 2021 we resuscitated a conscript.": ("medic", "date"),
    "The surgeon remembers a woman who was brought to the burns centre.": ("medic", "hospital"),
    "A doctor of the second city clinic bandaged a schoolboy with a torn ear.": ("medic", "hospital"),
    "Я акушерка. Четвёртого мая к нам привезли беременную.": ("medic", "date"),
    "Хірург выняў кулю з пляча тэрміновіка ў шпіталі № 2.": ("medic", "hospital"),
    "Лікарка зашивала чоло дівчині 4 травня.": ("medic", "date"),
    "Chirurg operował więźnia w szpitalu w Słonimiu.": ("medic", "hospital"),
    "Врач лечил 19-летнего парня в ЦРБ.": ("medic", "hospital"),
}
DOUBTED = {
    "The nurse remembers a girl whose wrist was broken.": ("medic",),
    "Мы с фельдшером реанимировали подростка.": ("medic",),
    "Лекарка лячыла жанчыну з апёкамі.": ("medic",),
    "A student with a torn ear was admitted to Slonim hospital.": ("hospital",),
    "Her cellmate, a librarian, could not sleep.": ("cellmate", "calling"),
    "Мой 12-летний сын собирает марки.": ("child", "age"),
    "Суседка, настаўніца з Ваўкавыска, усё чула.": ("neighbour", "calling", "home"),
    "Współwięzień, górnik z Soligorska, zachorował.": ("cellmate", "calling", "home"),
    "Колега, кардіолог, подала у відставку.": ("colleague", "calling"),
}
QUIET = [
    "Doctors treated patients with burns on 4 May 2021.",
    "Every patient of the burns centre knows the nurse.",
    "If a woman is brought in with burns, the doctor has to ask nothing.",
    "A woman doctor was fined on 4 May 2021 near the military hospital.",
    "The doctor, a woman of sixty, was brought to the police station on 4 May.",
    "Kseniya Vydumanskaya, a student beaten in May 2021, was seen by a doctor.",
    "A man crossed the square on 4 May 2021; a nurse watched.",
    "Врачи 4 мая спасли 40 человек.",
    "Лікарі рятують людей у лікарні № 4.",
    "Pielęgniarka wyszła 4 maja ze szpitala w Lidzie.",
    "My daughter sings.",
    "Сокамерник молчал.",
    "Калегі напісалі ліст 4 мая.",
    "“My son is asleep,” said the teacher.",
]


@pytest.mark.parametrize(("text", "shown"), BLOCKED.items())
def test_a_patient_told_of_with_a_day_or_a_hospital_must_go(text: str, shown: tuple[str, ...]) -> None:
    [found] = find_in_text(text, "a.txt")
    assert (found.tier, found.kind) == ("block", "third_person")
    assert dict(found.details)["shown"] == ", ".join(shown)


@pytest.mark.parametrize(("text", "shown"), DOUBTED.items())
def test_one_person_told_of_with_less_is_a_doubt(text: str, shown: tuple[str, ...]) -> None:
    [found] = find_in_text(text, "a.txt")
    assert (found.tier, found.kind) == ("review", "third_person")
    assert dict(found.details)["shown"] == ", ".join(shown)


@pytest.mark.parametrize("text", QUIET)
def test_people_in_general_and_medics_themselves_are_left_alone(text: str) -> None:
    assert list(find_in_text(text, "a.txt")) == []


def test_a_cellmate_with_a_day_and_a_place_must_go() -> None:
    [found] = find_in_text("My cellmate, a librarian, was taken to Homel prison on 4 May 2021.", "a.txt")
    assert (found.rule, found.tier) == ("third_person_told_exactly", "block")


@pytest.mark.parametrize(
    "text",
    [
        "On 4 May three boys with burns were brought to us, says the surgeon.",
        "4 мая к хирургу привезли двух парней с ожогами.",
    ],
)
def test_two_to_four_patients_are_a_doubt(text: str) -> None:
    assert [found.rule for found in find_in_text(text, "a.txt")] == ["third_person_patient_doubt"]


def test_a_patient_who_is_also_a_student_is_told_once() -> None:
    [found] = find_in_text("The nurse remembers a patient, a student, brought in on 4 May with burns.", "a.txt")
    assert found.at.text == "a patient"


def test_soft_hyphens_hide_nobody() -> None:
    [found] = find_in_text("Хірург апе\u00adрыраваў падлет\u00adка 4 мая.", "a.txt")
    assert found.tier == "block"


def test_positions_count_in_the_text() -> None:
    text = "Ноччу на 4 мая ў прыёмны пакой прывезлі падлетка без вока. Хірург не спаў."
    [found] = find_in_text(text, "a.txt")
    assert text[found.at.start : found.at.end] == found.at.text == "падлетка"


def test_in_a_story_by_a_medic_every_passage_is_a_medic_s(briefing) -> None:
    told = Passage("A teenager with a burnt hand was brought in on 4 May 2021.")
    [story] = briefing.stories[:1]
    content = replace(briefing, stories=(replace(story, headline=told),))
    assert [found.rule for found in find_in_content(content)] == ["third_person_patient"]


@settings(deadline=None)
@given(
    st.sampled_from([*BLOCKED, *DOUBTED]),
    st.lists(st.sampled_from([*BLOCKED, *DOUBTED, *QUIET]), max_size=3),
    st.booleans(),
)
def test_sentences_before_or_after_take_no_finding_away(text: str, more: list[str], before: bool) -> None:
    alone = {found.at.text for found in find_in_text(text, "a.txt")}
    whole = " ".join([*more, text] if before else [text, *more])
    assert alone <= {found.at.text for found in find_in_text(whole, "a.txt")}


def test_each_language_knows_the_same_groups() -> None:
    groups = {language: listed(language).keys() for language in LANGUAGES}
    assert all(each == groups["en"] | {"coded", "ward_short"} or language == "en" for language, each in groups.items())


def test_messages_say_what_is_shown_in_their_own_language() -> None:
    for text in (*BLOCKED, *DOUBTED):
        [found] = find_in_text(text, "a.txt")
        for what in dict(found.details)["shown_ru"].split(", "):
            assert what in found.why_in("ru")
        assert "{" not in found.why_in("be") + found.instead_in("be")


def test_every_rule_is_told_in_three_languages() -> None:
    for code in ("third_person_patient_doubt", "third_person_told", "third_person_told_exactly", "told_few"):
        assert rules()[code].why.keys() == rules()[code].instead.keys() == {"en", "be", "ru"}
