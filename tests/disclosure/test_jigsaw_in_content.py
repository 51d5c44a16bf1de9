"""What a teller's own story may say of them, by what they agreed to. Everybody is invented."""

from __future__ import annotations

from dataclasses import replace

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
