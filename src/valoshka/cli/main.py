"""The `valoshka` command: finds the sub-commands, and turns a refusal into a sentence and an exit code."""

from __future__ import annotations

import gc
import io
import os
import sys
from pathlib import Path
from traceback import extract_tb
from typing import TYPE_CHECKING

import click

from valoshka import __version__
from valoshka.cli.rooms import Rooms
from valoshka.errors import Refused

if TYPE_CHECKING:
    from types import TracebackType

DEVELOPING = "VALOSHKA_TRACEBACK"
INTERRUPTED = 130  # what shells expect after Ctrl-C
# A command builds its tables once and ends: looking through them for garbage after every 700 objects takes a tenth of
# its time, and a third if it protects 100,000 people.
_NEW_OBJECTS = 200_000


@click.command(cls=Rooms, package="valoshka.cli.commands", context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="valoshka")
def valoshka() -> None:
    """From a witness's words to a briefing in which nobody at risk can be recognised."""


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; exits with the refusal's code, and never shows a traceback for one."""
    speak_unicode()
    gc.set_threshold(_NEW_OBJECTS, 20, 50)
    sys.excepthook = tell_unforeseen
    try:
        sys.exit(valoshka.main(arguments, standalone_mode=False) or 0)
    except Refused as refusal:
        click.echo(str(refusal), err=True)
        sys.exit(refusal.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("\nStopped. Nothing was left half-written.", err=True)
        sys.exit(INTERRUPTED)


def speak_unicode() -> None:
    """Write UTF-8 whatever the console's code page: a name in Cyrillic must not end a command half-way."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def tell_unforeseen(kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
    """Say where a fault of ours lies and nothing else: an error's message and its values may hold a name."""
    if os.environ.get(DEVELOPING):
        sys.__excepthook__(kind, error, traceback)
        return
    places = [f"{Path(frame.filename).name}, line {frame.lineno}" for frame in extract_tb(traceback)[-3:]]
    click.echo(
        f"Something happened that Valoshka did not foresee: {kind.__name__} at {' < '.join(reversed(places))}. "
        "What was acknowledged before is kept. Please report that line to the maintainers; it names nobody. "
        f"Developers: set {DEVELOPING}=1 to see all.",
        err=True,
    )


if __name__ == "__main__":
    main()
