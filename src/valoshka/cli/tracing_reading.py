"""Reading all lists that are to be searched: files and casebooks, each under a name that tells it from the others."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC
from typing import TYPE_CHECKING

from valoshka.cli.tracing_casebook import lists_of
from valoshka.cli.tracing_progress import Counting
from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from valoshka.tracing import DetaineeList


@dataclass(frozen=True)
class Source:
    """A list, and the file or the casebook that it is out of."""

    detained: DetaineeList
    path: Path
    kept: bool

    @property
    def label(self) -> str:
        """Its file's name, and where that lies."""
        file, place = self.detained.file, self.path
        return f"{file}, kept in {place.name}" if self.kept else f"{place.absolute().parent.name}/{file}"


def is_casebook(path: Path) -> bool:
    """Whether a folder is a casebook."""
    return path.is_dir() and (path / "keys.json").exists()


def read_all(
    paths: Sequence[Path], name_column: Sequence[str], passphrase_file: Path | None, own_file: Path | None
) -> tuple[list[DetaineeList], list[Refused]]:
    """The lists that can be read, and the refusals of the others. Raises `Refused` if none is left."""
    from valoshka.tracing import read_list

    files = [path for path in paths if not is_casebook(path)]
    sources: list[Source] = []
    refusals: list[Refused] = []
    for path in paths:
        try:
            if path not in files:
                found = lists_of(path, files, passphrase_file, own_file)
                sources += [Source(each, path, kept=each.file != path.name) for each in found]
                continue
            with Counting(f"Reading {path.name}", "rows") as counting:
                sources.append(Source(read_list(path, name_column, progress=counting.tell), path, kept=False))
        except Refused as refusal:
            refusals.append(refusal)
    if not sources:
        raise Refused("\n".join(map(str, refusals)))
    return told_apart(sources), refusals


def told_apart(sources: Sequence[Source]) -> list[DetaineeList]:
    """The lists, those of one file name with what tells them apart: the folder or the casebook, then the hour."""
    named = Counter(each.detained.file for each in sources)
    lists = [
        replace(each.detained, file=each.label) if named[each.detained.file] > 1 else each.detained for each in sources
    ]
    named = Counter(each.file for each in lists)
    return [replace(each, file=f"{each.file}, {_hour(each)}") if named[each.file] > 1 else each for each in lists]


def _hour(detained: DetaineeList) -> str:
    return f"{(detained.written or detained.read).astimezone(UTC):%Y-%m-%d %H:%M} UTC"
