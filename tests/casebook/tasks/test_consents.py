import datetime

import pytest

from valoshka.casebook.opening import Casebook
from valoshka.casebook.records.models import Consent, Permission, Person, Release, ReleaseUse
from valoshka.casebook.tasks.consents import (
    ConsentEntry,
    consent_matrix,
    give_consent,
    latest_day,
    replace_consent,
    withdraw_consent,
)
from valoshka.casebook.tasks.people import PersonEntry, add_person
from valoshka.casebook.tasks.pseudonyms import give_pseudonym, reuse_warning
from valoshka.errors import Refused

DAY = datetime.date(2021, 5, 20)
YES = {"pseudonym": ["team", "public"], "photo": ["team"]}


def vera(**allows: list[str]) -> Person:
    person = add_person(PersonEntry(pseudonym="Vera"))
    give_consent(person, ConsentEntry(DAY, "spoken", "interviewer-1", allows or YES))
    return person


def release_using(person: Person, item: str) -> Release:
    release = Release(
        audience="public",
        sha256="0" * 64,
        released=datetime.datetime(2021, 6, 1, tzinfo=datetime.UTC),
        approver="owner",
    )
    release.save()
    ReleaseUse(release=release, person=person.id, item=item, pseudonym="Vera").save()
    return release


def test_what_nobody_said_yes_to_is_a_no(casebook: Casebook) -> None:
    assert consent_matrix(add_person(PersonEntry())) == {}
    assert consent_matrix(vera()) == {"photo": {"team"}, "pseudonym": {"public", "team"}}


def test_a_consent_holds_from_its_day_until_the_day_before_it_expires(casebook: Casebook) -> None:
    person = add_person(PersonEntry())
    end = DAY + datetime.timedelta(days=10)
    give_consent(person, ConsentEntry(DAY, "spoken", "interviewer-1", YES, expires=end))
    one = datetime.timedelta(days=1)
    held = [bool(consent_matrix(person, day)) for day in (DAY - one, DAY, end - one, end)]
    assert held == [False, True, True, False]


def test_asked_again_a_narrower_answer_narrows(casebook: Casebook) -> None:
    person = vera()
    later = DAY + datetime.timedelta(days=1)
    give_consent(person, ConsentEntry(later, "written", "interviewer-2", {"photo": ["team"]}))
    assert consent_matrix(person) == {"photo": {"team"}}
    assert consent_matrix(person, DAY)["pseudonym"] == {"public", "team"}


def test_of_two_answers_of_one_day_the_one_recorded_last_counts(casebook: Casebook) -> None:
    person = vera()
    for item in ("voice", "photo", "voice", "profession"):
        give_consent(person, ConsentEntry(DAY, "written", "interviewer-2", {item: ["team"]}))
    assert consent_matrix(person) == {"profession": {"team"}}


def test_an_older_answer_that_is_entered_late_is_history(casebook: Casebook) -> None:
    person = vera()
    before = DAY - datetime.timedelta(days=1)
    give_consent(person, ConsentEntry(before, "written", "interviewer-2", {"real_name": ["public"]}))
    assert "real_name" not in consent_matrix(person)


def test_what_ends_before_the_publication_does_not_hold_for_it(casebook: Casebook) -> None:
    person = add_person(PersonEntry())
    day = latest_day()
    month = datetime.timedelta(days=30)
    give_consent(person, ConsentEntry(day, "spoken", "interviewer-1", YES, expires=day + month))
    assert consent_matrix(person) == consent_matrix(person, day + month / 2) != {}
    assert consent_matrix(person, day + month) == {}


@pytest.mark.parametrize("day", [datetime.date(1, 1, 1), datetime.date(2999, 1, 1)])
def test_nobody_was_asked_on_a_day_that_cannot_be(casebook: Casebook, day: datetime.date) -> None:
    person = add_person(PersonEntry())
    with pytest.raises(Refused, match="given_on"):
        give_consent(person, ConsentEntry(day, "spoken", "interviewer-1", YES))
    assert Consent.objects.count() == 0


def test_withdrawing_takes_back_everything_given_so_far(casebook: Casebook) -> None:
    person = vera()
    give_consent(person, ConsentEntry(DAY, "written", "interviewer-2", {"voice": ["press"]}))
    withdrawn, _ = withdraw_consent(person)
    assert (withdrawn, consent_matrix(person)) == (4, {})
    assert Permission.objects.filter(withdrawn_on=None).count() == 0


def test_withdrawing_one_item_towards_one_audience_leaves_the_rest(casebook: Casebook) -> None:
    person = vera()
    withdraw_consent(person, ["pseudonym"], ["public"])
    assert consent_matrix(person) == {"photo": {"team"}, "pseudonym": {"team"}}


def test_withdrawing_names_every_release_that_used_it(casebook: Casebook) -> None:
    person = vera()
    told, shown = release_using(person, "pseudonym"), release_using(person, "photo")
    assert {used.release for used in withdraw_consent(person, ["photo"])[1]} == {shown.id}
    assert {used.release for used in withdraw_consent(person)[1]} == {told.id, shown.id}
    assert withdraw_consent(person)[0] == 0


def test_a_withdrawn_consent_stays_on_record(casebook: Casebook) -> None:
    person = vera()
    withdraw_consent(person)
    assert Consent.objects.get().permissions.count() == 3


def test_a_new_answer_takes_the_place_of_the_old_one(casebook: Casebook) -> None:
    person = vera()
    replace_consent(person, ConsentEntry(DAY, "written", "interviewer-1", {"voice": ["press"]}))
    assert consent_matrix(person) == {"voice": {"press"}}
    assert Consent.objects.count() == 2


def test_nobody_consents_for_a_third_person(casebook: Casebook) -> None:
    patient = add_person(PersonEntry(facts={"third_person": True}))
    with pytest.raises(Refused, match="third person"):
        give_consent(patient, ConsentEntry(DAY, "spoken", "interviewer-1", YES))


@pytest.mark.parametrize(
    "entry",
    [
        ConsentEntry(DAY, "spoken", "interviewer-1", {"everything": ["public"]}),
        ConsentEntry(DAY, "spoken", "interviewer-1", {"photo": ["everybody"]}),
        ConsentEntry(DAY, "by pigeon", "interviewer-1", YES),
        ConsentEntry(DAY, "spoken", "Anna Example", YES),
        ConsentEntry(DAY, "spoken", "interviewer-1", YES, expires=DAY),
    ],
)
def test_a_consent_with_a_fault_is_not_kept_in_part(casebook: Casebook, entry: ConsentEntry) -> None:
    person = add_person(PersonEntry())
    with pytest.raises(Refused):
        give_consent(person, entry)
    assert Consent.objects.count() == Permission.objects.count() == 0


def test_a_pseudonym_that_was_published_is_warned_of_until_there_is_a_new_one(casebook: Casebook) -> None:
    person = vera()
    assert reuse_warning(person) is None
    release_using(person, "pseudonym")
    assert "Vera" in str(reuse_warning(person))
    give_pseudonym(person, "Alena")
    assert reuse_warning(person) is None
