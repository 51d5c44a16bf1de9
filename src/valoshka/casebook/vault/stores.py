"""Pointing Django at a casebook's stores, and letting go of them without a trace of plaintext."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.db import connections
from sqlcipher3 import dbapi2

from valoshka.casebook.vault import keyring
from valoshka.casebook.vault.keyfile import STORES
from valoshka.casebook.vault.sqlcipher.maintenance import checkpoint, problems, vacuum

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from valoshka.casebook.vault.folder import CasebookFolder


@contextmanager
def stores_open(folder: CasebookFolder, opened: Mapping[str, bytes]) -> Iterator[None]:
    """Keep the stores whose data keys are in `opened` open for the length of a `with` block."""
    stores = {name: keyring.OpenStore(folder.store(name), key) for name, key in opened.items()}
    with keyring.holding(stores):
        try:
            for name in stores:
                # The first page is read at once, so that damage is told before any work is done.
                raw(name).execute("SELECT count(*) FROM sqlite_master").fetchone()
            yield
        finally:
            for name in stores:
                _close(name)


def raw(alias: str) -> dbapi2.Connection:
    """SQLCipher's own connection under Django's."""
    connections[alias].ensure_connection()
    return connections[alias].connection


def checkpoint_all() -> None:
    """Empty the WAL of every open store, so that its file alone is whole."""
    for name in STORES:
        if keyring.is_open(name):
            checkpoint(raw(name))


def compact_stores() -> None:
    """Rewrite every open store without free pages and with an empty WAL: the last step of erasing."""
    for name in STORES:
        if keyring.is_open(name):
            vacuum(raw(name))


def store_problems() -> list[str]:
    """What is wrong with the open stores, each finding with its store's name; empty if nothing is."""
    return [f"{name}.db: {said}" for name in STORES if keyring.is_open(name) for said in problems(raw(name))]


def _close(alias: str) -> None:
    connection = connections[alias]
    try:
        if connection.connection is not None:
            checkpoint(connection.connection)
    except dbapi2.DatabaseError:
        # A full disk: what was acknowledged is safe in the WAL, and the next opening moves it.
        pass
    finally:
        connection.close()
        if connection.connection is not None:
            # After a failed migration Django believes itself inside a transaction, and keeps what it has closed.
            connection.connection.close()
        del connections[alias]
