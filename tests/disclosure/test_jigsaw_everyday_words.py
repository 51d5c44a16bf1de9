"""Callings, workplaces and events told in everyday words, in five languages. Everybody here is invented."""

from __future__ import annotations

import pytest

from valoshka.disclosure.jigsaw.in_files import pieces_in_text
from valoshka.disclosure.jigsaw.said import said
from valoshka.disclosure.lookout import Lookout
from valoshka.disclosure.people import Facts, ProtectedPerson, RecordedEvent


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("They bundled the baker off in a minibus without number plates.", "detention"),
        ("She was told not to come back and handed in her keys.", "dismissal"),
        ("With one suitcase he crossed over into Latvia.", "departure"),
        ("They turned over every drawer.", "search"),
        ("Яго заламалі каля крамы і павезлі.", "detention"),
        ("Ёй сказалі шукаць сабе іншае месца.", "dismissal"),
        ("У хаце ператрэслі кожную шуфляду.", "search"),
        ("Его запихнули в микроавтобус люди в штатском.", "detention"),
        ("Ему выдали трудовую книжку.", "dismissal"),
        ("Її скрутили двоє в балаклавах.", "detention"),
        ("Її попросили здати ключі.", "dismissal"),
        ("Zapakowali ją do suki.", "detention"),
        ("Wynieśli się do Wilna.", "departure"),
    ],
)
def test_an_event_is_known_by_everyday_words(text: str, kind: str) -> None:
    assert kind in {each.kind for each in said(text)}


@pytest.mark.parametrize(
    ("text", "calling"),
    [
        ("I put people to sleep before operations.", "anaesthetist"),
        ("She delivered babies.", "midwife"),
        ("Ён лячыў кароў.", "veterinarian"),
        ("Она ставила капельницы.", "nurse"),
        ("Він водив потяги під землею.", "train driver"),
        ("Leczyła zęby.", "dentist"),
    ],
)
def test_a_calling_is_known_by_what_somebody_does(text: str, calling: str) -> None:
    assert calling in {each.detail for each in said(text) if each.kind == "deed"}


def _teacher() -> Lookout:
    events = (
        RecordedEvent("detention", "2020-10-09", "Kletsk", recorded_by_state=True),
        RecordedEvent("departure", "2021-10"),
    )
    facts = Facts("teacher", "chemistry", "Kletsk school No. 3", "Kletsk", events=events)
    return Lookout.over([ProtectedPerson("made-up", ("Paulina Niezabudka",), facts=facts)], "public")


@pytest.mark.parametrize(
    "text",
    [
        "She taught at the third school of Kletsk.",
        "Яна выкладала ў трэцяй школе Клецка.",
        "Она преподавала в третьей школе Клецка.",
        "Uczyła w trzeciej szkole Klecka.",
    ],
)
def test_the_number_of_a_school_is_read_in_words(text: str) -> None:
    clues = _teacher().pieces.clues(_teacher().pieces.told(f"{text} 9.10.2020 zatrzymano ją."))
    assert "workplace" in {clue.item for clue in clues["made-up"]}


def test_another_school_of_the_town_is_not_hers() -> None:
    clues = _teacher().pieces.clues(_teacher().pieces.told("Яна выкладала ў пятай школе Клецка."))
    assert "workplace" not in {clue.item for clue in clues["made-up"]}


@pytest.mark.parametrize(
    "home",
    [
        "Since October 2021 she has lived in Poland.",
        "З кастрычніка 2021-га яна жыве ў Польшчы.",
        "С октября 2021 года она живёт в Польше.",
    ],
)
def test_living_abroad_since_a_month_tells_when_somebody_left(home: str) -> None:
    assert {each.when for each in said(home) if each.kind == "departure"} == {"2021-10"}


def test_a_story_in_everyday_words_is_found() -> None:
    text = (
        "Яна вучыла дзяцей хіміі ў Клецку. У пачатку кастрычніка 2020 года яе запакавалі ў бус, а праз год, "
        "у кастрычніку 2021 года, з адной валізкай апынулася за мяжой."
    )
    assert [(each.person, each.tier) for each in pieces_in_text(text, "story.txt", _teacher())] == [
        ("made-up", "block")
    ]


def test_the_same_told_by_seasons_and_without_the_town_is_left_alone() -> None:
    text = "Яна вучыла дзяцей. Восенню таго года яе забралі, а потым яна апынулася за мяжой."
    assert not list(pieces_in_text(text, "story.txt", _teacher()))
