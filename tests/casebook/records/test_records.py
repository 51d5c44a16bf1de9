"""What a record refuses before it is kept."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valoshka.casebook.records.ids import LENGTH, LETTERS, is_id, random_id
from valoshka.casebook.records.models import Act, Action, Involvement, Person
from valoshka.casebook.records.record import FieldFault
from valoshka.casebook.records.vocabulary import SHARED, codes
from valoshka.terms.vocabulary import acts

OWN = ("action_kind", "contact_kind", "decision_kind", "event_link", "interview_mode", "name_kind", "status", "voice")


def test_an_id_is_random_and_says_nothing() -> None:
    ids = {random_id() for _ in range(1000)}
    assert len(ids) == 1000
    assert all(is_id(each) for each in ids)


@given(st.text(max_size=LENGTH + 2))
def test_only_ten_of_the_letters_look_like_an_id(text: str) -> None:
    assert is_id(text) == (len(text) == LENGTH and all(letter in LETTERS for letter in text))


@pytest.mark.parametrize("vocabulary", [*SHARED, *OWN])
def test_every_vocabulary_has_codes_that_are_told_apart(vocabulary: str) -> None:
    assert len(set(codes(vocabulary))) == len(codes(vocabulary)) > 1


@pytest.mark.parametrize("term", list(acts()))
def test_every_act_term_can_be_kept(term: str) -> None:
    Act(term=term).refuse_faults()


def test_a_date_is_kept_with_its_first_and_last_day() -> None:
    act = Act(term="beating", date="2021-24")
    act.refuse_faults()
    assert (act.earliest, act.latest) == (datetime.date(2020, 12, 1), datetime.date(2021, 2, 28))
    act.date = "2021/.."
    act.refuse_faults()
    assert (act.earliest, act.latest) == (datetime.date(2021, 1, 1), None)
    act.date = ""
    act.refuse_faults()
    assert (act.earliest, act.latest) == (None, None)


@pytest.mark.parametrize(
    ("record", "field"),
    [
        (Act(term="beeting"), "term"),
        (Act(term="beating", date="in May"), "date"),
        (Act(term="beating", modality="perhaps"), "modality"),
        (Act(term=""), "term"),
        (Person(risk=["in_country", "abroad"]), "risk"),
        (Person(born="long ago"), "born"),
        (Involvement(type="ghost"), "type"),
        (Action(kind="payment"), "kind"),
    ],
)
def test_a_fault_names_its_field(record: Act | Person | Involvement | Action, field: str) -> None:
    with pytest.raises(FieldFault) as refusal:
        record.refuse_faults()
    assert refusal.value.field == field
