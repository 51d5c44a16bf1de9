"""What the commands that work in a casebook share: opening it, saying who works, reading a sheet."""

from __future__ import annotations

import functools
import re
import sys
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from valoshka.cli.own_passphrase import ask_own, own_passphrase_option
from valoshka.cli.passphrase import ask, passphrase_option
from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from valoshka.casebook.opening import Casebook
    from valoshka.casebook.tasks.sheets import Entry

F = TypeVar("F", bound=Callable[..., Any])
STANDARD_INPUT = Path("-")

by_option = click.option(
    "--by", "author", default="owner", metavar="CODE", help='Who works: a code such as "coder-1", never a name.'
)
sheet_option = click.option(
    "--from",
    "sheet",
    type=click.Path(path_type=Path),
    metavar="FILE|-",
    help="Read from a YAML sheet (for scripts): the whole sheet is taken, or nothing of it.",
)


def on_casebook(function: F) -> F:
    """Give a command its CASE argument and the passphrase options; `function` gets the open casebook first."""

    @click.argument("case", type=click.Path(path_type=Path))
    @own_passphrase_option
    @passphrase_option
    @functools.wraps(function)
    def command(
        case: Path, passphrase_file: Path | None, identities_passphrase_file: Path | None, **given: object
    ) -> object:
        with unlocked(case, passphrase_file, identities_passphrase_file) as casebook:
            return function(casebook, **given)

    return command  # type: ignore[return-value]


@contextmanager
def unlocked(case: Path, passphrase_file: Path | None, own_file: Path | None) -> Iterator[Casebook]:
    """The open casebook at `case`; a wrong path is said before a passphrase is asked for."""
    from valoshka.casebook.opening import unlock
    from valoshka.casebook.vault.folder import CasebookFolder

    CasebookFolder.at(case).read_keys()
    passphrase = ask(passphrase_file)
    own = ask_own(case, passphrase_file, own_file)
    with unlock(case, passphrase, identities_passphrase=own) as casebook:
        yield casebook


def sheet_at(path: Path) -> Entry:
    """The sheet in a file, or on standard input for "-". Raises `Refused` with the file and the line."""
    from valoshka.casebook.tasks.sheets import BOUNDS, read_sheet

    if path == STANDARD_INPUT:
        return read_sheet(sys.stdin.buffer.read(BOUNDS.largest + 1), "standard input")
    try:
        with path.open("rb") as file:
            return read_sheet(file.read(BOUNDS.largest + 1), path.name)
    except OSError as error:
        raise Refused(f"{path} could not be read ({error.strerror}). Check the path.") from error


# Control characters but tab and line feed, and the marks that turn text round (Unicode UAX #9).
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def printable(told: str) -> str:
    r"""`told` as a terminal may show it: an interview's text can carry codes that move the cursor or hide words.

    >>> printable("She\x1b[2Jsaid\n")
    'She�[2Jsaid\n'
    """
    return _UNSAFE.sub("\ufffd", told)


_DECISIONS = {
    "accept": "accepted",
    "correct": "corrected",
    "reject": "rejected",
    "move": "moved",
    "by_hand": "made by hand",
}


def in_words(decisions: Mapping[str, int]) -> str:
    """How many decisions of each kind were taken, in words; empty if there is none.

    >>> in_words({"by_hand": 16, "correct": 19})
    '19 corrected, 16 made by hand'
    """
    return ", ".join(f"{decisions[kind]} {word}" for kind, word in _DECISIONS.items() if decisions.get(kind))


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun.

    >>> counted(1, "act"), counted(3, "person", "people")
    ('1 act', '3 people')
    """
    return f"{number} {one if number == 1 else many or one + 's'}"
