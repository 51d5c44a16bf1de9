"""`valoshka check`: does a file give away anybody whom it must not?"""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from valoshka.cli.own_passphrase import own_passphrase_option
from valoshka.cli.passphrase import passphrase_option
from valoshka.cli.printing import print_whole
from valoshka.cli.protecting import known_audience, protected_and_counted
from valoshka.cli.reader_sheets import populations_given, sheet_for
from valoshka.disclosure.checking import Checked, check
from valoshka.disclosure.lookout import Lookout
from valoshka.disclosure.public_yml import load_public
from valoshka.disclosure.report_files import report_on_files
from valoshka.documents.opening import bytes_of
from valoshka.errors import Refused

if TYPE_CHECKING:
    from valoshka.disclosure.findings import Finding

FOUND, COULD_NOT_CHECK = 1, 2


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--protect",
    type=click.Path(path_type=Path),
    help="The people to protect, in a people.yml: a list, or the sheet a casebook takes. See docs/sheets.md.",
)
@click.option("--casebook", type=click.Path(path_type=Path), help="The people to protect, from a casebook.")
@click.option(
    "--public",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Names that may stand there (officials, authors, things) and are not asked about: a list in a public.yml.",
)
@click.option("--audience", default="public", show_default=True, help="Who will see the files (a code of consent.yml).")
@click.option(
    "--language",
    type=click.Choice(["en", "be", "ru"]),
    default="en",
    show_default=True,
    help="The language in which the findings are told. Files are read in every language, whatever you choose.",
)
@click.option(
    "--populations",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="How many people there are of a sort: a csv (docs/jigsaw.md); else populations.csv beside the casebook.",
)
@click.option("--reader-sheet", is_flag=True, help="Print a sheet for a second reader, who tries to name the teller.")
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
@own_passphrase_option
@passphrase_option
def command(
    files: tuple[Path, ...],
    protect: Path | None,
    casebook: Path | None,
    public: Path | None,
    audience: str,
    language: str,
    populations: Path | None,
    reader_sheet: bool,
    as_json: bool,
    identities_passphrase_file: Path | None,
    passphrase_file: Path | None,
) -> None:
    """Look in FILES for anybody who must not be recognised.

    Reads text, hidden text and metadata of html, pdf, docx, odt, xlsx, ods, svg, png, jpeg, webp, txt, md, csv, tsv,
    json, srt and vtt. Exit code 0: nothing found; 1: something found, sure or doubtful; 2: a file or the list of people
    could not be read, or the findings not be written, so that nothing is cleared. What is found is quoted as it stands
    in the file; the person is named only by id or pseudonym.
    """
    try:
        people, earlier = protected_and_counted(protect, casebook, passphrase_file, identities_passphrase_file)
        lookout = Lookout.over(people, known_audience(audience))
        cleared = load_public(public, people) if public else ()
        table = populations_given(populations, casebook)
        if reader_sheet:
            print_whole(sheet_for(files, lookout, language).removesuffix("\n"))
            return
    except Refused as refusal:
        # Whatever the reason: nothing was checked, so that nothing may look clear.
        refusal.exit_code = COULD_NOT_CHECK
        raise
    checked: list[Checked] = []
    names = Counter(path.name for path in files)
    unread: list[str] = []
    for path in files:
        try:
            told = check(path.name, bytes_of(path), lookout, table, cleared, earlier)
            checked.append(_told_apart(told, path) if names[path.name] > 1 else told)
        except Refused as refusal:
            unread.append(str(refusal))
    if as_json:
        found = [finding.as_json() for file in checked for finding in file.findings]
        print_whole(json.dumps(found, ensure_ascii=False))
    elif checked:
        print_whole(report_on_files(checked, lookout, language, casebook=casebook is not None))
    for sentence in unread:
        click.echo(sentence, err=True)
    if unread and checked and not as_json:
        click.echo("Not every file could be checked: do not take the rest for a clearance.", err=True)
    sys.exit(_exit_code([finding for file in checked for finding in file.findings], unread))


def _told_apart(checked: Checked, path: Path) -> Checked:
    """Files of one name, in several folders, are told by the path that was given; a path's folders are not checked."""
    findings = (replace(finding, at=replace(finding.at, file=str(path))) for finding in checked.findings)
    return replace(checked, file=str(path), findings=tuple(findings))


def _exit_code(findings: list[Finding], unread: list[str]) -> int:
    if unread:
        return COULD_NOT_CHECK
    return FOUND if findings else 0
