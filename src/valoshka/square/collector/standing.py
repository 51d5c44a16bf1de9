"""What every worker holds: the folder it stands on, its pool of processes for pictures, the shared key."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from functools import cache
from typing import TYPE_CHECKING

from valoshka.square.collector.models import OwnKey
from valoshka.square.collector.settings import FOLDER
from valoshka.square.grounds import read_grounds
from valoshka.square.refusals import NotTaken
from valoshka.square.studio.pool import Studio

if TYPE_CHECKING:
    from valoshka.square.grounds import Grounds

_MOST_STUDIOS = 4


@cache
def grounds() -> Grounds:
    """The folder and its action, read once."""
    return read_grounds(FOLDER)


@cache
def studio() -> Studio:
    """As many processes for pictures as there are cores, started when they are first needed.

    In each worker: kept connections may all lead to one of them, and the others' cores would idle.
    """
    return Studio(min(os.cpu_count() or 1, _MOST_STUDIOS))


@cache
def challenge_key() -> bytes:
    """The key of all workers, and of all servers on one database, made when the collector is first started."""
    return bytes(OwnKey.objects.get(name="altcha").key)


def require_open() -> None:
    """Raises `NotTaken("not_open")` once staff have put a file `closed` into the folder."""
    if not grounds().is_open:
        raise NotTaken("not_open")


def now() -> datetime:
    """The moment, for signatures and expiries; never kept."""
    return datetime.now(UTC)


def today() -> date:
    """All of the time that is kept."""
    return now().date()
