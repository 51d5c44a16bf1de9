"""The only functions that lift the authorizer, each for one statement; and what keeps a store's file tidy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.casebook.vault.sqlcipher.connecting import guard

if TYPE_CHECKING:
    from sqlcipher3 import dbapi2


def vacuum(connection: dbapi2.Connection) -> None:
    """Rewrite the store without its free pages, then empty the WAL: after erasing, no page keeps what was there.

    SQLite vacuums by attaching a temporary store, which the authorizer denies; here it is in memory and encrypted.
    """
    connection.set_authorizer(None)
    try:
        connection.execute("VACUUM")
    finally:
        guard(connection)
    checkpoint(connection)


def checkpoint(connection: dbapi2.Connection) -> None:
    """Move everything from the WAL into the store and empty the WAL."""
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()


def problems(connection: dbapi2.Connection) -> list[str]:
    """What is wrong with a store, in words; empty if nothing is.

    Checks each page's authentication code, then SQLite's own structure, then references between rows. The WAL is
    emptied first, because `cipher_integrity_check` takes pages that are still in it for damage. Shows row counts and
    page numbers, never a value.
    """
    checkpoint(connection)
    pages = len(connection.execute("PRAGMA cipher_integrity_check").fetchall())
    if pages:
        return [f"{pages} page(s) fail their authentication code"]
    structure = [str(row[0]) for row in connection.execute("PRAGMA integrity_check").fetchall()]
    if structure != ["ok"]:
        return [f"the structure is damaged in {len(structure)} place(s)"]
    dangling = len(connection.execute("PRAGMA foreign_key_check").fetchall())
    return [f"{dangling} row(s) refer to rows that are gone"] if dangling else []
