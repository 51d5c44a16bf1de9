"""`valoshka trace watch` and `valoshka trace matches`: searches kept open, and the lists that are held against them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from valoshka.cli.casework import by_option, on_casebook
from valoshka.errors import Refused

if TYPE_CHECKING:
    from valoshka.casebook.opening import Casebook

ROWS = ("black-out", "keep")
WATCH_DEEDS = ("sheet", "listing", "edit", "closing", "reopening", "erasing")


@click.command()
@on_casebook
@click.option(
    "--from",
    "sheet",
    type=click.Path(path_type=Path),
    metavar="FILE|-",
    help="Many at once from csv, xlsx or ods: the whole sheet is taken, or nothing of it; no search twice.",
)
@click.option("--person", "who", metavar="WHO", help="Who is sought is this person of CASE (a pseudonym or an id).")
@click.option("--list", "listing", is_flag=True, help="List the searches; closed ones too with --all.")
@click.option("--all", "closed_too", is_flag=True, help="With --list: closed searches too.")
@click.option("--names", is_flag=True, help="With --list: show names too. Your terminal may keep them in its history.")
@click.option("--edit", metavar="ID", help="Change what a search asks for; it is compared anew.")
@click.option("--close", "closing", metavar="ID", help="Close a search; you are asked why.")
@click.option("--reopen", "reopening", metavar="ID", help="Open it again: the lists that came meanwhile are searched.")
@click.option("--erase", "erasing", metavar="ID", help="Erase a search for good, as when whoever asked takes it back.")
@click.option("--rows", type=click.Choice(ROWS), help="With --erase: the rows that were confirmed to be the person.")
@click.option("--json", "as_json", is_flag=True, help="For scripts: with --list every field, else the id.")
@by_option
def watch(casebook: Casebook, **given: object) -> None:
    """Keep a search open in CASE: "tell me when a list brings someone like this".

    Asks for what the family knows; empty answers are fine. A script writes the answers to standard input, one a line:
    (1) the name, (2) other spellings, one a line, then an empty line, (3) birth, (4) the day they were last seen,
    (5) the place, (6) who asks, (7) a note. ID is the id of a search,
    or the helpline's own reference. Every search is held against all lists that CASE keeps; see valoshka trace matches.
    """
    from valoshka.casebook.tasks.stores import need_identities
    from valoshka.casebook.tasks.tracing.searches import TRACING
    from valoshka.cli.watch_deeds import Watching

    need_identities(TRACING)
    _only_one(given, WATCH_DEEDS)
    if given["who"] and any(given[deed] for deed in WATCH_DEEDS):
        raise Refused("--person goes with a new search only. Nothing was done.")
    Watching(casebook, **given).do()  # type: ignore[arg-type]  # click gives what the options say


@click.command()
@on_casebook
@click.argument("lists", nargs=-1, type=click.Path(path_type=Path), metavar="[LIST]...")
@click.option("--search", "which", metavar="ID", help="Only this search.")
@click.option("--all", "decided_too", is_flag=True, help="Show what was decided already, too.")
@click.option("--limit", type=click.IntRange(min=0), default=50, show_default=True, help="Likenesses shown; 0: all.")
@click.option("--confirm", multiple=True, metavar="HIT", help="This row is the person who is sought.")
@click.option("--not-them", multiple=True, metavar="HIT", help="It is somebody else; this row is not shown again.")
@click.option("--later", multiple=True, metavar="HIT", help="Leave it undecided, or take a decision back.")
@click.option("--lists", "listing", is_flag=True, help="Show the lists that CASE keeps.")
@click.option("--forget", "forgetting", metavar="LIST", help="Forget a list whole: its id, or its file's name.")
@click.option(
    "--name-column",
    multiple=True,
    metavar="COLUMN",
    help="A column that holds the names, by heading or number; several are joined.",
)
@click.option("--json", "as_json", is_flag=True, help="For scripts: one object with hits, coverage and lists.")
@by_option
def matches(casebook: Casebook, **given: object) -> None:
    """Hold new lists (csv, xlsx, xls, ods, txt) and those in CASE against every open search, and show who is like whom.

    Each row stays in CASE, sealed, with its file, page and line; the same file again changes nothing. Nobody is found
    by this: a person decides, with --confirm, --not-them or --later, and a later decision takes an earlier one back.
    It can be stopped at any time (Ctrl-C) and goes on where it was.
    """
    from valoshka.casebook.tasks.stores import need_identities
    from valoshka.casebook.tasks.tracing.searches import TRACING
    from valoshka.cli.matches_deeds import Matching

    need_identities(TRACING)
    deciding = any(given[deed] for deed in ("confirm", "not_them", "later"))
    _only_one({**given, "deciding": deciding}, ("lists", "deciding", "listing", "forgetting"))
    Matching(casebook, **given).do()  # type: ignore[arg-type]  # click gives what the options say


def _only_one(given: dict[str, object], deeds: tuple[str, ...]) -> None:
    wanted = [deed for deed in deeds if given[deed]]
    if len(wanted) > 1:
        raise Refused("That asks for two things at once. Do one after the other. Nothing was done.")
