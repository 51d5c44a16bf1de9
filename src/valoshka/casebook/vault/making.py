"""A new folder that is there whole or not at all."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from valoshka.casebook.vault.atomically import UNFINISHED, flush_folder
from valoshka.casebook.vault.folder import make_folder, refuse_inside_a_casebook
from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class BeingMade(Refused):
    """Another process is at the same place; what it has begun is left alone."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is being made by another program. Wait until it is done.")


@contextmanager
def making(path: Path) -> Iterator[Path]:
    """A folder beside `path` to fill, moved to `path` when the block ends without an error.

    An empty folder at `path` is taken over; anything else there is refused. What a killed attempt left is cleared.
    """
    refuse_occupied(path)
    unfinished = path.with_name(f".{path.name}{UNFINISHED}")
    _clear_left_over(unfinished, path)
    try:
        _begin(unfinished, path)
        with FileLock(unfinished / "lock", timeout=0, mode=0o600):
            yield unfinished
            flush_folder(unfinished)
        _move(unfinished, path)
    except BeingMade:
        raise
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    flush_folder(path.parent)


def refuse_occupied(path: Path) -> None:
    """Refuse a `path` where something is already, that lies in a casebook, or that has no folder to lie in."""
    if path.is_dir() and (path / "keys.json").exists():
        raise Refused(f"There is a casebook at {path} already. Choose another name.")
    if path.exists() and not path.is_dir():
        raise Refused(f"{path} is a file. Choose another name for the casebook.")
    if path.is_dir() and any(path.iterdir()):
        raise Refused(f"{path} is a folder with something else in it. Choose a name that is not in use.")
    refuse_inside_a_casebook(path)
    if not path.absolute().parent.is_dir():
        raise Refused(f"There is no folder {path.absolute().parent}. Make it first, or choose another place.")


def _clear_left_over(unfinished: Path, path: Path) -> None:
    if not unfinished.exists():
        return
    try:
        with FileLock(unfinished / "lock", timeout=0, mode=0o600):
            pass
    except Timeout as error:
        raise BeingMade(path) from error
    shutil.rmtree(unfinished)


def _begin(unfinished: Path, path: Path) -> None:
    try:
        make_folder(unfinished)
    except FileExistsError as error:
        raise BeingMade(path) from error


def _move(unfinished: Path, path: Path) -> None:
    refuse_occupied(path)
    if path.is_dir():
        path.rmdir()
    unfinished.rename(path)
