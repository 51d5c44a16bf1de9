"""Told facts against what adversaries hold. Everybody is invented."""

from __future__ import annotations

import pytest

from valoshka.disclosure import Facts, ProtectedPerson, RecordedEvent
from valoshka.disclosure.jigsaw.in_files import pieces_in_text
from valoshka.disclosure.jigsaw.judging import judged
from valoshka.disclosure.jigsaw.populations import read_populations
from valoshka.disclosure.lookout import Lookout

NURSE = ProtectedPerson(
    id="v1a2",
    names=("Рэгіна Шылейка",),
    facts=Facts(
        profession="nurse",
        workplace="Лідская цэнтральная бальніца",
        town="Ліда",
        born="1987-02-11",
        family=("two children", "a husband"),
        events=(
            RecordedEvent("witness in two criminal cases", "2021-03-04", "Ліда", recorded_by_state=True),
            RecordedEvent("reprimand", "2021-02-19"),
            RecordedEvent("dismissal", "2021-03-29"),
            RecordedEvent("pneumonia, 40 percent of the lungs", "2020-11"),
            RecordedEvent("detention", "2020-09-27", "Ліда", recorded_by_state=True),
        ),
    ),
)
UROLOGIST = ProtectedPerson(
    id="u7b3", names=("Тарас Вайдовіч",), facts=Facts(profession="doctor", specialty="urologist", town="Гродна")
)


def named_by(text: str, *people: ProtectedPerson, populations: bytes = b"") -> set[str]:
    lookout = Lookout.over(people or (NURSE,), "public")
    table = read_populations(populations, "populations.csv") if populations else None
    return {
        each.adversary
        for judgement in judged(lookout.pieces.clues(lookout.pieces.told(text)), table, among=len(lookout.people))
        for each in judgement.by
    }


@pytest.mark.parametrize(
    "text",
    [
        "The nurse was questioned as a witness in two criminal cases in early March 2021.",
        "У пачатку сакавіка 2021 года медсястру дапытвалі як сведку па дзвюх крымінальных справах.",
        "В начале марта 2021 года медсестру вызвали к следователю.",
        "On 27 September 2020 the nurse was detained.",
    ],
)
def test_what_the_state_recorded_is_identifying_towards_the_state(text: str) -> None:
    assert "state" in named_by(text)


def test_two_dated_facts_of_one_personnel_file_are_identifying_towards_the_employer() -> None:
    assert named_by("She was reprimanded in February 2021 and dismissed at the end of March 2021.") == {"employer"}


@pytest.mark.parametrize(
    "text",
    [
        "A nurse was detained in autumn 2020.",
        "In 2021 the nurse was dismissed and questioned as a witness.",
        "Восенню 2020 года медсястру затрымалі.",
        "Медсестра болела; дети ждали дома.",
        "The nurse was fined on 5 May 2019.",
        "The nurse was a witness in seven criminal cases in March 2021.",
    ],
)
def test_a_season_another_day_and_another_number_lead_to_nobody(text: str) -> None:
    assert named_by(text) == set()


def test_a_rare_specialty_in_a_small_place_is_identifying_towards_the_crowd() -> None:
    oncologist = ProtectedPerson("o1", ("Юстына Верас",), facts=Facts("doctor", "neonatologist", None, "Слонім"))
    assert named_by("In Slonim she was the neonatologist.", oncologist) == {"crowd"}


def test_a_table_of_populations_says_better_how_large_the_crowd_is() -> None:
    text = "A urologist who lived in Hrodna wrote to us."
    few, many = b"specialty,town,people\nurologist,Hrodna,3", b"specialty;town;people\nurologist;Hrodna;40"
    assert named_by(text, UROLOGIST, populations=few) == {"crowd"}
    lookout = Lookout.over((UROLOGIST,), "public")
    assert [found.tier for found in pieces_in_text(text, "a.txt", lookout)] == ["review"]
    assert list(pieces_in_text(text, "a.txt", lookout, read_populations(many, "p.csv"))) == []


def test_a_region_is_no_town() -> None:
    lookout = Lookout.over((UROLOGIST,), "public")
    assert list(pieces_in_text("A doctor from Hrodna region wrote to us.", "a.txt", lookout)) == []
    assert list(pieces_in_text("A doctor from Hrodna wrote to us.", "a.txt", lookout)) != []


def test_a_lyceum_of_another_number_is_another_lyceum() -> None:
    teacher = ProtectedPerson("t1", ("Ядзя Клён",), facts=Facts("teacher", None, "Lyceum No. 41"))
    lookout = Lookout.over((teacher,), "public")
    assert list(pieces_in_text("A teacher of Lyceum No. 41 spoke.", "a.txt", lookout)) != []
    assert list(pieces_in_text("A teacher of Lyceum No. 14 spoke.", "a.txt", lookout)) == []


@pytest.mark.parametrize(
    ("text", "less"),
    [
        ("The nurse was questioned in early March 2021 as a witness.", "spring 2021"),
        ("In Slonim she was the neonatologist.", "Hrodna region"),
    ],
)
def test_the_smallest_step_that_says_less_is_told(text: str, less: str) -> None:
    slonim = ProtectedPerson("o1", ("Юстына Верас",), facts=Facts("doctor", "neonatologist", None, "Слонім"))
    (found,) = pieces_in_text(text, "a.txt", Lookout.over((NURSE, slonim), "public"))
    assert less in found.instead
    for language in ("be", "ru"):
        assert "{" not in found.why_in(language) + found.instead_in(language)


def test_quoted_words_of_whoever_spoke_in_public_can_be_searched_for() -> None:
    poster = ProtectedPerson(
        "q1", ("Алеся Рамонак",), facts=Facts("teacher", events=(RecordedEvent("a post on Facebook", "2020-09"),))
    )
    quoted = "The teacher posted: “I shall not teach them to keep silent”."
    assert "search" in named_by(quoted, poster)
    assert named_by("The teacher posted something.", poster) == set()


def test_facts_of_a_third_person_that_stand_together_block() -> None:
    cellmate = ProtectedPerson(
        "c1", ("Вера Мядзёлка",), third_person=True, facts=Facts("teacher", None, "Lyceum No. 41", "Lida")
    )
    (found,) = pieces_in_text("A teacher of Lyceum No. 41 in Lida.", "a.txt", Lookout.over((cellmate,), "public"))
    assert (found.rule, found.tier) == ("jigsaw_third_person", "block")


def test_on_a_long_list_what_many_fit_by_chance_points_to_nobody() -> None:
    crowd = [
        ProtectedPerson(f"p{number}", ("Ян Бусел",), facts=Facts("nurse", None, None, ("Ліда", "Пінск")[number % 2]))
        for number in range(40)
    ]
    assert list(pieces_in_text("A nurse from Lida spoke.", "a.txt", Lookout.over(crowd, "public"))) == []


def test_whoever_is_told_of_by_pseudonym_is_no_chance() -> None:
    crowd = [
        ProtectedPerson(f"p{number}", ("Ян Бусел",), facts=Facts("nurse", None, None, ("Ліда", "Пінск")[number % 2]))
        for number in range(4)
    ]
    teller = ProtectedPerson("t9", ("Зоя Бусел",), facts=crowd[0].facts, pseudonyms=("Вольга",))
    lookout = Lookout.over([*crowd, *crowd[:0], teller], "public")
    found = {finding.person for finding in pieces_in_text("Вольга, медсястра, з Ліды.", "a.txt", lookout)}
    assert "t9" in found
