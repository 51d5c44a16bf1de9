"""Asking for a passphrase: at a prompt, or from a file that a script names. Never on the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from valoshka.errors import Refused

F = TypeVar("F", bound=Callable[..., Any])


def passphrase_option(function: F) -> F:
    """Add `--passphrase-file` to a command."""
    return click.option(
        "--passphrase-file",
        type=click.Path(path_type=Path, exists=True, dir_okay=False),
        help="Read the passphrase from the first line of this file (for scripts).",
    )(function)


def ask(passphrase_file: Path | None, prompt: str = "Passphrase", *, confirm: bool = False) -> str:
    """The passphrase, from `passphrase_file` or from the keyboard without showing it.

    Raises `Refused` if the file is empty or not UTF-8.
    """
    if passphrase_file is None:
        given: str = click.prompt(prompt, hide_input=True, confirmation_prompt=confirm, err=True)
        return given
    try:
        first_line = passphrase_file.read_text(encoding="utf-8").split("\n", 1)[0].rstrip("\r")
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(
            f"{passphrase_file} could not be read as text. Write the passphrase on its first line."
        ) from error
    if not first_line:
        raise Refused(f"{passphrase_file} has an empty first line. Write the passphrase there.")
    return first_line
