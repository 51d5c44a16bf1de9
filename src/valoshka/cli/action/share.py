"""`valoshka action share`: what the organisation promised to share on."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--done", metavar="ID", multiple=True, help="Mark an item as shared; may be given several times.")
def command(folder: Path, done: tuple[str, ...]) -> None:
    """Keep the queue of what is to be shared on.

    Every published message gets a folder FOLDER/share/ID with its cards, the caption and the picture in words. Post it
    from the organisation's own account, tag nobody, then mark it with --done ID. What was taken down leaves the queue.
    """
    from valoshka.solidarity.share_on import Queue, material
    from valoshka.solidarity.staffing.publications import Publications
    from valoshka.solidarity.wall.gathering import gather

    queue = Queue(folder / "share")
    for each in done:
        queue.mark(each, datetime.now(UTC).date().isoformat())
    gathered = gather(folder)
    messages = {item.id: item for item in Publications(folder).items()}
    for gone in queue.drop_others(messages):
        click.echo(f"{gone} was taken down after it was shared: delete the post, too.", err=True)
    standing = {*queue.waiting(), *queue.done()}
    for id_, item in messages.items():
        if id_ not in standing:
            queue.put(id_, material(gathered.action, item, gathered.jpeg_of))
    waiting = queue.waiting()
    for each in waiting:
        click.echo(f"  {queue.folder / each}")
    click.echo(f"{len(waiting)} to share, {len(queue.done())} shared")
