"""The folder that the demo leaves its results in: made fresh, and never at the cost of somebody else's files."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

MARKER = "made-by-the-valoshka-demo.txt"
MARKED = (
    "This folder was made by Valoshka's demo. Everything in it is invented.\n"
    "Running the demo again deletes this folder and makes it anew, because this file lies in it.\n"
)


class NotOurs(Exception):  # noqa: N818 - a refusal is an answer, not an accident
    """The folder exists and was not made by the demo."""


def fresh(folder: Path) -> Path:
    """An empty `folder` with the demo's marker in it. What an earlier demo left there is deleted.

    Raises `NotOurs` if the folder holds anything and no marker, or is a link or a file.
    """
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise NotOurs(f"{folder} is not a plain folder. Move it away, or name another: python demo/run.py FOLDER.")
    if folder.exists() and any(folder.iterdir()):
        if not (folder / MARKER).is_file():
            raise NotOurs(
                f"{folder} holds files that the demo did not make; nothing was touched. "
                "Move them away, or name another folder: python demo/run.py FOLDER."
            )
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARKER).write_text(MARKED, encoding="utf-8")
    return folder
