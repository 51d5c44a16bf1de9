"""`valoshka text FILE`: the extracted text that positions count in."""

from __future__ import annotations

from pathlib import Path

import click

from valoshka.documents import read


@click.command("text")
@click.argument("file", type=click.Path(path_type=Path))
def command(file: Path) -> None:
    """Print the text of FILE exactly as it was extracted.

    Every position that Valoshka gives counts Unicode code points in this text, from 0. It is printed as UTF-8, with no
    line end added. What was assumed or left out is said on standard error.
    """
    document = read(file)
    output = click.get_binary_stream("stdout")
    output.write(document.text.encode("utf-8"))
    output.flush()
    for note in document.notes:
        click.echo(note, err=True)
