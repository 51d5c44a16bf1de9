"""`valoshka reader`: what a second reader answered is kept with the release."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from valoshka.cli.casework import on_casebook

if TYPE_CHECKING:
    from valoshka.casebook.opening import Casebook

_NEXT = {
    "nobody": "Nobody was named by this reader; others may know more.",
    "guess": "A guess is a doubt: ask which facts led to it, say them less exactly, build the briefing again.",
    "named": "The teller can be recognised. Say less, and build it again. If this one is out, tell the person, "
    "take it down, and remember that copies stay.",
}


@click.command()
@on_casebook
@click.argument("release")
@click.option(
    "--answer",
    type=click.Choice(["nobody", "guess", "named"]),
    required=True,
    help="Whom the reader could name: nobody, a guess, or the teller.",
)
@click.option(
    "--by-fact", "facts", multiple=True, metavar="KIND", help="By what: town, dismissal ... (again for more)."
)
@click.option("--by", "reader", required=True, metavar="CODE", help="Who read it: a code, never a name.")
def command(casebook: Casebook, release: str, answer: str, facts: tuple[str, ...], reader: str) -> None:
    """Keep in CASE what a second reader answered who tried to name the teller of RELEASE (an id that `brief` printed).

    The sheet for the reader: valoshka check FILE... --casebook CASE --reader-sheet. No name is kept, only the answer.
    """
    from valoshka.casebook.tasks.second_readings import record_reading

    kept = record_reading(release, answer, reader, facts)
    click.echo(f"Kept with release {kept.id}. {_NEXT[answer]}")
