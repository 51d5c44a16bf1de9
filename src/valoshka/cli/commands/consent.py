"""`valoshka consent`: what of a person may go to whom. What nobody said yes to is a no."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import click

from valoshka.cli.asking import ask_code, ask_flag, ask_list, ask_until, asked_person
from valoshka.cli.casework import by_option, counted, on_casebook, sheet_at, sheet_option
from valoshka.errors import Refused

if TYPE_CHECKING:
    from pathlib import Path

    from valoshka.casebook.opening import Casebook
    from valoshka.casebook.records.models import Person
    from valoshka.casebook.tasks.consents import ConsentEntry


@click.command()
@on_casebook
@click.argument("deed", type=click.Choice(["add", "show", "edit", "list"]), metavar="add|show|edit|list")
@click.argument("who", required=False)
@sheet_option
@by_option
def command(casebook: Casebook, deed: str, who: str | None, sheet: Path | None, author: str) -> None:
    """Record, show or list consent in CASE. WHO is a pseudonym or an id.

    Consent is asked again before each release: add records another answer, edit replaces what stands by a new one.
    To take consent back, use valoshka withdraw.
    """
    from valoshka.casebook.tasks.consents import give_consent, replace_consent
    from valoshka.casebook.tasks.person_sheets import take_consents

    if sheet is not None and deed in {"add", "edit"}:
        taken = take_consents(sheet_at(sheet), replace=deed == "edit", author=author)
        click.echo(f"{counted(len(taken), 'consent')} recorded.")
    elif deed == "list":
        _list()
    elif deed == "show":
        _show(asked_person(who))
    else:
        person = asked_person(who)
        give = replace_consent if deed == "edit" else give_consent
        give(person, _asked_entry(), author)
        _show(person)


def _asked_entry() -> ConsentEntry:
    from valoshka.casebook.records.vocabulary import codes
    from valoshka.casebook.tasks.authors import author_code
    from valoshka.casebook.tasks.consents import ConsentEntry

    given_on = _asked_day()
    how = ask_code("How (a code; ? lists them)", "spoken", "consent_means")
    asked_by = ask_until("Asked by (a code such as interviewer-1)", "interviewer-1", author_code) or "interviewer-1"
    read_back = ask_flag("Was it read back to them", False)
    expires = _asked_end(given_on)
    click.echo(f"To whom may each go? Codes with commas: {', '.join(codes('audience'))}. Empty: nobody.", err=True)
    allows = {item: ask_list(f"  {item}", [], codes("audience")) for item in codes("consent_item")}
    return ConsentEntry(given_on, how, asked_by, allows, read_back, expires)


def _asked_day() -> datetime.date:
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    return _day(ask_until("Asked on", today, _day) or today)


def _asked_end(given_on: datetime.date) -> datetime.date | None:
    def later(written: str) -> None:
        if _day(written) <= given_on:
            raise Refused(f"The consent was given on {given_on}; write a later day, or leave it open.")

    written = ask_until("Expires on (empty: open)", "", later)
    return _day(written) if written else None


def _day(written: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(written)
    except ValueError as error:
        raise Refused("Write a day such as 2026-11-30.") from error


def _show(person: Person) -> None:
    from valoshka.casebook.records.models import Permission
    from valoshka.casebook.tasks.consents import consent_matrix
    from valoshka.casebook.tasks.naming import stand_ins

    click.echo(f"{stand_ins()[person.id]} ({person.id})")
    if person.veto:
        click.echo("  veto: nothing is published, whatever stands below")
    matrix = consent_matrix(person)
    for item, audiences in matrix.items():
        click.echo(f"  {item}: {', '.join(sorted(audiences))}")
    if not matrix:
        click.echo("  nothing may go to anybody")
    for consent in person.consents.order_by("given_on", "id"):
        until = f", until {consent.expires}" if consent.expires else ""
        back = Permission.objects.filter(consent=consent).exclude(withdrawn_on=None).count()
        withdrawn = f"; {counted(back, 'answer')} withdrawn" if back else ""
        read = "read back" if consent.read_back else "not read back"
        click.echo(f"  asked {consent.given_on} by {consent.asked_by}, {consent.how}, {read}{until}{withdrawn}")


def _list() -> None:
    from valoshka.casebook.records.models import Person
    from valoshka.casebook.tasks.consents import consent_matrix
    from valoshka.casebook.tasks.naming import stand_ins

    standing = stand_ins()
    if not standing:
        click.echo("Nobody is recorded yet. Add somebody: valoshka person CASE add")
    for person in Person.objects.order_by("third_person", "id"):
        matrix = consent_matrix(person)
        public = sorted(item for item, audiences in matrix.items() if "public" in audiences)
        told = f"public: {', '.join(public)}" if public else "nothing public"
        state = "third person" if person.third_person else "VETO" if person.veto else told
        click.echo(f"{person.id}  {standing[person.id]}  {state}")
