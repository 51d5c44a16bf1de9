"""`valoshka pseudonym`: the names that protect, and the words that may be names of nobody known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from valoshka.cli.asking import ask_text, asked_person
from valoshka.cli.casework import by_option, counted, on_casebook, printable, sheet_at, sheet_option

if TYPE_CHECKING:
    from pathlib import Path

    from valoshka.casebook.opening import Casebook
    from valoshka.casebook.records.models import Person


@click.command()
@on_casebook
@click.argument("deed", type=click.Choice(["add", "show", "edit", "list"]), metavar="add|show|edit|list")
@click.argument("who", required=False)
@sheet_option
@click.option("--offered", is_flag=True, help="List words that may be names of people nobody knows, with passages.")
@by_option
def command(casebook: Casebook, deed: str, who: str | None, sheet: Path | None, offered: bool, author: str) -> None:
    """Give, show or list pseudonyms in CASE. WHO is an id, or the pseudonym borne so far.

    A new pseudonym takes the place of the old one in every working text; marks and decisions stay where they are.
    One pseudonym a release: used again, it lets a reader join the stories.
    """
    if sheet is not None and deed in {"add", "edit"}:
        from valoshka.casebook.tasks.person_sheets import take_pseudonyms

        people = take_pseudonyms(sheet_at(sheet), author)
        click.echo(f"{counted(len(people), 'pseudonym')} given.")
    elif deed == "list":
        _offer() if offered else _list()
    elif deed == "show":
        _show(asked_person(who))
    else:
        _give(asked_person(who), author)


def _give(person: Person, author: str) -> None:
    from valoshka.casebook.tasks.pseudonyms import give_pseudonym, reuse_warning

    given = give_pseudonym(person, ask_text("New pseudonym", ""), author)
    click.echo(f'{person.id} is called "{given.text}" from now on, in every working text.')
    if warning := reuse_warning(person):
        click.echo(warning, err=True)


def _list() -> None:
    from valoshka.casebook.records.models import Person
    from valoshka.casebook.tasks.naming import stand_ins
    from valoshka.casebook.tasks.pseudonyms import current_pseudonym, reuse_warning

    standing = stand_ins()
    if not standing:
        click.echo("Nobody is recorded yet. Add somebody: valoshka person CASE add")
    for person in Person.objects.order_by("id"):
        mark = "" if current_pseudonym(person) else "  (no pseudonym yet)"
        used = "  used in a release: give a new one before the next" if reuse_warning(person) else ""
        click.echo(f"{person.id}  {standing[person.id]}{mark}{used}")


def _show(person: Person) -> None:
    from valoshka.casebook.records.models import ReleaseUse

    for pseudonym in person.pseudonyms.order_by("since"):
        used = (
            ReleaseUse.objects.filter(person=person.id, pseudonym=pseudonym.text).values("release").distinct().count()
        )
        now = "now" if pseudonym.current else "before"
        click.echo(f"{pseudonym.text}  {now}, since {pseudonym.since:%Y-%m-%d}, in {counted(used, 'release')}")
    if not person.pseudonyms.exists():
        click.echo("No pseudonym yet. Give one: valoshka pseudonym CASE add")


def _offer() -> None:
    from valoshka.casebook.tasks.offered_names import offered_everywhere

    offered = offered_everywhere()
    for interview, names in offered:
        click.echo(f"Interview {interview.number}")
        for name in names:
            click.echo(f"  {name.words} ({counted(name.times, 'time')}): … {printable(name.passage)} …")
    if offered:
        click.echo("Is one of them a person? Add them, third persons too: valoshka person CASE add")
    else:
        click.echo("No word stands out as a name that this casebook does not know. Read the texts all the same.")
