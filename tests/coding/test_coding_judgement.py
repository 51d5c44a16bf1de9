"""Whether it happened, who did it, when, and whether it is one act; all people are invented."""

import pytest

from valoshka.coding import Proposal, propose


def only(text: str, act: str) -> Proposal:
    [found] = [proposal for proposal in propose(text) if proposal.act == act]
    return found


@pytest.mark.parametrize(
    ("text", "act", "modality"),
    [
        ("Alena Kot was dismissed.", "dismissal", "happened"),
        ("The rector announced that thirty students would be expelled.", "expulsion_from_medical_school", "announced"),
        ("The prosecutor says that Alena Kot will be charged with fraud.", "charge", "announced"),
        ("Alena Kot believes that no hospital will hire her.", "blacklisting", "believed"),
    ],
)
def test_the_words_around_an_act_tell_whether_it_happened(text, act, modality):
    assert only(text, act).modality == modality


def test_a_threat_is_a_threat_and_not_what_it_threatens():
    assert [found.act for found in propose("The director threatened Alena Kot with dismissal.")] == ["threat"]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Alena Kot was detained by riot police.", "police"),
        ("Two men in plain clothes beat Alena Kot.", "unidentified_plain_clothes"),
        ("The hospital administration dismissed Alena Kot.", "employer_state"),
        ("Guards beat Alena Kot.", "prison_staff"),
        ("A private clinic asked Alena Kot to resign.", "employer_private"),
        ("The KGB searched Alena Kot’s flat.", "security_forces"),
    ],
)
def test_a_named_doer_is_typed_and_kept_in_the_texts_words(text, type_):
    found = propose(text)[0].perpetrator
    assert found is not None
    assert found.type == type_
    assert text[found.start : found.end].endswith(found.label)


def test_a_doer_whom_nobody_names_is_not_made_up():
    assert only("Alena Kot was beaten.", "beating").perpetrator is None


def test_a_date_in_the_clause_is_explicit_and_one_carried_on_is_inferred():
    text = "On 3 May 2021 Alena Kot was detained. She was beaten."
    assert (only(text, "detention").date, only(text, "detention").date_basis) == ("2021-05-03", "explicit")
    assert (only(text, "beating").date, only(text, "beating").date_basis) == ("2021-05-03", "inferred")


def test_an_act_told_twice_is_one_act_with_two_mentions():
    found = only("Alena Kot was arrested on 3 May 2021. After her arrest she wept.", "detention")
    assert [mention.quote.split()[-1] for mention in found.mentions] == ["2021", "wept"]


def test_two_detentions_stay_apart():
    text = "Alena Kot was arrested on 3 May 2021. On 9 June 2021 she was arrested again."
    assert [found.date for found in propose(text)] == ["2021-05-03", "2021-06-09"]


@pytest.mark.parametrize(
    ("text", "epistemic"),
    [
        ("“I was beaten,” says Alena Kot.", "experienced"),
        ("“I saw how they beat a boy,” says Alena Kot.", "witnessed"),
        ("Alena Kot was allegedly beaten.", "alleged"),
        ("According to the dismissal order, Alena Kot was dismissed.", "document"),
        ("Alena Kot was fined.", "organisation"),
    ],
)
def test_it_is_said_on_what_a_telling_stands(text, epistemic):
    assert propose(text)[0].epistemic == epistemic


def test_those_who_suffer_together_are_named_together():
    found = only("Alena Kot and her daughter fled Belarus.", "exile")
    assert [(victim.label, victim.kind) for victim in found.victims] == [
        ("Alena Kot", "person"),
        ("Alena Kot’s daughter", "person"),
    ]


def test_russian_and_belarusian_tell_the_victim_by_case():
    assert only("Мяне звольнілі. Мяне завуць Алесь.", "dismissal").victims[0].label == "Алесь"
    assert only("Главврач уволил медсестру Галину.", "dismissal").victims[0].label.startswith("Галин")


def test_the_plain_json_has_the_fields_of_the_command():
    fields = propose("Alena Kot was fined.")[0].as_json()
    assert list(fields) == [
        "act", "modality", "mentions", "victims", "perpetrator", "date", "date_basis", "place", "epistemic", "voice",
        "story",
    ]  # fmt: skip
