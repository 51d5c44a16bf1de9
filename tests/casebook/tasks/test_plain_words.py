"""What nobody can see is refused at entry, in names, pseudonyms, contacts and facts."""

from __future__ import annotations

import pytest

from valoshka.casebook.identities.models import Contact, Name
from valoshka.casebook.opening import Casebook
from valoshka.casebook.records.models import Person
from valoshka.casebook.tasks.people import ContactEntry, NameEntry, PersonEntry, add_person, find_person
from valoshka.casebook.tasks.plain_words import plain
from valoshka.casebook.tasks.pseudonyms import give_pseudonym
from valoshka.errors import Refused

UNSEEN = ["\n", "\r", "\t", "\x1b[2J", "\x00", "\u202e", "\u2066", "\u00ad", "\u200b", "\u200c", "\ufeff", "\u2028"]


@pytest.mark.parametrize("sign", UNSEEN)
def test_what_nobody_can_see_is_refused_wherever_it_is_entered(casebook: Casebook, sign: str) -> None:
    hidden = f"Zina{sign}ida"
    for entry in (
        PersonEntry(names=[NameEntry(hidden)]),
        PersonEntry(names=[NameEntry(hidden, public=True)]),
        PersonEntry(contacts=[ContactEntry("phone", hidden)]),
        PersonEntry(pseudonym=hidden),
        PersonEntry(facts={"town": hidden}),
        PersonEntry(facts={"family": ["a son", hidden]}),
    ):
        with pytest.raises(Refused, match="nobody can see") as refusal:
            add_person(entry)
        assert "Zina" not in str(refusal.value)
    assert (Person.objects.count(), Name.objects.count(), Contact.objects.count()) == (0, 0, 0)


@pytest.mark.parametrize(
    "name", ["Зінаіда Прыкладная", "O’Example", "علی\u200cرضا", "Anna-Maria d'Example", "Ǩe\u0301"]
)
def test_names_of_every_script_are_taken_as_they_are(name: str) -> None:
    assert plain(name) == name


@pytest.mark.parametrize("name", ["علی\u200c", "\u200cعلی", "Zina\u200dida", "علی\u200c\u200cرضا"])
def test_a_joiner_that_joins_nothing_is_refused(name: str) -> None:
    with pytest.raises(Refused, match="nobody can see"):
        plain(name)


def test_a_new_name_that_is_somebodys_pseudonym_is_refused_with_both_ways_out(casebook: Casebook) -> None:
    halina = add_person(PersonEntry(pseudonym="Halina", names=[NameEntry("Zinaida Prykladna")]))
    for real in ("Halina Uzornaja", "Галина Узорная"):
        with pytest.raises(Refused, match=f"pseudonym of {halina.id}.*edit {halina.id}.*surname alone") as refusal:
            add_person(PersonEntry(names=[NameEntry(real)]))
        assert "zor" not in str(refusal.value)
    give_pseudonym(halina, "Alena")
    with pytest.raises(Refused, match="pseudonym of"):
        # What was borne before may stand in a release.
        add_person(PersonEntry(names=[NameEntry("Halina Uzornaja")]))
    add_person(PersonEntry(names=[NameEntry("Uzornaja")]))
    assert find_person("Alena") == halina
