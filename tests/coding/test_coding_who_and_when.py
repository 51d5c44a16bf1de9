"""Whom a pronoun or a role means, and that no day is invented; all people are invented."""

import pytest

from valoshka.coding import propose


def victims(text: str, act: str) -> list[str]:
    return [victim.label for found in propose(text) if found.act == act for victim in found.victims]


@pytest.mark.parametrize("whom", ["They were", "Both were", "Both of them were", "The two were", "Both women were"])
def test_those_named_together_are_meant_by_a_plural(whom):
    text = f"Alena Kot and Maryna Lis left the ward at noon. {whom} arrested at the gate."
    assert victims(text, "detention") == ["Alena Kot", "Maryna Lis"]


def test_they_means_the_group_of_the_sentence_before():
    text = "Three nurses stood outside the clinic. They were detained by riot police."
    assert victims(text, "detention") == ["Three nurses"]


@pytest.mark.parametrize("role", ["Our client", "The applicant", "The witness", "The author"])
def test_a_role_of_the_law_means_the_person_named(role):
    text = f"We write on behalf of Palina Vusik of Brest. {role} was fined on 3 May 2021."
    assert victims(text, "fine") == ["Palina Vusik"]


def test_the_nurse_means_the_one_introduced_as_a_nurse():
    text = "Alena Kot, a nurse, worked with Pavel Rak, a surgeon. The nurse was dismissed in May."
    assert victims(text, "dismissal") == ["Alena Kot"]


def test_us_is_the_teller_and_others_whom_nobody_counted():
    text = "Alena Kot told us: “They beat us in the corridor.”"
    assert victims(text, "beating") == ["Alena Kot", "us"]


def dates(text: str) -> list[str | None]:
    return [found.date for found in propose(text)]


def test_a_day_holds_for_its_own_paragraph_only():
    assert dates("On 9 August 2020 Alena Kot was beaten. She was fined.") == ["2020-08-09", "2020-08-09"]
    assert dates("On 9 August 2020 Alena Kot was beaten.\n\nShe was fined.") == ["2020-08-09", None]


def test_a_day_above_an_entry_of_a_chronology_holds_for_the_entry():
    assert dates("9 August 2020\n\nAlena Kot was beaten.\n\nPavel Rak was fined.") == ["2020-08-09", None]


@pytest.mark.parametrize(
    "claim",
    [
        "Over 30,000 people have been detained.",
        "Tens of thousands were detained.",
        "Protesters were detained across the country.",
        "Doctors continue to be detained.",
        "Nurses were detained every week.",
    ],
)
def test_a_general_claim_takes_no_day_from_the_sentence_before(claim):
    assert dates(f"The president spoke on 9 August 2020. {claim}") == [None]
