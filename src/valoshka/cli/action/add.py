"""`valoshka action add`: take in what somebody posted elsewhere, with their yes."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.argument("pictures", nargs=-1, type=click.Path(path_type=Path), metavar="[PICTURE]...")
@click.option("--text", type=click.Path(path_type=Path, allow_dash=True), help="The post's text; - reads a paste.")
@click.option("--consent", required=True, metavar="HOW", help="How and when its author said yes. A hashtag is no yes.")
@click.option("--language", required=True, help="The language of the text, or of the author: one of action.yml's.")
def command(folder: Path, pictures: tuple[Path, ...], text: Path | None, consent: str, language: str) -> None:
    """Add a post found on Instagram, X, Facebook or Mastodon to the inbox of the action in FOLDER.

    One picture and a text are one post; several pictures are one post each. It is sealed, and waits for a decision like
    a visitor's message. Handles and links are taken out of the text here; faces, names and handles in a picture are
    covered by you, on the page (valoshka action moderate): no program finds them all.
    """
    from valoshka.desk.moderation.adding import Found, add, require_yes, without_handles
    from valoshka.desk.moderation.keys import public_key_of
    from valoshka.desk.moderation.pictures import Darkroom
    from valoshka.desk.moderation.pile import today
    from valoshka.errors import Refused
    from valoshka.solidarity.action import read_action

    languages = read_action(folder).languages
    if language not in languages:
        raise Refused(f"action.yml lists no such language. Choose one of: {', '.join(languages)}.")
    if text and len(pictures) > 1:
        raise Refused("With several pictures it is not clear whose text this is. Add one post at a time.")
    require_yes(consent)
    key = public_key_of(folder)
    words, taken = without_handles(_text(text)) if text else ("", 0)
    posts = [_bytes(path) for path in pictures] or [b""]
    darkroom = Darkroom()
    try:
        for picture in posts:
            click.echo(add(folder, Found(consent, language, picture, words), key, today(), darkroom))
    finally:
        darkroom.close()
    if taken:
        click.echo(f"Taken out of the text, as handles, links or numbers: {taken}.")
    if pictures:
        click.echo("Cover faces, names and handles on the page before you approve: valoshka action moderate.")


def _text(path: Path) -> str:
    import sys

    from valoshka.errors import Refused

    try:
        return sys.stdin.buffer.read().decode() if str(path) == "-" else path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(f"{path.name} cannot be read as UTF-8 text. Save it so, or paste it with --text -.") from error


def _bytes(path: Path) -> bytes:
    from valoshka.errors import Refused

    try:
        return path.read_bytes()
    except OSError as error:
        raise Refused(f"{path.name} cannot be read ({error.strerror}). Look at the path.") from error
