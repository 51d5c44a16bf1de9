"""The people of a casebook, and the lists that it keeps, as lists to be searched."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import click

from valoshka.cli.casework import printable, unlocked
from valoshka.cli.tracing_progress import Counting
from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from valoshka.tracing import DetaineeList


def lists_of(
    case: Path, given: Sequence[Path], passphrase_file: Path | None, own_file: Path | None
) -> list[DetaineeList]:
    """Everybody in the casebook at `case` who has a name, and the rows of its lists; the passphrase is asked for.

    A kept list whose file is among those `given` is left to them. Raises `Refused`: a wrong passphrase, identities that
    are detached or locked, a casebook without names.
    """
    from valoshka.casebook.tasks.tracing.lists_in import lists_in

    with (
        unlocked(case, passphrase_file, own_file) as casebook,
        Counting(f"Reading {case.name}", "rows of its lists") as counting,
    ):
        found = lists_in(casebook, counting.tell)
        twice = _given_too(given)
    if not any(map(len, found)):
        raise Refused(
            f"{case.name} was not searched: it names nobody yet. Add a person (valoshka person CASE add) or keep "
            "a list (valoshka trace matches CASE LIST)."
        )
    for file, _ in sorted(twice):
        click.echo(f"{printable(file)} is kept in {case.name} too; it is searched once, as you gave it.", err=True)
    return [each for each in found if (each.file, each.read) not in twice]


def _given_too(given: Sequence[Path]) -> set[tuple[str, datetime]]:
    """The file names and hours of reading of those kept lists whose very bytes are in a file that is `given`."""
    from valoshka.casebook.tasks.tracing.lists import known_list, sha256_of

    found = set()
    for path in given:
        with suppress(Refused):  # what cannot be read is told when it is read
            if known := known_list(sha256_of(path)):
                found.add((known.file_name, known.read_at))
    return found
