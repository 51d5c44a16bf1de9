"""`valoshka sweep`: which of very many texts name somebody?"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from valoshka.cli.archive_lines import Lines
from valoshka.cli.casework import printable
from valoshka.cli.own_passphrase import own_passphrase_option
from valoshka.cli.passphrase import passphrase_option
from valoshka.cli.printing import print_whole
from valoshka.cli.protecting import known_audience, protected
from valoshka.cli.tracing_progress import Counting
from valoshka.disclosure.archives import PLAIN_TEXTS, archive_sweep
from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from valoshka.names.sweeping import Sighting

FOUND, COULD_NOT_READ = 1, 2
_LONG = 20_000_000  # bytes from which a second process is worth beginning
_HOW = {
    "full_name": "full name",
    "given_patronymic": "given name and patronymic",
    "initials": "initials and surname",
    "surname": "surname alone",
}


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--protect", type=click.Path(path_type=Path), help="The people to protect, in a people.yml.")
@click.option("--casebook", type=click.Path(path_type=Path), help="The people to protect, from a casebook.")
@click.option("--audience", default="public", show_default=True, help="Who will see the texts (a code of consent.yml).")
@click.option("--json", "as_json", is_flag=True, help="Print each sighting as one line of JSON.")
@own_passphrase_option
@passphrase_option
def command(
    paths: tuple[Path, ...],
    protect: Path | None,
    casebook: Path | None,
    audience: str,
    as_json: bool,
    identities_passphrase_file: Path | None,
    passphrase_file: Path | None,
) -> None:
    """Tell which lines of an archive name somebody whom you protect.

    For very many plain texts in UTF-8 (txt, md, csv, tsv, json, jsonl, srt, vtt), in files and folders. Quick, and no
    clearance: it looks for full names, initials and rare surnames in every spelling, and for nothing else. What is to
    be published goes through valoshka check. Exit code 0: nobody was found; 1: somebody was; 2: not all could be read.
    """
    try:
        sweep = archive_sweep(
            protected(protect, casebook, passphrase_file, identities_passphrase_file), known_audience(audience)
        )
        files, other = _texts(paths)
    except Refused as refusal:
        refusal.exit_code = COULD_NOT_READ
        raise
    lines = Lines(files)
    found = 0
    with Counting("Sweeping", "MB") as counting:
        for seen in sweep.over(lines, abreast=_is_long(files)):
            print_whole(_as_json(seen, lines) if as_json else _as_line(seen, lines))
            counting.tell(lines.read_bytes // 10**6)
            found += 1
    for sentence in lines.unread:
        click.echo(sentence, err=True)
    # With --json only sightings stand on standard output.
    click.echo(_summary(found, len(files), other), err=as_json)
    sys.exit(COULD_NOT_READ if lines.unread else FOUND if found else 0)


def _texts(paths: Sequence[Path]) -> tuple[list[Path], int]:
    """The plain texts among `paths` and in them, in order, and how many files are something else."""
    every = [path for given in paths for path in _within(given)]
    texts = [path for path in every if path.suffix.lower() in PLAIN_TEXTS]
    if not texts:
        raise Refused(
            f"There is no plain text to sweep ({', '.join(sorted(PLAIN_TEXTS))}). For others use valoshka check."
        )
    return texts, len(every) - len(texts)


def _is_long(files: Sequence[Path]) -> bool:
    return sum(path.stat().st_size for path in files if path.exists()) >= _LONG


def _within(given: Path) -> Iterator[Path]:
    if given.is_dir():
        yield from sorted(path for path in given.rglob("*") if path.is_file())
    elif given.exists():
        yield given
    else:
        raise Refused(f"There is no file or folder {given}. Look at how its name is spelt.")


def _as_line(seen: Sighting, lines: Lines) -> str:
    path, line = lines.place(seen.text)
    whom = ", ".join(seen.people[:3]) + (f" and {len(seen.people) - 3} more" if len(seen.people) > 3 else "")
    return printable(f"{path}:{line}  {_HOW[seen.how]}  [{whom}]")


def _as_json(seen: Sighting, lines: Lines) -> str:
    path, line = lines.place(seen.text)
    at = {"file": str(path), "line": line, "start": seen.start, "end": seen.end}
    return json.dumps({"how": seen.how, "people": seen.people, "at": at}, ensure_ascii=False)


def _summary(found: int, texts: int, other: int) -> str:
    told = f"{_counted(found, 'place')} may name somebody." if found else "No name of these people was found."
    left = f" Left out, as valoshka check reads them: {_counted(other, 'file')} of other kinds." if other else ""
    return f"{told} Swept for names only, which clears nothing: {_counted(texts, 'file')}.{left}"


def _counted(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
