"""`valoshka action`: the public solidarity action."""

from __future__ import annotations

import click

from valoshka.cli.rooms import Rooms


@click.command(cls=Rooms, package="valoshka.cli.action")
def command() -> None:
    """Run a solidarity action: build its pages, take in flowers and messages, decide, publish.

    How an organisation runs one, step by step: docs/action.md.
    """
