"""What the casebook lends to a briefing and to the gate, and what it remembers of a release."""

import datetime
from dataclasses import replace

import pytest

from valoshka.briefing.material import Material
from valoshka.casebook.opening import Casebook
from valoshka.casebook.records.models import AuditEntry, Claim, Interview, Proposal, Release, ReleaseUse
from valoshka.casebook.tasks.consents import ConsentEntry, give_consent, withdraw_consent
from valoshka.casebook.tasks.material import CasebookMaterial
from valoshka.casebook.tasks.people import NameEntry, PersonEntry, add_person, find_person
from valoshka.casebook.tasks.protected import protected_people
from valoshka.casebook.tasks.pseudonyms import give_pseudonym
from valoshka.casebook.tasks.releases import earlier_counts, record_release
from valoshka.casebook.tasks.reviewing import Verdict, decide
from valoshka.clearance import Bar, BarChart, Check, Content, Passage, Section, Story, Use
from valoshka.clearance.minting import mint_cleared, mint_release
from valoshka.disclosure import Blocked, clear
from valoshka.errors import Refused


def test_a_story_holds_accepted_acts_only_in_the_order_of_time(beating: Proposal, dismissal: Proposal) -> None:
    material: Material = CasebookMaterial("c")
    assert (story := material.story("vera")) is not None
    assert story.acts == ()
    decide(dismissal, Verdict("accept"))
    decide(beating, Verdict("accept"))
    assert (story := material.story("Vera")) is not None
    assert [act.term for act in story.acts] == ["beating", "dismissal"]
    assert (story.acts[0].victims, story.acts[0].perpetrator_label) == (("Vera",), "riot police")
    assert set(story.acts[0].claims) == set(Claim.objects.filter(act__term="beating").values_list("id", flat=True))


def test_nobody_bears_a_pseudonym_that_was_never_given(casebook: Casebook) -> None:
    assert CasebookMaterial("c").story("Vera") is None


def test_a_story_says_what_was_consented_to(interview: Interview) -> None:
    vera = find_person("Vera")
    give_consent(vera, ConsentEntry(datetime.date(2021, 5, 20), "spoken", "interviewer-1", {"town": ["team"]}))
    assert (story := CasebookMaterial("c").story("Vera")) is not None
    assert story.consents == {"town": {"team"}}


def test_a_quote_is_found_under_pseudonyms_and_rests_on_one_claim(beating: Proposal) -> None:
    material, vera = CasebookMaterial("c"), find_person("Vera")
    quote = material.quote(vera.id, "My name  is\nVera.")
    again = material.quote(vera.id, "My name is Vera.")
    assert quote is not None
    assert quote == again
    assert (quote.words, quote.language) == ("My name is Vera.", "en")
    assert Claim.objects.get(id=quote.claim).field == "quote"
    assert material.quote(vera.id, "My name is Zinaida") is None


def test_a_quote_within_an_act_rests_on_its_claim(beating: Proposal) -> None:
    (act,) = decide(beating, Verdict("accept"))
    quote = CasebookMaterial("c").quote(find_person("Vera").id, "police beat Vera")
    assert quote is not None
    assert Claim.objects.get(id=quote.claim).act == act


def test_the_gate_is_given_everybody_with_names_facts_and_identifiers(beating: Proposal) -> None:
    decide(beating, Verdict("accept"))
    patient = add_person(PersonEntry(facts={"third_person": True, "veto": True}, names=[NameEntry("Pavel Uzornik")]))
    people = {person.id: person for person in protected_people()}
    vera = people[find_person("Vera").id]
    assert (vera.names, vera.pseudonyms, vera.identifiers) == (
        ("Zinaida Prykladna",),
        ("Vera",),
        ("+375 00 111 22 33",),
    )
    assert (vera.facts.profession, vera.facts.town) == ("nurse", "Hrodna")
    assert [event.what for event in vera.facts.events] == ["beating"]
    assert (people[patient.id].third_person, people[patient.id].veto) == (True, True)


def test_what_was_withdrawn_does_not_reach_the_gate(interview: Interview) -> None:
    vera = find_person("Vera")
    give_consent(vera, ConsentEntry(datetime.date(2021, 5, 20), "spoken", "interviewer-1", {"town": ["team"]}))
    assert protected_people()[0].may("town", "team")
    withdraw_consent(vera)
    assert not protected_people()[0].may("town", "team")


def test_without_the_identities_there_is_no_gate(without_identities: Casebook) -> None:
    with pytest.raises(Refused, match="identities"):
        protected_people()


def test_a_public_name_is_not_a_protected_one(casebook: Casebook) -> None:
    add_person(PersonEntry(names=[NameEntry("Zinaida Prykladna", public=True), NameEntry("Zinka", kind="nickname")]))
    (person,) = protected_people()
    assert (person.names, person.public_names) == (("Zinka",), ("Zinaida Prykladna",))


def _content(person: str) -> Content:
    line = Passage("They beat her.", claims=("HKQZTWBDVM",), uses=(Use(person, "exact_dates"),), about=person)
    name = Passage("Vera", uses=(Use(person, "pseudonym"),))
    return Content(
        title=Passage("Title"),
        subtitle=Passage("Subtitle"),
        standfirst=(),
        figures=(),
        sections=(),
        stories=(Story(person, name, Passage("nurse"), line, ()),),
        call=None,
        notes=(),
        publisher="An invented organisation",
        date="2021-11",
        language="en",
        audience="public",
    )


def test_a_release_remembers_whom_it_used_and_nothing_of_its_words(interview: Interview) -> None:
    vera = find_person("Vera")
    check = Check("names", "1 person", "none found")
    release = mint_release({"b.html": b"They beat her."}, mint_cleared(_content(vera.id), (check,)), (check,))
    kept = record_release(release, approver="editor-1", reasons={"k": "a town of 300,000"}, second_reader="reader-2")
    assert (kept.sha256, kept.audience, len(kept.checks)) == (release.sha256, "public", 2)
    assert set(ReleaseUse.objects.values_list("item", "pseudonym")) == {("pseudonym", "Vera"), ("exact_dates", "Vera")}
    assert kept.selection == {"claims": ["HKQZTWBDVM"], "people": [vera.id]}
    assert "They beat her" not in str(list(Release.objects.values()))
    assert [used.release for used in withdraw_consent(vera)[1]] == [kept.id]
    assert AuditEntry.objects.filter(verb="release.recorded", subject=kept.id, author="editor-1").exists()


def test_the_next_release_is_held_against_what_the_last_one_counted(interview: Interview) -> None:
    bars = (Bar(Passage("Hrodna", source="own count"), 12), Bar(Passage("Brest"), 20))
    chart = BarChart(Passage("Dismissed medics"), bars, "people", "own count", people=True)
    content = replace(_content(find_person("Vera").id), stories=(), sections=(Section(None, (chart,)),))
    people = protected_people()
    cleared = clear(content, people, earlier=earlier_counts())
    record_release(mint_release({"b.html": b"12, 20"}, cleared, ()), approver="editor-1")
    grown = replace(chart, bars=(replace(bars[0], value=13), bars[1]))
    assert clear(content, people, earlier=earlier_counts()).content == content
    with pytest.raises(Blocked, match="differs by fewer than five"):
        clear(replace(content, sections=(Section(None, (grown,)),)), people, earlier=earlier_counts())


def test_a_withdrawal_finds_what_a_story_told_though_no_text_declared_it(interview: Interview) -> None:
    vera = find_person("Vera")
    allowed = {item: ["public"] for item in ("pseudonym", "profession", "town")}
    give_consent(vera, ConsentEntry(datetime.date(2021, 5, 20), "spoken", "interviewer-1", allowed))
    content = _content(vera.id)
    line = replace(content.stories[0].headline, text="A nurse left Hrodna.", uses=())
    content = replace(content, stories=(replace(content.stories[0], headline=line),))
    release = mint_release({"b.html": b"A nurse left Hrodna."}, clear(content, protected_people()), ())
    kept = record_release(release, approver="editor-1")
    assert [used.release for used in withdraw_consent(vera, ["town"])[1]] == [kept.id]
    assert [used.release for used in withdraw_consent(vera, ["profession"])[1]] == [kept.id]
    assert withdraw_consent(vera, ["workplace"])[1] == []


def test_a_casebook_that_knows_nobody_checks_nothing(casebook: Casebook) -> None:
    with pytest.raises(Refused, match="knows nobody yet"):
        protected_people()


def test_todays_pseudonym_comes_last_even_if_it_was_borne_before(interview: Interview) -> None:
    for pseudonym in ("Alena", "Vera"):
        give_pseudonym(find_person("Vera"), pseudonym)
    (vera,) = protected_people()
    assert vera.pseudonyms == ("Alena", "Vera")


def test_a_story_is_found_under_the_pseudonym_that_was_borne_before(beating: Proposal) -> None:
    decide(beating, Verdict("accept"))
    give_pseudonym(find_person("Vera"), "Alena")
    assert (story := CasebookMaterial("c").story("Vera")) is not None
    assert story.acts[0].victims == ("Alena",)


def test_a_consent_that_ends_before_the_day_of_publication_does_not_hold_for_it(interview: Interview) -> None:
    vera, today = find_person("Vera"), datetime.date.today()  # noqa: DTZ011 - consent ends on a calendar day
    soon, later = today + datetime.timedelta(days=10), today + datetime.timedelta(days=20)
    allows = {"pseudonym": ["public"]}
    give_consent(vera, ConsentEntry(today, "spoken", "interviewer-1", allows, expires=soon))
    for day, held in ((None, True), (today, True), (later, False), (datetime.date(2020, 1, 1), True)):
        assert (story := CasebookMaterial("c", day).story("Vera")) is not None
        assert bool(story.consents) is held
        assert bool(protected_people(day)[0].consent) is held


def test_a_document_dated_back_does_not_bring_a_withdrawn_consent_back(interview: Interview) -> None:
    vera = find_person("Vera")
    give_consent(vera, ConsentEntry(datetime.date(2021, 5, 20), "spoken", "interviewer-1", {"pseudonym": ["public"]}))
    withdraw_consent(vera)
    assert not protected_people(datetime.date(2022, 1, 1))[0].consent
