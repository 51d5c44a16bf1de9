"""Erasing a search at the command line: what will go is said first, and searched for afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

import click

from valoshka.cli.asking import ask_choice
from valoshka.cli.casework import counted
from valoshka.cli.watch_asking import wait_for_the_word
from valoshka.errors import Refused

if TYPE_CHECKING:
    from valoshka.casebook.opening import Casebook
    from valoshka.casebook.tasks.erasing import Proof
    from valoshka.casebook.tasks.tracing.forgetting import SearchPlan

Rows = Literal["black-out", "keep"]
ERASE = "erase"
CHOICES: tuple[Rows, Rows] = ("black-out", "keep")


class StillThere(Refused):
    """The search after erasing found something."""

    exit_code = 3


def erase_sought(casebook: Casebook, which: str, rows: Rows | None, author: str) -> None:
    """Erase the search `which` (its id or reference); `rows` that were confirmed are asked about if it is `None`."""
    from valoshka.casebook.tasks.tracing.forgetting import erase_search, plan_search
    from valoshka.casebook.tasks.tracing.searches import find_search

    search = find_search(which)
    plan = plan_search(search)
    if rows == "black-out":
        plan.refuse_black_out()
    _announce(plan)
    wanted = _asked_rows(plan, rows)
    wait_for_the_word(ERASE)
    _report(erase_search(search, casebook, rows=wanted, author=author))


def _announce(plan: SearchPlan) -> None:
    click.echo(f"What will be erased: search {plan.search}, with every name it asked for, who asked, and its history;")
    click.echo(f"  {counted(plan.hits, 'likeness', 'likenesses')}, {counted(plan.decisions, 'decision')} about them.")
    click.echo("What stays: random ids in the audit log; rows of kept lists, which tell of whoever stands there.")
    click.echo("Older backups, and copies on other machines, hold it until they expire or you delete them.")


def _asked_rows(plan: SearchPlan, rows: Rows | None) -> Rows:
    if not plan.confirmed_rows or rows:
        return rows or "keep"
    number = counted(len(plan.confirmed_rows), "row of a kept list was", "rows of kept lists were")
    click.echo(f"{number} confirmed to be this person.")
    if plan.others:
        click.echo(f"Kept, because they answer, or may answer, another search too: {', '.join(plan.others)}.")
        return "keep"
    return cast("Rows", ask_choice("Black them out too, or keep them", CHOICES))


def _report(proof: Proof) -> None:
    if proof.residue:
        places = "".join(f"\n  {each.where}" for each in proof.residue)
        raise StillThere(f"Erased, but the search found something left, in:{places}\nErase or edit what stands there.")
    if proof.searched_for:
        click.echo(
            f"Erased. {counted(proof.searched_for, 'name or sentence', 'names and sentences')} searched for in every "
            "row of both stores and in every file of the casebook: none found."
        )
    else:
        click.echo("Erased. That nothing is left could not be searched for: its names stand elsewhere too.")
    if proof.look_at:
        click.echo(f"A name of it stands elsewhere too, and stays: {', '.join(each.where for each in proof.look_at)}.")
    click.echo("Now make a new backup and delete the old ones: they still hold what was erased.")
