"""A thread in every worker that looks after the public pages; one of them at a time has them rebuilt."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import Error, close_old_connections
from filelock import FileLock, Timeout

from valoshka.square.collector.answering import tell_place
from valoshka.square.collector.models import Change, GivenFlower, Spent
from valoshka.square.collector.standing import today
from valoshka.square.grounds import PUBLIC
from valoshka.square.limits import limits

if TYPE_CHECKING:
    from pathlib import Path

_LOOK_EVERY = 5.0  # seconds
_LOCK = "rebuilding.lock"


def start(folder: Path) -> None:
    """Start looking after `folder`; ends with the process."""
    threading.Thread(target=_look_after, args=(folder,), name="gardener", daemon=True).start()


def _look_after(folder: Path) -> None:
    while True:
        try:
            tend(folder)
        except (Error, OSError) as error:
            tell_place(error)
        close_old_connections()
        time.sleep(_LOOK_EVERY)


def tend(folder: Path) -> None:
    """Rebuild if it is owed and nobody else is at it; forget spent proofs once they have expired."""
    if not is_owed(folder):
        return
    try:
        with FileLock(folder / _LOCK, timeout=0):
            if is_owed(folder):
                Spent.objects.filter(day__lt=today() - timedelta(days=1)).delete()
                subprocess.run([sys.executable, "-m", "valoshka.square.collector.rebuilding", str(folder)], check=False)  # noqa: S603 - our own module
    except Timeout:
        return


def is_owed(folder: Path) -> bool:
    """Whether staff published or took down since the pages were built, or flowers came and the pages are old."""
    done = dict(Change.objects.values_list("name", "count"))
    if done.get("asked", 0) != done.get("built", 0):
        return True
    try:
        age = time.time() - (folder / PUBLIC).lstat().st_mtime
    except FileNotFoundError:
        return True
    return age >= limits().rebuild_seconds and done.get("flowers", 0) != GivenFlower.objects.count()
