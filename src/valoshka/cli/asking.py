"""Questions at a prompt. Questions go to standard error, so that a script's output stays clean."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from valoshka.casebook.records.models import Person


def ask_text(question: str, now: str) -> str:
    """One line; an empty answer keeps `now`, and "-" takes it away."""
    given: str = click.prompt(question, default=now, show_default=bool(now), err=True)
    return "" if given.strip() == "-" else given.strip()


def ask_flag(question: str, now: bool) -> bool:
    """Yes or no; an empty answer keeps `now`."""
    return click.confirm(question, default=now, err=True)


def ask_list(question: str, now: Sequence[str], known: Collection[str]) -> list[str]:
    """Codes with commas between them; asked again, with the nearest ones, until all are known."""
    from valoshka.casebook.records.vocabulary import nearest

    while True:
        given = [code.strip() for code in ask_text(question, ", ".join(now)).split(",") if code.strip()]
        unknown = [code for code in given if code not in known]
        if not unknown:
            return given
        click.echo(f'"{unknown[0]}" is not known here; {nearest(unknown[0], known)}', err=True)


def asked_person(who: str | None) -> Person:
    """The person with this id or pseudonym, asked for if it was not given. Raises `Refused` if there is none."""
    from valoshka.casebook.tasks.people import find_person

    who = who or ask_text("Whom (pseudonym or id)", "")
    if not who:
        raise Refused("Say whom: a pseudonym or an id from valoshka person CASE list.")
    return find_person(who)
