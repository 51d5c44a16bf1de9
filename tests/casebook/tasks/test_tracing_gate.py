"""Whoever is sought is protected by the gate, whether the casebook knows them or not. All people are invented."""

from __future__ import annotations

import datetime

import pytest

from valoshka.casebook.opening import Casebook
from valoshka.casebook.tasks.consents import ConsentEntry, give_consent, withdraw_consent
from valoshka.casebook.tasks.people import NameEntry, PersonEntry, add_person
from valoshka.casebook.tasks.protected import protected_people
from valoshka.casebook.tasks.tracing.forgetting import erase_search
from valoshka.casebook.tasks.tracing.searches import close_search, open_search
from valoshka.casebook.tasks.tracing.sought import Sought
from valoshka.casebook.tasks.tracing.sought_people import searches_alike
from valoshka.clearance import Content, Passage
from valoshka.disclosure import Blocked, ProtectedPerson, clear
from valoshka.disclosure.findings import Place
from valoshka.disclosure.lookout import Lookout
from valoshka.errors import Refused

SOUGHT = Sought("Ціхан Узорнік", other_names=("Пятро Крушына",))
DAY = datetime.date(2021, 5, 20)


def blocked(text: str, people: list[ProtectedPerson]) -> list[tuple[str, str | None]]:
    """The rule and the person of whatever the gate blocks in a briefing that says `text`."""
    content = Content(
        title=Passage("What happened"),
        subtitle=Passage("A year on"),
        standfirst=(),
        figures=(),
        sections=(),
        stories=(),
        call=None,
        notes=(Passage(text),),
        publisher="An invented organisation",
        date="2021-11",
        language="en",
        audience="public",
    )
    try:
        clear(content, people)
    except Blocked as told:
        return [(finding.rule, finding.person) for finding in told.findings if finding.tier == "block"]
    return []


def test_a_briefing_that_names_a_sought_person_is_blocked_in_any_spelling(casebook: Casebook) -> None:
    add_person(PersonEntry(names=[NameEntry("Zinaida Prykladna")], pseudonym="Vera"))
    search = open_search(SOUGHT).search
    for text in ("They took Tikhon Uzornik away.", "З Узорнікам Ціханам.", "Piotr Krushyna was there."):
        assert blocked(text, protected_people()) == [("third_person_named", f"search-{search.id}")], text
    assert blocked("They took a man away.", protected_people()) == []


def test_that_a_search_is_closed_is_no_consent_and_erasing_it_ends_its_protection(casebook: Casebook) -> None:
    add_person(PersonEntry(names=[NameEntry("Zinaida Prykladna")], pseudonym="Vera"))
    search = open_search(SOUGHT).search
    close_search(search, "The family has word.")
    assert blocked("Tikhon Uzornik", protected_people())
    erase_search(search, casebook)
    assert blocked("Tikhon Uzornik", protected_people()) == []


def test_a_search_that_is_tied_is_judged_by_the_person_s_own_consent(casebook: Casebook) -> None:
    person = add_person(PersonEntry(names=[NameEntry("Tikhon Uzornik")], pseudonym="Lavon"))
    open_search(SOUGHT, person=person.id)
    assert blocked("Пётр Крушина", protected_people()) == [("name_full_name", person.id)]
    give_consent(person, ConsentEntry(DAY, "spoken", "interviewer-1", {"real_name": ["public"]}))
    assert blocked("Tikhon Uzornik, Пётр Крушина", protected_people()) == []
    withdraw_consent(person)
    assert blocked("Tikhon Uzornik", protected_people())


def test_a_namesake_of_a_public_figure_who_is_sought_is_still_protected(casebook: Casebook) -> None:
    add_person(PersonEntry(names=[NameEntry("Tikhon Uzornik", public=True)]))
    assert blocked("The minister, Tikhon Uzornik.", protected_people()) == []
    search = open_search(SOUGHT).search
    assert blocked("The minister, Tikhon Uzornik.", protected_people()) == [
        ("third_person_named", f"search-{search.id}")
    ]


def test_a_search_whose_person_is_gone_is_protected_all_the_same(casebook: Casebook) -> None:
    search = open_search(SOUGHT, person="NOBODYHERE").search
    assert blocked("Tikhon Uzornik", protected_people()) == [("third_person_named", f"search-{search.id}")]


def test_a_helpline_s_casebook_without_people_can_be_checked_against(casebook: Casebook) -> None:
    with pytest.raises(Refused, match="knows nobody yet"):
        protected_people()
    open_search(SOUGHT)
    assert [(person.names, person.third_person) for person in protected_people()] == [
        (("Ціхан Узорнік", "Пятро Крушына"), True)
    ]


def test_searches_for_somebody_like_a_person_are_known_though_nobody_tied_them(casebook: Casebook) -> None:
    person = add_person(PersonEntry(names=[NameEntry("Tikhon Uzornik")], pseudonym="Lavon"))
    nameless = add_person(PersonEntry(pseudonym="Ales"))
    open_search(Sought("Тихон Узорник", reference="tied"), person=person.id)
    alike = open_search(Sought("Зінаіда Прыкладная", other_names=("Узорніка Ціхана",))).search
    open_search(Sought("Зінаіда Узорнік"))
    assert (searches_alike(person), searches_alike(nameless)) == ([alike], [])


def test_a_surname_alone_is_one_doubt_however_many_are_sought_by_it(casebook: Casebook) -> None:
    for given in ("Ганна", "Вольга", "Марыя"):
        open_search(Sought(f"{given} Прыкладная"))
    people = protected_people()
    assert blocked("Captain Prykladny gave the order.", people) == []
    found = Lookout.over(people, "public").findings("Captain Prykladny gave the order.", Place(where="notes"))
    assert [(each.rule, each.tier, each.person, dict(each.details)) for each in found] == [
        ("sought_surname", "review", None, {"count": "3"})
    ]
    assert blocked("Hanna Prykladnaia, H. Prykladnaia", people)
