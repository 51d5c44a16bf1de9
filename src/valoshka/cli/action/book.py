"""`valoshka action book`: chosen flowers and messages, to be printed."""

from __future__ import annotations

from pathlib import Path

import click

from valoshka.errors import Refused


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="A new file, .pdf.")
@click.option("--choose", type=click.Path(path_type=Path), help="A text file with one id a line, in the book's order.")
@click.option("--language", help="Of the book's readers; messages in others have a translation beside them.")
@click.option("--a-page", type=click.Choice(["1", "4"]), default="1", show_default=True, help="Flowers on a page.")
def command(folder: Path, output: Path, choose: Path | None, language: str | None, a_page: str) -> None:
    """Make a book of published flowers and messages, as a PDF for print.

    Without --choose it takes all of them, the oldest first, up to 400. An id stands in the address of a flower on the
    wall, behind #f-. With four a page, long messages still have a page of their own.
    """
    from valoshka.solidarity.book import book_pdf, chosen
    from valoshka.solidarity.book.choosing import fitting
    from valoshka.solidarity.wall.gathering import gather

    _check(output)
    gathered = gather(folder)
    spoken = language or gathered.action.languages[0]
    if spoken not in gathered.action.languages:
        raise Refused(f"The action has no texts in that language. Take one of: {', '.join(gathered.action.languages)}.")
    items = chosen(gathered.items, _read(choose), choose.name) if choose else fitting(gathered.items[::-1])
    click.echo(f"Setting {len(items)} flowers; a very full book takes some minutes ...", err=True)
    book = book_pdf(gathered.action, items, gathered.jpeg_of, spoken, int(a_page))
    _write(book.pdf, output)
    click.echo(f"{output}: {book.flowers} flowers, {len(book.pdf) / 1e6:.1f} MB")
    for each in book.left_out:
        click.echo(f"Left out: {each}, whose letters no bundled font can print.", err=True)


def _check(output: Path) -> None:
    if output.suffix.lower() != ".pdf":
        raise Refused(f"{output}: a book is written as .pdf. Choose this ending.")
    if output.exists():
        raise Refused(f"{output} is there already. Choose another name, or move it away first.")
    if not output.parent.is_dir():
        raise Refused(f"There is no folder {output.parent}. Make it first, or choose another.")


def _read(choose: Path) -> str:
    try:
        return choose.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(f"{choose} cannot be read as a text file. Write one id a line, as UTF-8.") from error


def _write(pdf: bytes, output: Path) -> None:
    try:
        with output.open("xb") as file:
            file.write(pdf)
    except OSError as error:
        output.unlink(missing_ok=True)
        raise Refused(
            f"{output} could not be written ({error.strerror}). Make room, or choose another place."
        ) from error
