"""Facts of people outside their own story, put together. Everybody is invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from valoshka.clearance import Paragraph, Passage, Section
from valoshka.disclosure import Blocked, Facts, ProtectedPerson, RecordedEvent, clear

SURGEON = ProtectedPerson(
    id="s4f1",
    names=("Вінцэнт Рагойша",),
    facts=Facts(
        profession="хірург",
        workplace="Трэцяя клінічная бальніца",
        town="Гродна",
        events=(RecordedEvent("detention", "2020-09-13", recorded_by_state=True),),
    ),
)
CELLMATE = ProtectedPerson(
    id="t6k2", names=("Зоя Вярбіцкая",), third_person=True, facts=Facts("teacher", None, "Lyceum No. 41", "Lida")
)


def found(content, people) -> set[tuple[str, str, str | None]]:
    try:
        clear(content, people)
    except Blocked as blocked:
        return {(finding.rule, finding.tier, finding.person) for finding in blocked.findings}
    return set()


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("A surgeon of Tretsiaia klinichnaia balnitsa in Hrodna was detained.", True),
        ("Хірург з Гродна быў затрыманы.", True),
        ("A surgeon of Hrodna was taken on 13 September 2020.", True),
        ("On 13 September 2020 many were taken in Hrodna.", True),
        ("A surgeon was detained.", False),
        ("In Hrodna many were detained.", False),
        ("On 13 September 2020 many were taken.", False),
        ("On 14 September 2020 many were taken in Hrodna.", False),
    ],
)
def test_two_facts_of_one_person_in_our_own_voice_are_a_doubt(text, doubted, with_text, people):
    assert (("jigsaw", "review", "s4f1") in found(with_text(text), (*people, SURGEON))) == doubted


def test_facts_of_a_third_person_in_somebodys_story_block(with_told, people):
    told = with_told("Beside me lay somebody from Lida, of Lyceum No. 41.")
    assert ("jigsaw_third_person", "block", "t6k2") in found(told, (*people, CELLMATE))


def test_facts_of_a_third_person_spread_over_a_story_block_too(with_told, people):
    told = with_told("One of us was from Lida.")
    (story,) = told.stories
    more = Paragraph(replace(story.parts[0].text, text="They had taken her from Lyceum No. 41."))
    spread = replace(told, stories=(replace(story, parts=(*story.parts, more)),))
    assert ("jigsaw_third_person", "block", "t6k2") in found(spread, (*people, CELLMATE))


@pytest.mark.parametrize(("text", "doubted"), [("Lyceum No. 41 was closed.", True), ("Lida was quiet.", False)])
def test_one_telling_fact_of_a_third_person_in_a_story_is_a_doubt(text, doubted, with_told, people):
    doubts = found(with_told(text), (*people, CELLMATE))
    assert doubts == ({("third_person_fact", "review", "t6k2")} if doubted else set())


def test_what_the_teller_agreed_to_tell_of_herself_points_to_nobody_else(with_told, people, nurse):
    agreed = replace(nurse, consent={**nurse.consent, "town": frozenset({"public"})})
    others = tuple(person for person in people if person.id != nurse.id)
    neighbour = ProtectedPerson("n8u3", ("Лявон Паўлоўскі",), facts=Facts(profession="nurse", town="Ваўкавыск"))
    assert found(with_told("A nurse from Vawkavysk."), (*others, agreed, neighbour)) == set()


def test_what_a_crowd_shares_singles_nobody_out(with_text, people):
    crowd = [
        ProtectedPerson(f"c{number}", (name,), facts=Facts(profession="doctor", town="Мінск"))
        for number, name in enumerate(("Ігнат Гулевіч", "Тэрэза Крот", "Лукаш Мох", "Барбара Бусел", "Адэля Рута"))
    ]
    text = with_text("Doctors of Minsk were dismissed.")
    assert found(text, (*people, *crowd)) == set()
    assert len(found(text, (*people, *crowd[:4]))) == 4


def test_a_reason_for_one_text_does_not_cover_another(with_text, people):
    everybody = (*people, SURGEON)
    with pytest.raises(Blocked) as blocked:
        clear(with_text("A surgeon of Hrodna was detained."), everybody)
    (doubt,) = blocked.value.findings
    assert clear(with_text("A surgeon of Hrodna was detained."), everybody, {doubt.key: "Twenty work there."})
    with pytest.raises(Blocked):
        clear(with_text("A surgeon of Hrodna wrote to us."), everybody, {doubt.key: "Twenty work there."})


def test_facts_that_a_person_agreed_to_are_no_doubt(briefing, people):
    agreed = replace(SURGEON, consent=dict.fromkeys(("profession", "town"), frozenset({"public"})))
    content = replace(briefing, sections=(Section(None, (Paragraph(Passage("A surgeon of Hrodna.")),)),))
    assert found(content, (*people, agreed)) == set()
