"""What a story shows is asked for, whether the passage says so or not. Everybody is invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from valoshka.clearance import Moment, Passage, Picture, PullQuote, Timeline, Use
from valoshka.disclosure import Blocked, Facts, ProtectedPerson, RecordedEvent, clear

PUBLIC = frozenset({"public"})


def found(content, people) -> list[tuple[str, str, str | None]]:
    try:
        clear(content, people)
    except Blocked as blocked:
        return [(finding.rule, finding.tier, finding.person) for finding in blocked.findings]
    return []


def with_nurse(people, nurse, **changes) -> tuple[ProtectedPerson, ...]:
    return (*(person for person in people if person.id != nurse.id), replace(nurse, **changes))


def with_part(briefing, part):
    (story,) = briefing.stories
    return replace(briefing, stories=(replace(story, parts=(*story.parts, part)),))


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("On 12 August 2020 she was detained.", True),
        ("She was detained on 12.08.2020.", True),
        ("On 12 August she was detained.", True),
        ("In August 2020 she was detained.", False),
        ("In mid-September 2020 she was freed.", False),
        ("Two days later she was freed.", False),
    ],
)
def test_a_day_in_a_story_needs_consent_to_exact_dates(text, asked, with_told, people, nurse):
    assert (("exact_date", "block", nurse.id) in found(with_told(text), people)) == asked
    agreed = with_nurse(people, nurse, consent={**nurse.consent, "exact_dates": PUBLIC})
    assert found(with_told(text), agreed) == []


def test_a_day_in_the_margin_of_a_timeline_needs_it_too(briefing, people, nurse):
    row = Moment("2020-08-12", "12 August 2020", Passage("Detention", ("c1",)))
    assert found(with_part(briefing, Timeline(Passage("What happened"), (row,), "interview")), people) == [
        ("exact_moment", "block", nurse.id)
    ]


def test_a_day_that_the_state_recorded_is_said_to_be_one(with_told, people, nurse):
    facts = Facts(events=(RecordedEvent("detention", "2020-08-12", recorded_by_state=True),))
    recorded = with_nurse(people, nurse, facts=facts)
    assert ("recorded_day", "block", nurse.id) in found(with_told("On 12 August 2020 she was detained."), recorded)


def test_a_day_in_our_own_voice_is_free(with_text, people):
    assert found(with_text("The election of 9 August 2020 was followed by protests."), people) == []


def test_a_picture_in_a_story_needs_consent_to_a_photo_unless_it_shows_nobody(briefing, people, nurse):
    picture = Picture(b"\x89PNG", "image/png", Passage("A corridor", ("c1",), about=nurse.id), "Valoshka")
    assert ("consent_missing", "block", nurse.id) in found(with_part(briefing, picture), people)
    empty = with_part(briefing, replace(picture, shows_nobody=True))
    assert found(empty, people) == [("picture", "review", None)]
    agreed = with_nurse(people, nurse, consent={**nurse.consent, "photo": PUBLIC})
    assert found(with_part(briefing, picture), agreed) == [("picture", "review", None)]


def test_a_quote_needs_consent_even_if_nobody_says_that_it_is_one(briefing, people, nurse):
    silent = with_nurse(people, nurse, consent=dict.fromkeys(("pseudonym", "profession"), PUBLIC))
    (story,) = briefing.stories
    quote = PullQuote(Passage("They switched the water off.", ("c1",)), Passage("Яніна"))
    content = replace(briefing, stories=(replace(story, parts=(quote,)),))
    assert ("consent_missing", "block", nurse.id) in found(content, silent)


def test_what_was_found_is_kept_though_no_passage_declared_it(with_told, people, nurse):
    items = ("pseudonym", "profession", "verbatim_quotes", "town", "exact_dates", "real_name")
    agreed = with_nurse(people, nurse, consent=dict.fromkeys(items, PUBLIC))
    content = with_told("On 12 August 2020 Maryna Astapchuk left Vawkavysk.")
    uses = clear(content, agreed).found_uses
    assert {Use(nurse.id, item) for item in items if item != "pseudonym"} <= set(uses)
    assert Use(nurse.id, "workplace") not in uses


def test_a_teller_without_a_name_is_a_doubt(briefing, people, nurse):
    assert found(briefing, with_nurse(people, nurse, names=())) == [("person_without_name", "review", nurse.id)]


def test_people_without_a_name_are_counted_in_the_report(briefing, people):
    nameless = ProtectedPerson("t9z9", third_person=True)
    checks = clear(briefing, (*people, nameless)).checks
    assert "5 protected people (1 of them without a name to look for)" in checks[0].looked_for


def test_a_former_pseudonym_in_a_story_is_a_doubt(with_told, people, nurse):
    renamed = with_nurse(people, nurse, pseudonyms=("Ядвіга", "Яніна"))
    assert found(with_told("Yadviha went home."), renamed) == [("former_pseudonym", "review", nurse.id)]
    assert found(with_told("Яніна went home."), renamed) == []


def test_the_same_pseudonym_in_another_script_is_no_former_one(with_told, people, nurse):
    both = with_nurse(people, nurse, pseudonyms=("Janina", "Яніна"))
    assert found(with_told("Janina went home."), both) == []


def test_one_person_tells_one_story(briefing, people, nurse):
    twice = replace(briefing, stories=briefing.stories * 2)
    assert set(found(twice, people)) == {("two_stories", "block", nurse.id)}
