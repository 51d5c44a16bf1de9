"""What a command has to say, written out whole or refused: half of a list of findings reads like a clean bill."""

from __future__ import annotations

import os
import sys

import click

from valoshka.errors import Refused


class Unprintable(Refused):
    """What was found could not be written; whoever reads the rest must not take it for all."""

    exit_code = 2


def print_whole(text: str) -> None:
    """Write `text` and a line end to standard output at once. Raises `Unprintable` on a full disk or a closed pipe."""
    try:
        click.echo(text)
        sys.stdout.flush()
    except OSError as error:
        _let_go()
        reason = "nobody reads it any more" if isinstance(error, BrokenPipeError) else f"{error.strerror}".lower()
        raise Unprintable(
            f"What was found could not be written out whole ({reason}): nothing is cleared. "
            "Write it to another place, or read it on the screen."
        ) from error


def _let_go() -> None:
    """Send what is still waiting nowhere, so that leaving does not try, and fail, to write it once more."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
