"""Many files at once: what one refuses does not hold up the others."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from valoshka.documents.limits import LIMITS, Limits
from valoshka.documents.reading import read
from valoshka.documents.unreadable import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from valoshka.documents.document import Document

_LOCKS = ("~$", ".~lock.")
_LITTER = {"thumbs.db", "desktop.ini"}


def walk(paths: Iterable[Path], skipped: list[Path] | None = None) -> list[Path]:
    """The files that `paths` name, folders opened all the way down, in the order of their names, each once.

    Hidden files, a word processor's lock files, links inside a folder and folders that may not be opened are passed
    over, and added to `skipped` if it is given, so that the caller can report them. A path that was named outright is
    kept whatever it is: `read` judges it.

    >>> walk([Path("no-such-folder")])
    [PosixPath('no-such-folder')]
    """
    passed_over: list[Path] = [] if skipped is None else skipped
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir() and not path.is_symlink():
            found.update(dict.fromkeys(_below(path, passed_over)))
        else:
            found[path] = None
    return list(found)


def read_all(
    paths: Iterable[Path], limits: Limits = LIMITS, skipped: list[Path] | None = None
) -> Iterator[Document | Unreadable]:
    """Each file of `walk(paths, skipped)` as a `Document`, or as the `Unreadable` that says why not, one by one."""
    for path in walk(paths, skipped):
        try:
            document = read(path, limits)
        except Unreadable as refusal:
            yield refusal
        else:
            yield document


def _below(folder: Path, skipped: list[Path]) -> Iterator[Path]:
    for place, folders, names in os.walk(folder, onerror=lambda error: skipped.append(Path(error.filename))):
        here = Path(place)
        for name in sorted(folders):
            if _is_passed_over(here / name):
                skipped.append(here / name)
                folders.remove(name)
        folders.sort()
        for name in sorted(names):
            if _is_passed_over(here / name):
                skipped.append(here / name)
            else:
                yield here / name


def _is_passed_over(path: Path) -> bool:
    name = path.name
    return name.startswith((".", *_LOCKS)) or name.casefold() in _LITTER or path.is_symlink()
