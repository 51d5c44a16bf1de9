"""Rendered files that the gate has read again: the only thing that may be written or pushed."""

from __future__ import annotations

import hashlib
import os
import tempfile
from dataclasses import InitVar, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable

    from valoshka.clearance.cleared import Check, ClearedContent, Reason


_BEFORE = ".before"  # what stood in the folder, until every file has moved in


@dataclass(frozen=True, eq=False)
class Release:
    """Files in memory, each inspected byte by byte, in the order of their names.

    Only `disclosure` can make one, by `disclosure.inspect(files, cleared, people)`. `reasons` are all that were given
    for doubts, in both steps; they go into the release's log.
    """

    files: tuple[tuple[str, bytes], ...]
    cleared: ClearedContent
    checks: tuple[Check, ...]
    _seal: InitVar[object]
    reasons: tuple[Reason, ...] = ()

    def __post_init__(self, _seal: object) -> None:
        """Refuse every maker but the gate."""
        from valoshka.clearance.minting import is_the_seal

        if not is_the_seal(_seal):
            raise TypeError("Release is made by disclosure.inspect(files, cleared), never by hand.")

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        """Refuse `copy` and `pickle`, which make an object without asking it."""
        raise TypeError("Release cannot be copied or pickled; inspect the files again.")

    def __init_subclass__(cls) -> NoReturn:
        """Refuse subclasses, which could forget to ask for the seal."""
        raise TypeError("Release cannot be subclassed.")

    @property
    def sha256(self) -> str:
        """One hash over every file's name and bytes, by which a casebook remembers what was published."""
        return digest(self.files)

    def lies_in(self, folder: Path) -> str | None:
        """The hash of what already stands in `folder` under this release's file names; `None` if nothing does."""
        standing = [(name, (folder / name).read_bytes()) for name, _ in self.files if (folder / name).is_file()]
        return digest(standing) if standing else None

    def write(self, folder: Path) -> list[Path]:
        """Write every file into `folder`, or none of them.

        Each file is written beside its place and moved in at the end; if one cannot be moved (it is open elsewhere),
        the old ones are put back. Raises `Refused` if the folder cannot be written.
        """
        from valoshka.clearance.minting import is_minted

        if not is_minted(self):
            raise TypeError("Release is made by disclosure.inspect(files, cleared), never by hand.")
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(dir=folder, prefix=".release-") as waiting:
                for name, content in self.files:
                    with (Path(waiting) / name).open("wb") as file:
                        file.write(content)
                        file.flush()
                        os.fsync(file.fileno())
                return _moved_in(folder, Path(waiting), [name for name, _ in self.files])
        except OSError as error:
            raise Refused(
                f"{folder} could not be written ({error.strerror}); nothing was published. "
                "Choose another folder with -o, or make room there."
            ) from error


def _moved_in(folder: Path, waiting: Path, names: list[str]) -> list[Path]:
    """Move each of `names` from `waiting` into `folder`; at the first that fails, put everything back as it was."""
    moved: list[str] = []
    try:
        for name in names:
            if (folder / name).exists():
                (folder / name).replace(waiting / f"{name}{_BEFORE}")
            moved.append(name)
            (waiting / name).replace(folder / name)
    except OSError:
        for name in moved:
            if (waiting / f"{name}{_BEFORE}").exists():
                (waiting / f"{name}{_BEFORE}").replace(folder / name)
            else:
                (folder / name).unlink(missing_ok=True)
        raise
    return [folder / name for name in names]


def digest(files: Iterable[tuple[str, bytes]]) -> str:
    """SHA-256 over names, lengths and bytes, in hexadecimal; `files` in the order of their names.

    >>> digest([("a.txt", b"one")]) == digest([("a.txt", b"on"), ("e", b"")])
    False
    """
    whole = hashlib.sha256()
    for name, content in files:
        whole.update(f"{name}\0{len(content)}\0".encode())
        whole.update(content)
    return whole.hexdigest()
