"""`valoshka square`: the public collector."""

from __future__ import annotations

from pathlib import Path

import click

_PORT = 8420
READY = "The collector listens on http://127.0.0.1:{port}/ (Ctrl-C ends it). It writes no log."


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--port", default=_PORT, show_default=True, type=click.IntRange(1, 65535), help="Its port on loopback.")
@click.option("--workers", default=2, show_default=True, type=click.IntRange(1, 64), help="One for each core.")
def command(folder: Path, port: int, workers: int) -> None:
    """Take flowers and messages from the public.

    FOLDER holds action.yml and staff-key.pub and nothing secret; the collector's database and public pages are made
    beside them. It listens on this computer only: a web server stands before it. How to set that up without keeping
    anybody's address: docs/square.md.
    """
    from valoshka.square.serving import serve

    serve(folder, port, workers, ready=lambda: click.echo(READY.format(port=port), err=True))
