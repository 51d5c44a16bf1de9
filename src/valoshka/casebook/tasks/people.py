"""People: adding, changing and finding them. Names go to the identities, everything else to the casebook."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from valoshka.casebook.identities.models import Contact, Name
from valoshka.casebook.records.models import Person, Pseudonym, Relation
from valoshka.casebook.records.record import FieldFault
from valoshka.casebook.tasks import audit
from valoshka.casebook.tasks.authors import OWNER
from valoshka.casebook.tasks.naming import stand_ins
from valoshka.casebook.tasks.plain_words import plain
from valoshka.casebook.tasks.pseudonyms import bearer_of, give_pseudonym
from valoshka.casebook.tasks.stores import casebook_first, identities_open, need_identities
from valoshka.casebook.tasks.working_text import rebuild_all
from valoshka.errors import Refused
from valoshka.names import find

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

TEXTS = ("kind", "sex", "born", "profession", "specialty", "workplace", "town", "veto_reason")
FLAGS = ("third_person", "veto")
LISTS = ("family", "risk")


@dataclass(frozen=True)
class NameEntry:
    """One name as it is entered; `public` if it may stand in a publication."""

    text: str
    kind: str = "official"
    language: str = ""
    script: str = ""
    public: bool = False


@dataclass(frozen=True)
class ContactEntry:
    """One phone, address, handle or number of a paper."""

    kind: str
    text: str


@dataclass(frozen=True)
class RelationEntry:
    """A tie to another person, who is named by id or pseudonym."""

    kind: str
    other: str
    date: str = ""


@dataclass(frozen=True)
class PersonEntry:
    """What is entered of a person. `facts` holds only what was said: keys of `TEXTS`, `FLAGS` and `LISTS`."""

    facts: Mapping[str, str | bool | list[str]] = field(default_factory=dict)
    names: Sequence[NameEntry] = ()
    contacts: Sequence[ContactEntry] = ()
    relations: Sequence[RelationEntry] = ()
    pseudonym: str = ""


def find_person(reference: str) -> Person:
    """The person with this id, or who bears or bore this pseudonym. Raises `Refused` if there is none.

    Real names are never looked up here: what is typed at a prompt stays in a shell's history.
    """
    person = Person.objects.filter(id=reference).first()
    if person is None:
        person = bearer_of(reference) or _by_stand_in(reference)
    if person is None:
        raise Refused(
            "Nobody in this casebook has that id or pseudonym. See everybody with: valoshka person CASE list. "
            "Real names are not looked up here."
        )
    return person


def _by_stand_in(reference: str) -> Person | None:
    bearers = [person for person, standing in stand_ins().items() if standing.casefold() == reference.casefold()]
    return Person.objects.get(id=bearers[0]) if len(bearers) == 1 else None


def add_person(entry: PersonEntry, author: str = OWNER) -> Person:
    """Record a person with names, contacts and relations, or nothing of it; working texts follow.

    Raises `Refused`: names without the identities, a code that is not known, a pseudonym that another bears.
    """
    if entry.names or entry.contacts:
        need_identities("record names or contacts")
    with casebook_first():
        _refuse_unseen(entry.facts)
        person = Person(**entry.facts)
        person.save(force_insert=True)
        audit.record("person.added", person.id, author)
        _attach(person, entry, author)
    return person


def edit_person(person: Person, entry: PersonEntry, author: str = OWNER) -> Person:
    """Change the facts that `entry` holds, and add its names, contacts, relations and pseudonym to those there are."""
    if entry.names or entry.contacts:
        need_identities("record names or contacts")
    with casebook_first():
        _refuse_unseen(entry.facts)
        for fact, value in entry.facts.items():
            setattr(person, fact, value)
        person.save()
        audit.record("person.edited", person.id, author)
        _attach(person, entry, author)
    return person


def _attach(person: Person, entry: PersonEntry, author: str) -> None:
    for name in entry.names:
        _keep_name(person, name)
    for contact in entry.contacts:
        plain(contact.text, "contacts")
        if not Contact.objects.filter(person=person.id, kind=contact.kind, text=contact.text).exists():
            Contact(person=person.id, kind=contact.kind, text=contact.text).save()
    for relation in entry.relations:
        other = find_person(relation.other)
        Relation(person=person, other=other, kind=relation.kind, date=relation.date).save()
    if entry.pseudonym:
        give_pseudonym(person, entry.pseudonym, author)
    elif identities_open():
        rebuild_all()


def _refuse_unseen(facts: Mapping[str, str | bool | list[str]]) -> None:
    for fact, value in facts.items():
        for text in [value] if isinstance(value, str) else value if isinstance(value, list) else []:
            plain(text, fact)


def refuse_unfit_name(person: Person | None, text: str) -> None:
    """Refuse a name that cannot be seen whole, or that is a pseudonym here: its bearer would be taken for `person`."""
    plain(text, "names")
    known = Name.objects.filter(person=person.id, text=text).exists() if person else False
    if known:
        return
    for pseudonym in Pseudonym.objects.select_related("person"):
        if find(pseudonym.text, {"": [text]}):
            raise FieldFault(
                "names",
                f"a part of it is the pseudonym of {pseudonym.person_id}, and the two would be mixed up. Two ways out: "
                f"give {pseudonym.person_id} another pseudonym first (valoshka pseudonym CASE edit "
                f"{pseudonym.person_id}); or enter the surname alone, and the given name is then not looked for.",
            )


def _keep_name(person: Person, entry: NameEntry) -> None:
    """Add a name, or change the flags of one that is there in this very spelling."""
    plain(entry.text, "names")
    if not entry.public:
        refuse_unfit_name(person, entry.text)
    name = Name.objects.filter(person=person.id, text=entry.text).first() or Name(person=person.id, text=entry.text)
    name.kind, name.language, name.script, name.public = entry.kind, entry.language, entry.script, entry.public
    name.save()


def remove_name(person: Person, text: str, author: str = OWNER) -> None:
    """Take back a name that was entered by mistake. Raises `Refused` if the person bears no such name."""
    need_identities("change names")
    with casebook_first():
        removed, _ = Name.objects.filter(person=person.id, text=text).delete()
        if not removed:
            raise Refused(f"{person.id} bears no name in this very spelling. Look with: person CASE show --names.")
        audit.record("name.removed", person.id, author)
        rebuild_all()


def names_of(person: Person) -> list[str]:
    """The real names of `person`, each with its kind. Raises `Refused` in travel mode."""
    need_identities("see names")
    return [
        f"{name.text} ({name.kind}{', public' if name.public else ''})"
        for name in Name.objects.filter(person=person.id).order_by("id")
    ]
