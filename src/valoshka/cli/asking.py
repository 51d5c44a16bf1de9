"""Questions at a prompt. Questions go to standard error, so that a script's output stays clean."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from valoshka.casebook.records.models import Person


def ask_text(question: str, now: str) -> str:
    """One line; an empty answer keeps `now`, and "-" takes it away."""
    given: str = click.prompt(question, default=now, show_default=bool(now), err=True)
    return "" if given.strip() == "-" else given.strip()


def ask_flag(question: str, now: bool) -> bool:
    """Yes or no; an empty answer keeps `now`, and anything else is asked again."""
    while True:
        given = ask_text(f"{question} [{'Y/n' if now else 'y/N'}]", "").casefold()
        if given in ("", "y", "yes", "n", "no"):
            return given[:1] == "y" if given else now
        click.echo("Answer y or n; an empty answer takes the capital one.", err=True)


def ask_choice(question: str, choices: Sequence[str]) -> str:
    """One of `choices`, in capitals or not; anything else is asked again."""
    while True:
        given = ask_text(f"{question} ({' or '.join(choices)})", "").casefold()
        if given in choices:
            return given
        click.echo(f"Type {' or '.join(choices)}.", err=True)


def ask_list(question: str, now: Sequence[str], known: Collection[str]) -> list[str]:
    """Codes with commas between them; asked again, with the nearest ones, until all are known."""
    from valoshka.casebook.records.vocabulary import nearest

    while True:
        given = [code.strip() for code in ask_text(question, ", ".join(now)).split(",") if code.strip()]
        unknown = [code for code in given if code not in known]
        if not unknown:
            return given
        click.echo(f'"{unknown[0]}" is not known here; {nearest(unknown[0], known)}', err=True)


def ask_code(question: str, now: str, vocabulary: str, *, optional: bool = False) -> str:
    """One code of `vocabulary`; "?" lists them all with their meanings, and what is not known is asked again."""
    from valoshka.casebook.records.vocabulary import codes, meanings, nearest

    while True:
        given = ask_text(question, now)
        if given in codes(vocabulary) or (optional and not given):
            return given
        if given == "?":
            for code, meaning in meanings(vocabulary).items():
                click.echo(f"    {code}: {meaning}", err=True)
        elif not given:
            click.echo("This cannot stay empty; ? lists the codes.", err=True)
        else:
            click.echo(f'"{given}" is not known here; {nearest(given, codes(vocabulary))} ? lists the codes.', err=True)


def ask_until(question: str, now: str, check: Callable[[str], object]) -> str:
    """One line that `check` does not refuse; an empty one, and `now` itself, are not checked. Asked again till then."""
    while True:
        given = ask_text(question, now)
        if not given or given == now:
            return given
        try:
            check(given)
        except Refused as refusal:
            click.echo(str(refusal), err=True)
        else:
            return given


def asked_person(who: str | None) -> Person:
    """The person with this id or pseudonym, asked for if it was not given. Raises `Refused` if there is none."""
    from valoshka.casebook.tasks.people import find_person

    who = who or ask_text("Whom (pseudonym or id)", "")
    if not who:
        raise Refused("Say whom: a pseudonym or an id from valoshka person CASE list.")
    return find_person(who)
