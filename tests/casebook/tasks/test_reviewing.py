import datetime

import pytest

from valoshka.casebook.opening import Casebook
from valoshka.casebook.records.models import Act, Claim, Decision, Interview, Involvement, Proposal
from valoshka.casebook.tasks.alignment import Span
from valoshka.casebook.tasks.people import NameEntry, PersonEntry, add_person, find_person
from valoshka.casebook.tasks.proposing import propose_acts
from valoshka.casebook.tasks.pseudonyms import give_pseudonym
from valoshka.casebook.tasks.reviewing import Verdict, decide, make_by_hand, waiting
from valoshka.casebook.tasks.working_text import rebuild_all
from valoshka.casebook.vault import keyring
from valoshka.errors import Refused


def test_accepting_makes_an_act_with_its_perpetrator_and_claims(beating: Proposal) -> None:
    (act,) = decide(beating, Verdict("accept", author="coder-1"))
    assert (act.term, act.date, act.victim, act.story) == ("beating", "2020-08-12", find_person("Vera"), act.victim)
    assert (act.earliest, act.latest) == (datetime.date(2020, 8, 12), datetime.date(2020, 8, 12))
    assert (Involvement.objects.get().type, Involvement.objects.get().label) == ("police", "riot police")
    assert {claim.field for claim in act.claims.all()} == {"act", "perpetrator"}
    assert act.claims.get(field="act").quote == "riot police beat Vera"


def test_a_decision_is_data_and_the_suggestion_stays_as_it_was(beating: Proposal) -> None:
    when = datetime.datetime(2021, 11, 5, tzinfo=datetime.UTC)
    (act,) = decide(beating, Verdict("correct", {"term": "physical_assault", "date": ""}, "one push", "coder-1", when))
    beating.refresh_from_db()
    decision = Decision.objects.get()
    assert (act.term, act.date, act.date_basis) == ("physical_assault", "", "unstated")
    assert (beating.act, beating.date, beating.status) == ("beating", "2020-08-12", "accepted")
    assert (decision.author, decision.decided, decision.reason) == ("coder-1", when, "one push")
    assert (decision.corrections, list(decision.acts.all())) == ({"term": "physical_assault", "date": ""}, [act])


def test_rejecting_makes_no_act(beating: Proposal) -> None:
    assert decide(beating, Verdict("reject", reason="told of another")) == []
    assert (Act.objects.count(), Proposal.objects.get().status) == (0, "rejected")


def test_a_decision_is_taken_once(beating: Proposal) -> None:
    decide(beating, Verdict("reject"))
    with pytest.raises(Refused, match="stays as it was taken"):
        decide(beating, Verdict("accept"))
    assert Act.objects.count() == 0


@pytest.mark.parametrize(
    "typo", [{"term": "beatin"}, {"date": "last spring"}, {"quote": "words that do not stand there"}, {"story": "X"}]
)
def test_a_refused_correction_leaves_the_suggestion_to_be_decided(beating: Proposal, typo: dict[str, str]) -> None:
    with pytest.raises(Refused):
        decide(beating, Verdict("correct", typo))
    assert (beating.status, Act.objects.count(), Decision.objects.count()) == ("proposed", 0, 0)
    (act,) = decide(beating, Verdict("correct", {"term": "physical_assault"}))
    assert (act.term, beating.status, list(waiting())) == ("physical_assault", "accepted", [])


def test_a_decision_taken_in_another_window_stands(beating: Proposal) -> None:
    elsewhere = Proposal.objects.get()
    decide(elsewhere, Verdict("reject"))
    with pytest.raises(Refused, match="was rejected before"):
        decide(beating, Verdict("accept"))


def test_moving_takes_the_victim_along(beating: Proposal) -> None:
    les = add_person(PersonEntry(pseudonym="Les"))
    (act,) = decide(beating, Verdict("move", {"story": "Les"}))
    assert (act.story, act.victim) == (les, les)


def test_moving_leaves_another_victim_where_they_are(interview: Interview, beating: Proposal) -> None:
    les, olya = add_person(PersonEntry(pseudonym="Les")), add_person(PersonEntry(pseudonym="Olya"))
    beating.victims = [{"label": "Olya", "kind": "person"}]
    beating.save()
    (act,) = decide(beating, Verdict("move", {"story": "Les"}))
    assert (act.story, act.victim) == (les, olya)


@pytest.mark.parametrize(
    ("kind", "corrections", "message"),
    [
        ("move", {}, "whose story"),
        ("move", {"story": "Nobody"}, "whose story"),
        ("correct", {"term": "beeting"}, 'did you mean "beating"'),
        ("correct", {"date": "in May"}, "date"),
        ("correct", {"quote": "words that nobody said"}, "do not stand"),
        ("correct", {"perpetrator_type": "ghost"}, "type"),
        ("correct", {"story": "Nobody"}, "Nobody in this casebook"),
        ("shrug", {}, "kind"),
    ],
)
def test_a_wrong_correction_decides_nothing(
    beating: Proposal, kind: str, corrections: dict[str, str], message: str
) -> None:
    with pytest.raises(Refused, match=message):
        decide(beating, Verdict(kind, corrections))
    assert Act.objects.count() == Decision.objects.count() == 0
    assert Proposal.objects.get().status == "proposed"


def test_a_field_that_no_act_has_cannot_be_corrected() -> None:
    with pytest.raises(Refused, match="cannot be corrected"):
        Verdict("correct", {"colour": "blue"})


def test_a_group_is_a_victim_with_a_count(beating: Proposal) -> None:
    (act,) = decide(beating, Verdict("correct", {"victim": "about 30 doctors", "victim_kind": "group"}))
    assert (act.victim, act.victim_label, act.victim_count) == (None, "about 30 doctors", 30)


def test_two_victims_are_two_acts(beating: Proposal) -> None:
    beating.victims = [{"label": "I", "kind": "person"}, {"label": "my brother", "kind": "person"}]
    beating.save()
    acts = decide(beating, Verdict("accept"))
    assert [act.victim_label for act in acts] == ["", "my brother"]


def test_a_corrected_span_is_kept_in_the_original(interview: Interview, beating: Proposal) -> None:
    (act,) = decide(beating, Verdict("correct", {"quote": "beat Vera in Hrodna"}))
    give_pseudonym(find_person("Vera"), "Alena")
    assert act.claims.get(field="act").quote == "beat Alena in Hrodna"


def test_an_act_is_made_by_hand_on_a_passage(interview: Interview) -> None:
    words = "neighbour Pavel Uzornik was never asked"
    start = interview.working_text.index(words)
    verdict = Verdict("by_hand", {"term": "harassment", "date": "2020-12~", "perpetrator": "the landlord"})
    (act,) = make_by_hand(interview, Span(start, start + len(words)), verdict)
    assert (act.term, act.date, act.victim, act.date_basis) == (
        "harassment",
        "2020-12~",
        find_person("Vera"),
        "explicit",
    )
    assert act.claims.get().quote == words
    assert Decision.objects.get().proposal is None


def test_an_act_by_hand_needs_a_term_and_a_passage(interview: Interview) -> None:
    with pytest.raises(Refused, match="needs a term"):
        make_by_hand(interview, Span(0, 5), Verdict("by_hand"))
    for span in (Span(5, 5), Span(0, 10_000)):
        with pytest.raises(Refused, match="no such passage"):
            make_by_hand(interview, span, Verdict("by_hand", {"term": "harassment"}))


def test_a_name_that_a_reviewer_types_is_replaced(beating: Proposal) -> None:
    corrections = {"victim": "Zinaida Prykladna", "place": "at Prykladna's house"}
    (act,) = decide(beating, Verdict("correct", corrections, "Prykladna said so"))
    assert (act.victim, act.place) == (find_person("Vera"), "at Vera's house")
    assert "Prykladna" not in str(Decision.objects.values())


def test_what_a_reviewer_typed_follows_a_name_that_becomes_known(beating: Proposal) -> None:
    decide(beating, Verdict("correct", {"perpetrator": "Pavel Uzornik", "victim": "Pavel Uzornik"}))
    add_person(PersonEntry(names=[NameEntry("Pavel Uzornik")], pseudonym="Les"))
    rows = [str(list(model.objects.values())) for model in (Act, Involvement, Claim, Decision, Proposal, Interview)]
    assert "Uzornik" not in " ".join(rows)


def test_the_proposer_runs_in_travel_mode_and_twice(interview: Interview, casebook: Casebook) -> None:
    first = propose_acts(interview)
    assert first == waiting().count() > 0
    assert "Prykladna" not in str(list(Proposal.objects.values()))
    decide(waiting()[0], Verdict("accept"))
    assert propose_acts(interview) == 0
    assert Proposal.objects.filter(status="accepted").count() == 1


def test_suggestions_keep_their_place_in_the_original(interview: Interview) -> None:
    propose_acts(interview)
    give_pseudonym(find_person("Vera"), "A very long pseudonym")
    for proposal in Proposal.objects.all():
        for mention in proposal.mentions:
            assert "Prykladna" not in mention["quote"]
            assert mention["quote"] in Interview.objects.get().working_text


def test_labels_take_the_new_pseudonym_too(interview: Interview, beating: Proposal) -> None:
    (act,) = decide(beating, Verdict("correct", {"perpetrator": "the chief of Vera", "place": "at Verasen street"}))
    give_pseudonym(find_person("Vera"), "Alena")
    act.refresh_from_db()
    assert (act.involvements.get().label, act.place) == ("the chief of Alena", "at Verasen street")


def test_a_new_pseudonym_is_given_in_travel_mode(interview: Interview, beating: Proposal) -> None:
    (act,) = decide(beating, Verdict("accept"))
    held = keyring._open.pop("identities")
    try:
        give_pseudonym(find_person("Vera"), "Alena")
    finally:
        keyring._open["identities"] = held
    interview.refresh_from_db()
    assert interview.working_text.startswith("My name is Alena.")
    assert act.claims.get(field="act").quote == "riot police beat Alena"


def test_a_name_that_was_typed_while_the_identities_were_away_is_replaced_when_they_are_back(
    interview: Interview, beating: Proposal
) -> None:
    held = keyring._open.pop("identities")
    try:
        (act,) = decide(beating, Verdict("correct", {"place": "at Prykladna's house"}))
    finally:
        keyring._open["identities"] = held
    rebuild_all()
    act.refresh_from_db()
    assert act.place == "at Vera's house"
    assert "Prykladna" not in str(list(Decision.objects.values()))
