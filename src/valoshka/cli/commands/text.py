"""`valoshka text FILE`: the extracted text that positions count in."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from valoshka.documents import read
from valoshka.errors import Refused


@click.command("text")
@click.argument("file", type=click.Path(path_type=Path))
def command(file: Path) -> None:
    """Print the text of FILE exactly as it was extracted.

    Every position that Valoshka gives counts Unicode code points in this text, from 0. It is printed as UTF-8, with no
    line end added. What was assumed or left out is said on standard error.

    \b
      valoshka text interview.docx > interview.txt
    """
    document = read(file)
    _print(document.text.encode("utf-8"))
    for note in document.notes:
        click.echo(note, err=True)


def _print(text: bytes) -> None:
    output = sys.stdout.buffer
    try:
        output.write(text)
        output.flush()
    except BrokenPipeError:
        # Whoever read the text has had enough of it, as `head` does; Python must not try again on leaving.
        os.dup2(os.open(os.devnull, os.O_WRONLY), output.fileno())
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), output.fileno())
        raise Refused(f"The text could not be written ({error.strerror}). Free some space and try again.") from error
