"""Forgetting a list at the command line: what will go is said first, and searched for afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from valoshka.cli.casework import counted
from valoshka.cli.matches_telling import moment
from valoshka.cli.watch_asking import wait_for_the_word
from valoshka.cli.watch_erasing import StillThere
from valoshka.documents.unreadable import shown

if TYPE_CHECKING:
    from valoshka.casebook.identities.models import KeptList
    from valoshka.casebook.opening import Casebook
    from valoshka.casebook.tasks.erasing import Proof
    from valoshka.casebook.tasks.tracing.forgetting import ListPlan

FORGET = "forget"


def forget(casebook: Casebook, which: str, author: str) -> None:
    """Forget the list `which` (its id or its file's name), once the word is typed."""
    from valoshka.casebook.tasks.tracing.forgetting import forget_list, plan_list
    from valoshka.casebook.tasks.tracing.lists import find_list

    kept = find_list(which)
    _announce(kept, plan_list(kept))
    wait_for_the_word(FORGET)
    _report(forget_list(kept, casebook, author))


def _announce(kept: KeptList, plan: ListPlan) -> None:
    click.echo(f"What will be forgotten: the list {shown(kept.file_name)} ({kept.id}), read {moment(kept.read_at)},")
    hits = counted(plan.hits, "likeness", "likenesses")
    click.echo(f"  {counted(plan.rows, 'row')}, {hits} in it, {counted(plan.decisions, 'decision')} about them.")
    if plan.answered:
        click.echo(f"A row of it is confirmed for these searches, which lose it: {', '.join(plan.answered)}.")
    click.echo("What stays: its random id in the audit log. Searches stay open, and no longer count it as searched.")
    click.echo("Older backups, and copies on other machines, hold it until they expire or you delete them.")


def _report(proof: Proof) -> None:
    if proof.residue:
        raise StillThere("Forgotten, but something is left, in: " + "; ".join(each.where for each in proof.residue))
    if proof.searched_for:
        rows = counted(proof.searched_for, "row of it was", "rows of it were")
        click.echo(f"Forgotten. {rows} searched for in every row of both stores and every file: none is left.")
    else:
        click.echo("Forgotten. Its rows are short or stand in other lists too, so that none could be searched for.")
    click.echo("Now make a new backup and delete the old ones: they still hold what was forgotten.")
