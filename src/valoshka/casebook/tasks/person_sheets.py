"""People, pseudonyms and consents as sheets: the whole sheet is taken, or nothing of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from valoshka.casebook.records.vocabulary import codes, nearest, repeated
from valoshka.casebook.tasks.authors import OWNER
from valoshka.casebook.tasks.consents import ConsentEntry, give_consent, replace_consent
from valoshka.casebook.tasks.people import (
    FLAGS,
    LISTS,
    TEXTS,
    ContactEntry,
    NameEntry,
    PersonEntry,
    RelationEntry,
    add_person,
    edit_person,
    find_person,
)
from valoshka.casebook.tasks.pseudonyms import bearer_of, give_pseudonym
from valoshka.casebook.tasks.sheets import Entry, SheetError
from valoshka.casebook.tasks.stores import casebook_first
from valoshka.casebook.tasks.working_text import rebuilding_once
from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from valoshka.casebook.records.models import Consent, Person

Taken = TypeVar("Taken")
PERSON_KEYS = ("person", "pseudonym", "names", "contacts", "relations", "consent", *TEXTS, *FLAGS, *LISTS)
NAME_KEYS = ("text", "kind", "language", "script", "public")
CONSENT_KEYS = ("person", "given_on", "how", "asked_by", "read_back", "expires", "allows")


def take_people(sheet: Entry, *, edit: bool = False, author: str = OWNER) -> list[Person]:
    """Add (or edit) everybody of a sheet `people: [...]`; with `consent:` inside a person, that too.

    Raises `SheetError` with the line of the first entry that does not fit; nobody is added then.
    """
    sheet.only(("people",))
    return _each(sheet, "people", lambda entry: _edit(entry, author) if edit else _add(entry, author))


def take_pseudonyms(sheet: Entry, author: str = OWNER) -> list[Person]:
    """Give the pseudonyms of a sheet `pseudonyms: [{person: ..., pseudonym: ...}]`."""
    sheet.only(("pseudonyms",))
    return _each(sheet, "pseudonyms", lambda entry: _give(entry, author))


def take_consents(sheet: Entry, *, replace: bool = False, author: str = OWNER) -> list[Consent]:
    """Record the consents of a sheet `consents: [{person: ..., given_on: ..., allows: {...}}]`.

    With `replace`, each takes the place of what its person said before.
    """
    give = replace_consent if replace else give_consent
    sheet.only(("consents",))
    return _each(
        sheet,
        "consents",
        lambda entry: give(find_person(entry.needed("person", "Vera")), consent_entry(entry), author),
    )


def _each(sheet: Entry, key: str, take: Callable[[Entry], Taken]) -> list[Taken]:
    entries = sheet.entries(key)
    if not entries:
        raise sheet.fault(f'{"nobody" if key == "people" else "nothing"} is in this sheet under "{key}".', key)
    taken = []
    with casebook_first(), rebuilding_once():
        for entry in entries:
            try:
                taken.append(take(entry))
            except SheetError:
                raise
            except Refused as refusal:
                raise entry.refused(refusal) from refusal
    return taken


def _refuse_silent(entry: Entry) -> None:
    """An entry that says nothing is a slip: nobody would find that person again."""
    if not any(entry.values()):
        raise entry.fault("this entry says nothing of anybody. Give a pseudonym at least, or take the entry out.")


def _add(entry: Entry, author: str) -> Person:
    _refuse_silent(entry)
    if (pseudonym := entry.text("pseudonym")) and bearer_of(pseudonym):
        raise entry.fault(f'"{pseudonym}" is in this casebook already. Use edit to change a person.', "pseudonym")
    person = add_person(person_entry(entry), author)
    _consent_within(entry, person, author)
    return person


def _edit(entry: Entry, author: str) -> Person:
    reference = entry.text("person") or entry.needed("pseudonym", "Vera")
    entry.only(PERSON_KEYS)
    if not set(entry) - {"person"}:
        raise entry.fault("this entry changes nothing. Say what should be changed, or take the entry out.")
    person = edit_person(find_person(reference), person_entry(entry), author)
    _consent_within(entry, person, author)
    return person


def _give(entry: Entry, author: str) -> Person:
    entry.only(("person", "pseudonym"))
    person = find_person(entry.needed("person", "its id, or the pseudonym borne so far"))
    give_pseudonym(person, entry.needed("pseudonym", "Vera"), author)
    return person


def _consent_within(entry: Entry, person: Person, author: str) -> None:
    for consent in [entry["consent"]] if isinstance(entry.get("consent"), Entry) else entry.entries("consent"):
        give_consent(person, consent_entry(consent), author)


def person_entry(entry: Entry) -> PersonEntry:
    """What a sheet says of one person."""
    entry.only(PERSON_KEYS)
    facts: dict[str, str | bool | list[str]] = {key: entry.text(key) for key in TEXTS if key in entry}
    facts |= {key: entry.flag(key) for key in FLAGS if key in entry}
    facts |= {key: entry.texts(key) for key in LISTS if key in entry}
    return PersonEntry(
        facts=facts,
        names=[_name(each, entry) for each in _listed(entry, "names")],
        contacts=[
            ContactEntry(each.needed("kind", "phone"), each.needed("text", "the number or address"))
            for each in entry.entries("contacts")
        ],
        relations=[
            RelationEntry(each.needed("kind", "works_at"), each.needed("other", "a pseudonym"), each.text("date"))
            for each in entry.entries("relations")
        ],
        pseudonym=entry.text("pseudonym"),
    )


def _listed(entry: Entry, key: str) -> list[str | Entry]:
    value = entry.get(key)
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]


def _name(name: str | Entry, entry: Entry) -> NameEntry:
    if not name:
        raise entry.fault("a name here says nothing. Write it out, or take it away.", "names")
    if isinstance(name, str):
        return NameEntry(name.strip())
    if not isinstance(name, Entry):
        raise entry.fault('"names" should be a list of names.', "names")
    name.only(NAME_KEYS)
    return NameEntry(
        name.needed("text", "the name as the family writes it"),
        name.text("kind", "official"),
        name.text("language"),
        name.text("script"),
        name.flag("public"),
    )


def consent_entry(entry: Entry) -> ConsentEntry:
    """What a sheet says of one consent; `allows` is item → audiences."""
    entry.only(CONSENT_KEYS)
    allows = entry.get("allows")
    if not isinstance(allows, Entry):
        raise entry.fault("allows: say which item may go to whom, such as pseudonym: [team, public].", "allows")
    given_on = entry.day("given_on")
    if given_on is None:
        raise entry.fault('"given_on" is missing: the day on which they were asked, such as 2026-11-03.')
    _known(allows)
    return ConsentEntry(
        given_on=given_on,
        how=entry.needed("how", "written"),
        asked_by=entry.needed("asked_by", "interviewer-1"),
        allows={item: allows.texts(item) for item in allows},
        read_back=entry.flag("read_back"),
        expires=entry.day("expires"),
    )


def _known(allows: Entry) -> None:
    """Each item and each audience by its own line."""
    allows.only(codes("consent_item"))
    for item in allows:
        for audience in allows.texts(item):
            if audience not in codes("audience"):
                raise allows.fault(f"{repeated(audience)} is no audience; {nearest(audience, codes('audience'))}", item)
