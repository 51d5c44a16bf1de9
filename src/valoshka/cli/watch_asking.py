"""Asking for a search: at a prompt, or a line an answer from standard input. Never from arguments: shells keep them."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

import click

from valoshka.cli.asking import ask_text
from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from valoshka.casebook.tasks.tracing.sought import Sought

QUESTIONS = {
    "born": "Born (1982, 12.03.1982, about 1982: 1982~, between: 1980..1984)",
    "last_seen": "Last seen on (12.08.2020, 2020-08 ...)",
    "last_place": "Last seen where",
    "asked_by": "Who asks, and how to reach them (may stay empty)",
    "note": "Note",
}
DATES = ("born", "last_seen")


def asked_sought(now: Sought) -> Sought:
    """What the family says, checked; `now` is what stands there already. Raises `Refused`."""
    from valoshka.casebook.tasks.tracing.sought import Sought, fit_date, fit_name, fit_text

    if at_a_terminal():
        click.echo("An empty answer leaves it open, or as it is; - takes it away.", err=True)
    name = answer("Name of the person who is sought, as the family writes it", now.name, fit_name)
    others = _other_names(now.other_names)
    said = {}
    for field, question in QUESTIONS.items():
        check = fit_date if field in DATES else fit_text
        said[field] = answer(question, getattr(now, field), partial(check, field=field))
    return Sought(name=name, other_names=others, reference=now.reference, **said).checked()


def _other_names(now: tuple[str, ...]) -> tuple[str, ...]:
    from valoshka.casebook.tasks.tracing.sought import fit_name

    names = list(now)
    while name := answer("Another name or spelling (empty: no more)", "", partial(fit_name, field="other_names")):
        names.append(name)
    return tuple(names)


def answer(question: str, now: str, check: Callable[[str], object]) -> str:
    """One line that `check` does not refuse. At a terminal it is asked again till then; a script gets the refusal.

    The end of standard input answers every further question with nothing, so that a name alone is enough.
    """
    if not at_a_terminal():
        said = sys.stdin.readline().strip()
        given = "" if said == "-" else said or now
        check(given) if given else None
        return given
    while True:
        given = ask_text(question, now)
        try:
            check(given) if given else None
        except Refused as refusal:
            click.echo(str(refusal), err=True)
        else:
            return given


def at_a_terminal() -> bool:
    """Whether somebody sits there to be asked again."""
    return sys.stdin.isatty()


def wait_for_the_word(word: str) -> None:
    """Go on only if `word` is typed. Raises `Refused`."""
    click.echo(f'This cannot be undone. Type "{word}" to go on: ', nl=False, err=True)
    if sys.stdin.readline().strip().casefold() != word:
        raise Refused("Nothing was done.")
