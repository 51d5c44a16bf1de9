"""Whom the gate has to protect: everybody in the casebook and whoever is sought, with consent as of today."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from valoshka.casebook.identities.models import Contact, Name
from valoshka.casebook.records.models import Act, Person, Pseudonym
from valoshka.casebook.tasks.consents import consent_to_publish
from valoshka.casebook.tasks.institutions import workplaces_by_name
from valoshka.casebook.tasks.stores import need_identities
from valoshka.casebook.tasks.tracing.sought_people import sought_names, sought_people
from valoshka.disclosure.people import Facts, ProtectedPerson, RecordedEvent
from valoshka.errors import Refused
from valoshka.terms.vocabulary import acts

if TYPE_CHECKING:
    import datetime

RECORDED = ("liberty", "legal")


def protected_people(on: datetime.date | None = None) -> list[ProtectedPerson]:
    """Everybody, third persons too, in the order of their ids; of each one's pseudonyms, today's comes last.

    Then whoever is sought and is tied to nobody; the names of searches that are tied are those of the person.

    Consent is what holds today and, if `on` (the publication's day) lies ahead, then too.
    Raises `Refused` in travel mode (no names, no gate) and for a casebook that knows nobody yet.
    """
    need_identities("check a publication")
    known = set(Person.objects.values_list("id", flat=True))
    sought = sought_people(known)
    if not known and not sought:
        raise Refused(
            "This casebook knows nobody yet, so nothing could be checked. Add the people first (valoshka person)."
        )
    names, public = _by_person(public=False), _by_person(public=True)
    identifiers: dict[str, list[str]] = defaultdict(list)
    for contact in Contact.objects.order_by("id"):
        identifiers[contact.person].append(contact.text)
    pseudonyms: dict[str, list[str]] = defaultdict(list)
    for pseudonym in Pseudonym.objects.order_by("current", "since"):
        pseudonyms[pseudonym.person_id].append(pseudonym.text)
    for person, tied in sought_names().items():
        names[person] += tied
    workplaces = workplaces_by_name()
    left_to_facts = set(workplaces.institutions)
    people = [
        ProtectedPerson(
            id=person.id,
            names=() if person.id in left_to_facts else tuple(names[person.id]),
            public_names=tuple(public[person.id]),
            identifiers=tuple(identifiers[person.id]),
            facts=_facts(person, workplaces.of.get(person.id)),
            consent=consent_to_publish(person, on),
            veto=person.veto,
            third_person=person.third_person,
            pseudonyms=tuple(pseudonyms[person.id]),
        )
        for person in Person.objects.order_by("id")
    ]
    return [*people, *sought]


def _by_person(*, public: bool) -> dict[str, list[str]]:
    names: dict[str, list[str]] = defaultdict(list)
    for name in Name.objects.filter(public=public).order_by("id"):
        names[name.person].append(name.text)
    return names


def _facts(person: Person, employer: str | None) -> Facts:
    suffered = Act.objects.filter(victim=person).order_by("earliest", "id")
    return Facts(
        profession=person.profession or None,
        specialty=person.specialty or None,
        workplace=person.workplace or employer,
        town=person.town or None,
        born=person.born or None,
        family=tuple(person.family),
        events=tuple(_event(act) for act in suffered),
    )


def _event(act: Act) -> RecordedEvent:
    """What deprives of liberty, or comes before a court, is on a file of the state's."""
    recorded = acts()[act.term].family in RECORDED
    return RecordedEvent(act.term, act.date or None, act.place or None, recorded)
