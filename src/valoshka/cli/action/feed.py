"""`valoshka action feed`: the latest flowers and the action's news, for feed readers."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="Where the feeds go.")
def command(folder: Path, output: Path) -> None:
    """Write the feeds of an action: Atom and JSON Feed, one of each for every language.

    They hold the last hundred flowers, and the news of FOLDER/news.yml: a list of entries with day, title and text, in
    every language of the action. This is how an action ends: nobody's address was kept, so the news goes out here.
    """
    from valoshka.solidarity.feed import feed_files, read_news
    from valoshka.solidarity.wall.gathering import gather
    from valoshka.solidarity.wall.writing import write_whole

    gathered = gather(folder)
    news = read_news(folder, gathered.action.languages)
    write_whole(output, feed_files(gathered.action, gathered.items, news).items())
    click.echo(f"{output / 'feed'}: {min(len(gathered.items), 100)} flowers, {len(news)} pieces of news")
