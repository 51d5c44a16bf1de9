"""`valoshka action wall`: the pages of all published flowers."""

from __future__ import annotations

import os
from pathlib import Path

import click


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="Where the pages go.")
def command(folder: Path, output: Path) -> None:
    """Write the wall of an action: pages of its published flowers, newest first.

    FOLDER is the action's folder on the staff's computer. The pages are static and need no collector; put OUTPUT beside
    the pages that `action build` makes. Each flower is drawn once and kept in FOLDER/thumbnails. Run again after
    publishing or taking down; the old pages stand until the new ones are whole.
    """
    from valoshka.solidarity.wall import wall_files
    from valoshka.solidarity.wall.gathering import gather, thumbnails_for
    from valoshka.solidarity.wall.writing import write_whole

    gathered = gather(folder)
    thumbnails = thumbnails_for(gathered, _still_to_draw)
    made = [*wall_files(gathered.action, gathered.items, thumbnails, os.cpu_count() or 1)]
    made += [
        (f"pictures/{sha256}.jpg", gathered.jpeg_of(sha256)) for sha256 in {i.picture for i in gathered.items} - {""}
    ]
    write_whole(output, made)
    click.echo(f"{output / 'wall' / 'index.html'}: {len(gathered.items)} flowers")


def _still_to_draw(count: int) -> None:
    click.echo(f"Drawing flowers, once: {count} to go (Ctrl-C loses nothing)", err=True)
