"""Searches that may be for a person of the casebook, though nobody tied them: erasing and withdrawing reach none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from valoshka.cli.casework import counted

if TYPE_CHECKING:
    from valoshka.casebook.records.models import Person


def tell_untied(person: Person) -> None:
    """Say which searches ask for a name like theirs and are tied to nobody, if there are any."""
    from valoshka.casebook.tasks.tracing.sought_people import searches_alike

    alike = searches_alike(person)
    if not alike:
        return
    number = counted(len(alike), "search asks", "searches ask")
    click.echo(
        f"{number} for a name like theirs, tied to nobody here; this does not reach that: "
        f"{', '.join(each.id for each in alike)}.\n"
        "It may be for a namesake: read it (valoshka trace watch CASE --list --all --names) and speak with whoever "
        "asked. If it is for them: valoshka erase CASE --search ID"
    )
