"""Asking for the identities' own passphrase, in a casebook whose identities have one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from valoshka.cli.passphrase import ask

F = TypeVar("F", bound=Callable[..., Any])


def own_passphrase_option(function: F) -> F:
    """Add `--identities-passphrase-file` to a command."""
    return click.option(
        "--identities-passphrase-file",
        type=click.Path(path_type=Path, exists=True, dir_okay=False),
        help="Read the identities' own passphrase, if they have one, from the first line of this file (for scripts).",
    )(function)


def ask_own(casebook: Path, passphrase_file: Path | None, identities_passphrase_file: Path | None) -> str | None:
    """The identities' own passphrase; `None` if they share the casebook's, are detached, or are to stay locked.

    A script that gives only `--passphrase-file` leaves them locked; at a prompt, an empty answer does.
    """
    from valoshka.casebook.opening import needs_identities_passphrase

    if identities_passphrase_file is not None:
        return ask(identities_passphrase_file)
    if passphrase_file is not None or not needs_identities_passphrase(casebook):
        return None
    prompt = "The identities' own passphrase (empty: leave them locked)"
    given: str = click.prompt(prompt, hide_input=True, default="", show_default=False, err=True)
    return given or None
