"""A new action's folder: an `action.yml` that builds as it is, to be made one's own."""

from __future__ import annotations

import os
from importlib.resources import files
from typing import TYPE_CHECKING

from valoshka.errors import Refused
from valoshka.solidarity.action.reading import FILE

if TYPE_CHECKING:
    from pathlib import Path

KEY_FILE = "staff-key.pub"


def new_action(folder: Path, public_key: str) -> list[Path]:
    """Make `folder` with a template of `action.yml` and the public half of the staff's key; the files, in order.

    `public_key` is the line for `staff-key.pub`; its secret half never enters the folder, which goes to a server.
    Raises `Refused` if there is anything in the folder already, or it cannot be written.
    """
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise Refused(f"{folder} is there already and not empty. Name a new folder.")
        folder.mkdir(parents=True, exist_ok=True)
        template = (files(__package__) / "template.yml").read_bytes()
        return [_write(folder / FILE, template), _write(folder / KEY_FILE, public_key.encode("ascii"))]
    except OSError as error:
        raise Refused(f"{folder} cannot be written ({error.strerror}). Choose another place.") from error


def _write(path: Path, content: bytes) -> Path:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    return path
