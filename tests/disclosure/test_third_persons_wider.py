"""Third persons told of by pronoun, by what they do, by who they are to the teller. Everybody is invented."""

from __future__ import annotations

import pytest

from valoshka.disclosure.third_persons import find_in_text

MUST_GO = [
    "I was on duty on 4 May. He was 22, his skull was open, we could not save him.",
    "We were on call. On 4 May they carried in a trombonist, bleeding from one ear.",
    "Я работала в приёмном покое. Её привезли 4 мая, она не дышала.",
    "Ему было сорок. Мы его оперировали в ночь на 4 мая.",
    "Я дзяжурыў у траўмпункце. 4 мая да нас прынеслі цымбаліста без прытомнасці.",
    "Я чергувала. Її привезли 4 травня, серце зупинилося.",
    "“He died at noon on 4 May,” the anaesthetist says.",
    "We drew blood from a harpist on 4 May.",
    "In Slonim hospital the dentist pulled a tooth of a tram driver.",
    "Санитар рассказал, что 4 мая на каталке лежала скрипачка.",
    "Miałam dyżur na oddziale. Przyniesiono go 4 maja, nie oddychał.",
]
LOOK_AT = [
    "I once had a patient who repaired clocks.",
    "У меня была пациентка, она пела в опере.",
    "The youngest of us studied at the conservatoire.",
    "Самый старший в камере играл за сборную.",
    "Наша вахтёрша, вдова, открыла дверь.",
    "Дворнік нашага дома, былы марак, нас схаваў.",
    "My sister, a glassblower, was questioned.",
    "Сын, ему одиннадцать, всё видел.",
    "Our son was frightened. He goes to School No. 7.",
    "Близнецов забрали в приют.",
    "У сусідів згори хлопчик з аутизмом.",
    "Z nami siedziała zakonnica z astmą.",
    "Our postman, who speaks four languages, saw it.",
    "His eleven-year-old, deaf in one ear, was questioned.",
    "In the transit cell they put me beside a beekeeper.",
    "Над нами на нарах спал дирижёр.",
    "With us they kept a woman in a wheelchair.",
]
QUIET = [
    "I am a nurse, and I was detained on 4 May.",
    "She works as a surgeon. On 4 May she was taken to court.",
    "I was on duty on 4 May and the day was long.",
    "The computer was taken to the hospital on 4 May, says the nurse.",
    "Our region is small.",
    "Наша больница лучшая в области.",
    "Мы с коллегами 4 мая вышли на площадь.",
    "Najmłodsza z gmin województwa rośnie.",
    "Pracuję na oddziale, on jest mały.",
    "У сусідів згори ремонт.",
    "The youngest of the parties won.",
    "Our postman came late.",
    "In the cell I wrote to my lawyer.",
    "I gave blood on 4 May.",
    "5 мая врач сказал, что вышел за хлебом.",
]


@pytest.mark.parametrize("text", MUST_GO)
def test_a_patient_told_of_by_a_medic_who_says_i_must_go(text: str) -> None:
    assert "third_person_patient" in {found.rule for found in find_in_text(text, "a.txt")}


@pytest.mark.parametrize("text", LOOK_AT)
def test_whoever_few_are_is_a_doubt(text: str) -> None:
    assert {found.tier for found in find_in_text(text, "a.txt")} == {"review"}


@pytest.mark.parametrize("text", QUIET)
def test_tellers_themselves_and_things_are_left_alone(text: str) -> None:
    assert list(find_in_text(text, "a.txt")) == []


def test_a_pronoun_is_shown_with_what_tells_a_patient() -> None:
    [found] = find_in_text("I was on duty on 4 May. He was 22, his skull was open.", "a.txt")
    assert found.at.text is not None
    assert found.at.text.startswith("He was 22")


def test_a_medic_s_own_husband_is_no_patient() -> None:
    found = find_in_text("I am a nurse. My husband was seized on 4 May. His ribs were broken.", "a.txt")
    assert "third_person_patient" not in {each.rule for each in found}


@pytest.mark.parametrize("after", ["She was a violinist.", "The nurse cried.", "I was on duty."])
def test_a_sentence_more_takes_no_pronoun_away(after: str) -> None:
    text = "I was on duty on 4 May. He was 22, we could not save him."
    alone = {found.at.text for found in find_in_text(text, "a.txt") if found.tier == "block"}
    assert alone
    assert alone <= {found.at.text for found in find_in_text(f"{text} {after}", "a.txt")}
