# noqa: N999 - the command is called so
"""`valoshka import`: interviews go in, sealed; what may be a name of somebody unknown is pointed out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from valoshka.cli.casework import by_option, counted, on_casebook, sheet_at
from valoshka.documents.unreadable import shown
from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from valoshka.casebook.opening import Casebook
    from valoshka.casebook.records.models import Interview
    from valoshka.casebook.tasks.details import Details
    from valoshka.casebook.tasks.importing import Imported
    from valoshka.documents import Document, Unreadable


@click.command()
@on_casebook
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--details",
    "sheet",
    type=click.Path(path_type=Path),
    metavar="FILE|-",
    help="A YAML sheet: source, date ...",
)
@click.option("--ask", "asking", is_flag=True, help="Ask for source, language, date and interviewer of each file.")
@click.option("--list", "listing", is_flag=True, help="List the interviews that are in, and import nothing.")
@by_option
def command(
    casebook: Casebook, files: tuple[Path, ...], sheet: Path | None, asking: bool, listing: bool, author: str
) -> None:
    """Import interviews (txt md docx odt pdf srt vtt; folders too) into CASE.

    Each file goes in whole or not at all. A file that was imported before is left as it is, so an import that was
    stopped is simply run again. With --details and no FILES, interviews that are in already are described.
    """
    from valoshka.casebook.tasks import details, importing

    if listing:
        _list()
        return
    described = details.read_details(sheet_at(sheet)) if sheet else []
    if not files:
        if not described:
            raise Refused("Name at least one file or folder: valoshka import CASE FILE...")
        click.echo(f"{counted(details.describe_all(described, author), 'interview')} described.")
        return
    importing.sweep_unfinished(casebook.originals)
    taken, refused = _import_all(casebook, files, details.for_files(described), asking, author)
    if refused:
        raise Refused(_not_all(refused, taken))


def _not_all(refused: int, taken: int) -> str:
    said = f"{counted(refused, 'file was', 'files were')} not imported; see above."
    return f"{said} {counted(taken, 'file is', 'files are')} in." if taken else said


def _list() -> None:
    from valoshka.casebook.records.models import Interview
    from valoshka.casebook.tasks.naming import stand_ins

    standing = stand_ins()
    if not Interview.objects.exists():
        click.echo("There is no interview yet. Import some: valoshka import CASE FILE...")
    for interview in Interview.objects.order_by("number"):
        source = standing[interview.source_id] if interview.source_id else "source not said"
        known = [interview.id, source, interview.language, interview.date, _state(interview)]
        click.echo(f"{interview.number}  {'  '.join(each for each in known if each)}")


def _state(interview: Interview) -> str:
    if interview.proposed is None:
        return "not yet read by propose"
    return counted(interview.proposals.filter(status="proposed").count(), "suggestion") + " waiting"


def _import_all(
    casebook: Casebook, files: tuple[Path, ...], known: Mapping[str, Details], asking: bool, author: str
) -> tuple[int, int]:
    """How many files are in now, and how many were refused."""
    from valoshka.documents import Unreadable, read_all, walk

    skipped: list[Path] = []
    paths = walk(files, skipped)
    lines, unread, refused = [], list[Unreadable](), 0
    with click.progressbar(read_all(paths), len(paths), label="Importing", file=sys.stderr, hidden=asking) as bar:
        for document in bar:
            if isinstance(document, Unreadable):
                unread.append(document)
                continue
            try:
                lines.append(_import_one(casebook, document, known, asking, author))
            except Refused as refusal:
                refused += 1
                lines.append(f"not imported: {shown(document.name)}: {refusal}")
    lines += [*_unread(unread), *(f"skipped: {shown(str(path))} ({_why(path)})" for path in skipped)]
    for line in lines or ["There is nothing to import there."]:
        click.echo(line)
    _point_out()
    refused += len(unread)
    return len(paths) - refused, refused


def _unread(unread: list[Unreadable]) -> list[str]:
    """One line for all files that cannot be read for the same reason."""
    alike: dict[tuple[str, str], list[Unreadable]] = {}
    for each in unread:
        alike.setdefault((each.reason, each.advice), []).append(each)
    return [
        f"not imported: {same[0]}"
        if len(same) == 1
        else f"not imported: {', '.join(shown(each.name) for each in same)} were not read. Each: {reason}. {advice}"
        for (reason, advice), same in alike.items()
    ]


def _why(path: Path) -> str:
    if path.is_symlink():
        return "a link; give the file that it leads to"
    return (
        "a folder that may not be opened"
        if path.is_dir() and not path.name.startswith(".")
        else "hidden or a lock file"
    )


def _import_one(casebook: Casebook, document: Document, known: Mapping[str, Details], asking: bool, author: str) -> str:
    from valoshka.casebook.tasks.importing import import_document

    told = known.get(document.name)
    if asking and told is None:
        told = _ask(shown(document.name))
    imported = import_document(document, casebook.originals, told, author)
    notes = "".join(f"\n    {note}" for note in document.notes) if imported.new else ""
    return f"{shown(document.name)}: {_outcome(imported)}{notes}"


def _outcome(imported: Imported) -> str:
    if not imported.new:
        return f"was imported before, as interview {imported.number}; nothing changed."
    replaced = counted(imported.names_replaced, "name")
    return f"interview {imported.number}, {counted(imported.words, 'word')}, {replaced} replaced by pseudonyms."


def _ask(name: str) -> Details:
    from valoshka.casebook.tasks.details import Details

    def answer(question: str) -> str | None:
        given: str = click.prompt(question, default="", show_default=False, err=True)
        return given.strip() or None

    click.echo(f"{name} (an empty answer leaves it open)", err=True)
    return Details(
        source=answer("  Whose interview is it (pseudonym or id)"),
        language=answer("  Language (en, be, ru ...)"),
        date=answer("  Date (2021-04-12, 2021-04, 2021~ ...)"),
        interviewer=answer("  Interviewer (a code such as interviewer-1)"),
    )


def _point_out() -> None:
    from valoshka.casebook.tasks.offered_names import offered_everywhere

    offered = sum(len(names) for _, names in offered_everywhere())
    if offered:
        click.echo(
            f"{counted(offered, 'word')} may be names of people whom this casebook does not know. "
            "See them with their passages: valoshka pseudonym CASE list --offered"
        )
