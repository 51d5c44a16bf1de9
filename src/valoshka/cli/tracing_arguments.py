"""Which words of the command line are lists and which are a name; and names from a prompt or from standard input."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

STANDARD_INPUT = "-"
_MOST_INPUT = 64 << 20  # bytes: a million names
_LIST_ENDINGS = frozenset(
    [".csv", ".tsv", ".txt", ".xlsx", ".xls", ".xlsm", ".ods", ".valoshka", ".pdf", ".docx", ".odt", ".html"]
)
_USAGE = "valoshka trace LIST... (the name is asked for)"


@dataclass(frozen=True)
class AskedName:
    """A name as it was typed, and where: `place` is empty unless it is one of many."""

    text: str
    place: str = ""


def taken_apart(words: Sequence[str]) -> tuple[list[Path], str | None]:
    """The lists, and the name if it was given: the last words that are neither files nor look like them.

    A name of several words need not stand in quotation marks. Raises `Refused` if there is no list; what is said then
    repeats no word, because it may be a name.
    """
    given = list(words)
    name: list[str] = []
    while given and not _is_path(given[-1]):
        name.insert(0, given.pop())
    if not given:
        missing = "There is no list of that name" if words else "Say which lists to search"
        raise Refused(f"{missing}. Give one file at least, then the name, or leave the name out: {_USAGE}")
    if not all(_is_path(each) for each in given):
        raise Refused(f"A name stands between lists. Give all lists first, then the name, or leave it out: {_USAGE}")
    return [Path(each) for each in dict.fromkeys(given)], " ".join(name) if name else None


def _is_path(word: str) -> bool:
    if word == STANDARD_INPUT:
        return False
    path = Path(word)
    try:
        # A name may hold a stroke too: Іваноў/Иванов.
        return path.exists() or path.suffix.lower() in _LIST_ENDINGS or (path.parent != Path() and path.parent.is_dir())
    except OSError:  # a word too long for a file's name
        return False


def asked_names(name: str | None) -> list[AskedName]:
    """The names to look for: one given or asked for at the prompt, or all lines of standard input.

    Raises `Refused` if there is none.
    """
    from valoshka.tracing import asked_name

    if name == STANDARD_INPUT:
        return _from_standard_input()
    if name is not None:
        click.echo(
            "Your shell may keep that name in its history. Next time leave it out: it is asked for, and kept nowhere.",
            err=True,
        )
        return [AskedName(asked_name(name))]
    return [AskedName(asked_name(_prompted("Whom do you look for (any spelling)")))]


def _prompted(question: str) -> str:
    """One line from the keyboard, or from a script; empty if there is none."""
    try:
        given: str = click.prompt(question, default="", show_default=False, err=True)
    except click.Abort:
        if sys.stdin.isatty():
            raise
        return ""
    return given


def _from_standard_input() -> list[AskedName]:
    lines = lines_of_input()
    names = [AskedName(line, f"standard input, line {number}") for number, line in enumerate(lines, 1) if line.strip()]
    if not names:
        raise Refused("There is no name on standard input. Give one a line.")
    return names if len(names) > 1 else [AskedName(names[0].text)]


def lines_of_input() -> list[str]:
    """The lines of standard input, in whatever encoding they come. Raises `Refused` if they are far too many."""
    from valoshka.tracing.decoding import decode

    raw = sys.stdin.buffer.read(_MOST_INPUT + 1)
    if len(raw) > _MOST_INPUT:
        raise Refused("Standard input holds more than 64 MB. Give names there, one a line; lists are given as files.")
    return decode("standard input", raw).text.splitlines() if raw else []
