"""What a teller's own story may say of them, by what they agreed to. Everybody is invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from valoshka.clearance import KeyFigure, Moment, Passage, Section, Timeline
from valoshka.disclosure import Blocked, Facts, RecordedEvent, clear

PUBLIC = frozenset({"public", "team"})
LINE = "In March 2021 they fined her. In May 2021 she was summoned as a witness."
EVENTS = (
    RecordedEvent("fine", "2021-03-09", "Ваўкавыск", recorded_by_state=True),
    RecordedEvent("witness in a criminal case", "2021-05-18", "Ваўкавыск", recorded_by_state=True),
)


def found(content, people) -> set[tuple[str, str, str | None]]:
    try:
        clear(content, people)
    except Blocked as blocked:
        return {(each.rule, each.tier, each.person) for each in blocked.findings if each.kind == "jigsaw"}
    return set()


def _with_events(nurse, *agreed: str):
    facts = Facts(nurse.facts.profession, None, nurse.facts.workplace, nurse.facts.town, events=EVENTS)
    return replace(nurse, facts=facts, consent={**nurse.consent, **dict.fromkeys(agreed, PUBLIC)})


def test_a_line_of_the_states_file_blocks_in_the_tellers_own_story(with_told, people, nurse):
    others = tuple(person for person in people if person.id != nurse.id)
    assert found(with_told(LINE), (*others, _with_events(nurse))) == {("jigsaw_on_record", "block", nurse.id)}


def test_who_agreed_to_exact_dates_and_the_calling_is_only_doubted(with_told, people, nurse):
    others = tuple(person for person in people if person.id != nurse.id)
    agreed = _with_events(nurse, "exact_dates")
    assert found(with_told(LINE), (*others, agreed)) == {("jigsaw", "review", nurse.id)}
    vetoed = replace(agreed, veto=True)
    assert ("jigsaw_on_record", "block", nurse.id) in found(with_told(LINE), (*others, vetoed))


def test_a_post_that_is_quoted_is_doubted_in_a_story(with_told, people):
    text = "She wrote on Facebook: “I have washed my hands forty times today and they are still not mine.”"
    assert ("quote_published", "review", None) in found(with_told(text), people)


def test_a_passage_in_a_language_that_is_not_read_is_doubted(with_told, people):
    text = "Sie ist nach der Nacht nicht mehr in das Haus gekommen und hat es auch nicht mehr gesehen."
    assert ("story_unread", "review", None) in found(with_told(text), people)


def test_the_region_that_the_gate_proposes_instead_of_a_town_needs_no_consent(with_told, people):
    blocked = {"fact_without_consent"}
    for text, rules in (("She came from Vawkavysk.", blocked), ("She came from Vawkavysk district.", set())):
        try:
            clear(with_told(text), people)
            found_rules: set[str] = set()
        except Blocked as refusal:
            found_rules = {each.rule for each in refusal.findings}
        assert found_rules & blocked == rules


def _timeline(*entries: tuple[str, str, str], about: str | None = None) -> Timeline:
    return Timeline(
        Passage("Her year"),
        tuple(Moment(date, shown, Passage(text, ("c1",), about=about)) for date, shown, text in entries),
        "Interviews",
    )


def test_the_dates_beside_a_timelines_entries_are_read_with_them(briefing, people, nurse):
    story = briefing.stories[0]
    others = tuple(person for person in people if person.id != nurse.id)
    for entries, expected in (
        ((("2021-03", "March 2021", "Fine"), ("2021-05", "May 2021", "Summoned as a witness")), "block"),
        ((("2021-21", "spring 2021", "Fine; summons"),), None),
    ):
        told = replace(story, parts=(*story.parts, _timeline(*entries, about=nurse.id)))
        tiers = {tier for rule, tier, _ in found(replace(briefing, stories=(told,)), (*others, _with_events(nurse)))}
        assert ("block" in tiers) == (expected == "block")


def test_a_label_of_a_chart_and_the_period_of_a_figure_are_read(briefing, people, nurse):
    others = tuple(person for person in people if person.id != nurse.id)
    figure = KeyFigure(Passage("A nurse of Vawkavysk"), Passage("was fined"), "March 2021", "fine of 9 March 2021")
    bare = replace(briefing, stories=(), figures=(figure,))
    assert any(person == nurse.id for _, _, person in found(bare, (*others, _with_events(nurse))))


def test_a_day_in_a_timeline_of_a_section_needs_the_consent_of_whom_it_tells_of(briefing, people, nurse):
    section = Section(Passage("What happened"), (_timeline(("2021-03-09", "9 March 2021", "A fine"), about=nurse.id),))
    named = replace(briefing, sections=(*briefing.sections, section))
    with pytest.raises(Blocked) as refused:
        clear(named, people)
    found_here = [finding for finding in refused.value.findings if finding.rule == "exact_moment"]
    assert [(finding.tier, finding.person) for finding in found_here] == [("block", nurse.id)]
    assert "spring 2021" in found_here[0].instead


def test_a_day_that_is_only_printed_in_a_timeline_is_a_day(briefing, people, nurse):
    section = Section(None, (_timeline(("2021-03", "On 9 March 2021", "A fine"), about=nurse.id),))
    with pytest.raises(Blocked) as refused:
        clear(replace(briefing, sections=(section,)), people)
    assert "exact_moment" in {finding.rule for finding in refused.value.findings}
