"""`valoshka review`: the passage first, then the suggestion; a person decides."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from valoshka.cli.casework import by_option, counted, in_words, on_casebook, printable, sheet_at

if TYPE_CHECKING:
    from valoshka.casebook.opening import Casebook
    from valoshka.casebook.records.models import Interview


@click.command()
@on_casebook
@click.option("--interview", "which", metavar="WHICH", help="Only this one: its number, id, or its source's pseudonym.")
@click.option(
    "--decisions", "sheet", type=click.Path(path_type=Path), metavar="FILE|-", help="Take decisions from a YAML sheet."
)
@click.option("--read", "to_read", metavar="WHICH", help="Print an interview's working text, to copy passages from.")
@by_option
def command(casebook: Casebook, which: str | None, sheet: Path | None, to_read: str | None, author: str) -> None:
    """Decide on what was suggested in CASE: accept, correct, reject, move to another story, or make an act by hand.

    You read the passage first; a key shows the suggestion. Every decision is kept at once: quit whenever you like, and
    go on where you stopped. Suggestions that you skip come again.
    """
    from valoshka.casebook.tasks.details import find_interview

    if to_read is not None:
        click.echo(printable(find_interview(to_read).working_text))
        return
    if sheet is not None:
        _take(sheet, author)
        return
    _by_person(find_interview(which) if which else None, author)


def _take(sheet: Path, author: str) -> None:
    from valoshka.casebook.tasks.decision_sheets import take_decisions

    summary = take_decisions(sheet_at(sheet), author)
    click.echo(f"Decisions taken: {in_words(summary.taken) or 'none new'}. {counted(summary.acts, 'act')} made.")
    if summary.before:
        click.echo(f"{counted(summary.before, 'decision')} had been taken before; nothing changed there.")
    _still_waiting()


def _by_person(interview: Interview | None, author: str) -> None:
    from valoshka.casebook.tasks.reviewing import waiting
    from valoshka.cli.review_talk import Talk

    proposals = list(waiting(interview))
    if not proposals:
        click.echo("Nothing waits. Suggest acts: valoshka propose CASE. By hand: valoshka review CASE --interview N.")
    talk = Talk(author, total=len(proposals))
    if proposals:
        talk.over(proposals)
    elif interview is not None:
        talk.by_hand(interview)
    click.echo(talk.summary())
    _still_waiting()


def _still_waiting() -> None:
    from valoshka.casebook.tasks.reviewing import waiting

    click.echo(f"{counted(waiting().count(), 'suggestion')} still waiting.")
