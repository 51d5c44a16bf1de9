"""The people of a casebook, and the lists that it keeps, as lists to be searched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.cli.casework import unlocked
from valoshka.cli.tracing_progress import Counting
from valoshka.errors import Refused

if TYPE_CHECKING:
    from pathlib import Path

    from valoshka.tracing import DetaineeList


def lists_of(case: Path, passphrase_file: Path | None, own_file: Path | None) -> list[DetaineeList]:
    """Everybody in the casebook at `case` who has a name, and the rows of its lists; the passphrase is asked for.

    Raises `Refused`: a wrong passphrase, identities that are detached or locked, a casebook without names.
    """
    from valoshka.casebook.tasks.tracing.lists_in import lists_in

    with (
        unlocked(case, passphrase_file, own_file) as casebook,
        Counting(f"Reading {case.name}", "rows of its lists") as counting,
    ):
        found = lists_in(casebook, counting.tell)
    if not any(map(len, found)):
        raise Refused(
            f"{case.name} was not searched: it names nobody yet. Add a person (valoshka person CASE add) or keep "
            "a list (valoshka trace matches CASE LIST)."
        )
    return found
