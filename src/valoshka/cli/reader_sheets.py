"""What `valoshka check` needs for the jigsaw: a table of populations, and a sheet for a second reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.disclosure.channels import channels
from valoshka.disclosure.jigsaw.populations import load_populations
from valoshka.disclosure.jigsaw.reader_sheet import reader_sheet
from valoshka.disclosure.unseen import SEEN
from valoshka.documents import Unreadable, read_bytes
from valoshka.documents.opening import bytes_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from valoshka.disclosure.jigsaw.populations import Populations
    from valoshka.disclosure.lookout import Lookout

BESIDE = "populations.csv"


def populations_given(given: Path | None, casebook: Path | None) -> Populations | None:
    """The table at `given`, or the one that lies beside the casebook; `None` if there is none.

    Raises `Refused` (exit code 2) with the line that is at fault.
    """
    beside = casebook.resolve().parent / BESIDE if casebook is not None else None
    if given is None and beside is not None and beside.is_file():
        given = beside
    return load_populations(given) if given is not None else None


def sheet_for(files: Sequence[Path], lookout: Lookout, language: str) -> str:
    """The sheet for what a reader of `files` sees. Raises `Refused` for a file that cannot be read."""
    return reader_sheet([(path.name, _seen(path)) for path in files], lookout, language)


def _seen(path: Path) -> str:
    untrusted = bytes_of(path)
    try:
        return read_bytes(untrusted, path.name).text
    except Unreadable:
        # A page, say: what `check` reads and `text` does not.
        found = channels(path.name, untrusted)
        return "\n\n".join(channel.text for channel in found if channel.kind in SEEN and not channel.guessed)
