"""`valoshka person`: who the people of a casebook are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from valoshka.cli.asking import ask_code, ask_flag, ask_list, ask_text, ask_until, asked_person
from valoshka.cli.casework import by_option, counted, on_casebook, sheet_at, sheet_option
from valoshka.errors import Refused

if TYPE_CHECKING:
    from pathlib import Path

    from valoshka.casebook.opening import Casebook
    from valoshka.casebook.records.models import Person
    from valoshka.casebook.tasks.people import ContactEntry, NameEntry, PersonEntry

QUESTIONS = {
    "profession": "Profession, as a publication would say it",
    "specialty": "Specialty",
    "workplace": "Workplace",
    "town": "Town",
    "born": "Born (1985, 1985~, 1985-04 ...)",
}


@click.command()
@on_casebook
@click.argument("deed", type=click.Choice(["add", "show", "edit", "list"]), metavar="add|show|edit|list")
@click.argument("who", required=False)
@sheet_option
@click.option("--names", is_flag=True, help="Show real names too. Your terminal may keep them in its history.")
@by_option
def command(casebook: Casebook, deed: str, who: str | None, sheet: Path | None, names: bool, author: str) -> None:
    """Add, show, change or list the people of CASE. WHO is a pseudonym or an id; real names are asked for.

    Patients, cellmates, colleagues and children are people too: add them as third persons, even without a name.
    """
    if sheet is not None and deed in {"add", "edit"}:
        from valoshka.casebook.tasks.person_sheets import take_people

        people = take_people(sheet_at(sheet), edit=deed == "edit", author=author)
        click.echo(f"{counted(len(people), 'person', 'people')} {'changed' if deed == 'edit' else 'added'}.")
        return
    if deed == "list":
        _list(names)
    elif deed == "show":
        _show(asked_person(who), names)
    else:
        _enter(asked_person(who) if deed == "edit" else None, author)


def _enter(person: Person | None, author: str) -> None:
    from valoshka.casebook.tasks.naming import stand_ins
    from valoshka.casebook.tasks.people import add_person, edit_person

    entry = _asked_entry(person)
    if person is None and not (entry.names or entry.contacts or entry.pseudonym or any(entry.facts.values())):
        raise Refused("Nothing was said of this person, so nobody was added. Give a pseudonym at least.")
    kept = edit_person(person, entry, author) if person else add_person(entry, author)
    click.echo(f"{kept.id} is kept as {stand_ins()[kept.id]}.")


def _asked_entry(person: Person | None) -> PersonEntry:
    from valoshka.casebook.records.vocabulary import codes
    from valoshka.casebook.tasks.people import PersonEntry
    from valoshka.casebook.tasks.plain_words import plain
    from valoshka.casebook.tasks.pseudonyms import refuse_unfit
    from valoshka.casebook.tasks.stores import identities_open
    from valoshka.terms import edtf

    click.echo("An empty answer leaves it open, or as it is; - takes it away.", err=True)
    pseudonym = ask_until("Pseudonym (a name that is nobody's here)", "", lambda text: refuse_unfit(person, text))
    names = _asked_names(person) if identities_open() else []
    contacts = _asked_contacts() if identities_open() else []
    third = ask_flag("A third person (told of, never asked)", person.third_person if person else False)
    facts: dict[str, str | bool | list[str]] = {"third_person": third}
    for fact, question in QUESTIONS.items():
        now = getattr(person, fact) if person else ""
        facts[fact] = ask_until(question, now, edtf.parse if fact == "born" else plain)
    facts["sex"] = ask_code("Sex (a code; ? lists them)", person.sex if person else "", "sex", optional=True)
    family = ask_text("Family, as a publication would say it, with commas", ", ".join(person.family) if person else "")
    facts["family"] = [each.strip() for each in family.split(",") if each.strip()]
    facts["risk"] = ask_list(f"Risks ({', '.join(codes('risk'))})", person.risk if person else [], codes("risk"))
    facts["veto"] = ask_flag("Veto: publish nothing, whatever the consent", person.veto if person else False)
    return PersonEntry(facts=facts, names=names, contacts=contacts, pseudonym=pseudonym)


def _asked_names(person: Person | None) -> list[NameEntry]:
    from valoshka.casebook.tasks.people import NameEntry, refuse_unfit_name

    names = []
    while name := ask_until(
        "A real name, in any spelling (empty: no more)", "", lambda text: refuse_unfit_name(person, text)
    ):
        public = ask_flag("  May this name stand in a publication (a public figure)", False)
        names.append(NameEntry(name, public=public))
    return names


def _asked_contacts() -> list[ContactEntry]:
    from valoshka.casebook.tasks.people import ContactEntry
    from valoshka.casebook.tasks.plain_words import plain

    contacts = []
    while text := ask_until("A phone, e-mail, handle or number of a paper (empty: no more)", "", plain):
        kind = ask_code("  What is it (a code; ? lists them)", "phone", "contact_kind")
        contacts.append(ContactEntry(kind, text))
    return contacts


def _list(names: bool) -> None:
    from valoshka.casebook.records.models import Person
    from valoshka.casebook.tasks.naming import stand_ins
    from valoshka.casebook.tasks.people import names_of

    standing = stand_ins()
    if not standing:
        click.echo("Nobody is recorded yet. Add somebody: valoshka person CASE add")
    for person in Person.objects.order_by("third_person", "id"):
        kind = "third person" if person.third_person else person.profession or person.kind
        real = "  " + "; ".join(names_of(person)) if names else ""
        click.echo(f"{person.id}  {standing[person.id]}  ({kind}){'  VETO' if person.veto else ''}{real}")


def _show(person: Person, names: bool) -> None:
    from valoshka.casebook.tasks.naming import stand_ins
    from valoshka.casebook.tasks.people import names_of

    click.echo(f"{stand_ins()[person.id]} ({person.id}){', third person' if person.third_person else ''}")
    for fact in (*QUESTIONS, "sex"):
        if value := getattr(person, fact):
            click.echo(f"  {fact}: {value}")
    for fact in ("family", "risk"):
        if value := getattr(person, fact):
            click.echo(f"  {fact}: {', '.join(value)}")
    if person.veto:
        click.echo("  veto: nothing of this person is published")
    click.echo(
        f"  {counted(person.interviews.count(), 'interview')}, {counted(person.acts_suffered.count(), 'act')} suffered"
    )
    if names:
        click.echo(f"  names: {'; '.join(names_of(person)) or 'none'}")
