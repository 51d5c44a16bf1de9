"""Before the first visitor: the database's tables, and the key that all workers share."""

from __future__ import annotations

import secrets

from django.core.management import call_command
from django.db import DatabaseError, connections

from valoshka.errors import Refused
from valoshka.square.collector.models import Change, OwnKey


def found() -> None:
    """Bring the database up to date; again is no harm. Raises `Refused` if it cannot be opened or written."""
    try:
        call_command("migrate", verbosity=0, interactive=False)
        OwnKey.objects.get_or_create(name="altcha", defaults={"key": secrets.token_bytes(32)})
        for name in ("asked", "built", "flowers"):
            Change.objects.get_or_create(name=name)
    except DatabaseError as error:
        raise Refused(
            "The collector's database cannot be opened or written. Is the disk full, the folder another user's, or "
            "square.sqlite3 damaged? Nothing was changed."
        ) from error
    finally:
        # Workers are forked from here, and a connection must not be shared.
        connections.close_all()
