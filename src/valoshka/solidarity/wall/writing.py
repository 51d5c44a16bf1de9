"""Public files → a folder, whole or not at all."""

from __future__ import annotations

import os
import secrets
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable

    from valoshka.solidarity.wall.building import PublicFile

_MARK = ".valoshka-public"


def write_whole(folder: Path, made: Iterable[PublicFile]) -> int:
    """Make `folder` hold exactly these files, in one step; how many there are.

    They are written beside it first. Raises `Refused`: the folder holds something that was not made here, or cannot
    be written; nothing is changed then.
    """
    if folder.exists() and not (folder / _MARK).is_file() and (not folder.is_dir() or any(folder.iterdir())):
        raise Refused(f"{folder} holds files that were not made here. Name a new folder, or empty it.")
    fresh = folder.with_name(f".{folder.name}.{secrets.token_hex(4)}")
    try:
        count = lay_out(fresh, made)
        (fresh / _MARK).write_bytes(b"")
        _swap(folder, fresh)
    except OSError as error:
        raise Refused(
            f"{folder} could not be written ({error.strerror}). Make room, or choose another place."
        ) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return count


def lay_out(folder: Path, made: Iterable[PublicFile]) -> int:
    """Write files below a new folder; those that stand ready elsewhere are linked where they can be."""
    count, known = 0, set[Path]()
    folder.mkdir(parents=True)
    for path, content in made:
        file = folder / path
        if file.parent not in known:
            file.parent.mkdir(parents=True, exist_ok=True)
            known.add(file.parent)
        if isinstance(content, bytes):
            file.write_bytes(content)
        else:
            link_or_copy(content, file)
        count += 1
    return count


def link_or_copy(source: Path, to: Path) -> None:
    """A hard link costs no room; another disk, or a system without links, gets a copy."""
    try:
        os.link(source, to)
    except OSError:
        shutil.copyfile(source, to)


def _swap(folder: Path, fresh: Path) -> None:
    old = fresh.with_name(f"{fresh.name}.old")
    if folder.exists():
        folder.rename(old)
    try:
        fresh.rename(folder)
    except OSError:
        if old.exists():
            old.rename(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)
