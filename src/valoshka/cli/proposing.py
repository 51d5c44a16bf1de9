"""`valoshka propose` on a casebook: suggestions are kept there, and wait for a person."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from valoshka.cli.casework import counted, unlocked

if TYPE_CHECKING:
    from pathlib import Path


def propose_in_casebook(
    case: Path, which: str | None, author: str, passphrase_file: Path | None, identities_passphrase_file: Path | None
) -> None:
    """Suggest acts in every interview of the casebook at `case`, or in the one that is meant by `which`."""
    with unlocked(case, passphrase_file, identities_passphrase_file):
        from valoshka.casebook.records.models import Interview
        from valoshka.casebook.tasks.details import find_interview
        from valoshka.casebook.tasks.proposing import propose_acts
        from valoshka.casebook.tasks.reviewing import waiting
        from valoshka.casebook.tasks.stores import casebook_first, identities_open
        from valoshka.casebook.tasks.working_text import rebuild_all

        if identities_open():
            # What was typed while the identities were away is put under pseudonyms before anything quotes it.
            with casebook_first():
                rebuild_all()
        interviews = [find_interview(which)] if which else list(Interview.objects.order_by("number"))
        if not interviews:
            click.echo("There is no interview yet. Import some first: valoshka import CASE FILE...")
            return
        lines = []
        with click.progressbar(interviews, label="Reading", file=sys.stderr) as bar:
            for interview in bar:
                new = propose_acts(interview, author)
                lines.append(f"interview {interview.number}: {counted(new, 'new suggestion')}")
        for line in lines:
            click.echo(line)
        click.echo(f"{counted(waiting().count(), 'suggestion')} waiting. Decide on them: valoshka review CASE")
