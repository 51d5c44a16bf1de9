"""One keyed, hardened connection to a store; the same for Django, for verifying and for benchmarks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from valoshka.errors import Refused

if TYPE_CHECKING:
    from pathlib import Path

KEY_BYTES = 32
BUSY_SECONDS = 5.0

# Each line: what it prevents. `cipher_compatibility` pins the file format against later defaults.
HARDENING = (
    "PRAGMA cipher_compatibility = 4",
    "PRAGMA temp_store = MEMORY",  # sorted names and statement journals in a temporary file
    "PRAGMA trusted_schema = OFF",  # functions with side effects hidden in a tampered schema
    "PRAGMA foreign_keys = ON",
    "PRAGMA legacy_alter_table = OFF",  # Django renames tables inside transactions
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",  # an acknowledged row lost with the power
    "PRAGMA secure_delete = ON",  # deleted rows left in free pages
)


def connect(path: Path, key: bytes) -> dbapi2.Connection:
    """Open the store at `path` with its raw 32-byte `key`, in autocommit mode.

    The file is made, readable by its owner only, if there is none. Raises `Refused` if the SQLite underneath cannot
    encrypt; a wrong key or a damaged first page raises `dbapi2.DatabaseError`.

    >>> import secrets, tempfile, pathlib
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     store = connect(pathlib.Path(folder) / "any.db", secrets.token_bytes(32))
    ...     store.execute("PRAGMA journal_mode").fetchone()
    ...     store.close()
    ('wal',)
    """
    if len(key) != KEY_BYTES:
        raise ValueError(f"A raw key has {KEY_BYTES} bytes, not {len(key)}.")
    # SQLite gives the WAL the mode of the store, so the store's own mode has to be right before the first connection.
    path.touch(mode=0o600, exist_ok=True)
    connection = dbapi2.connect(
        str(path.absolute()),
        timeout=BUSY_SECONDS,
        detect_types=dbapi2.PARSE_DECLTYPES | dbapi2.PARSE_COLNAMES,
        isolation_level=None,
        check_same_thread=False,  # Django guards its connections against other threads itself
    )
    try:
        _harden(connection, key)
    except BaseException:
        connection.close()
        raise
    return connection


def _harden(connection: dbapi2.Connection, key: bytes) -> None:
    if not connection.execute("PRAGMA cipher_version").fetchone():
        raise Refused(
            "The SQLite of this Python cannot encrypt, so nothing was opened. Install Valoshka again, with sqlcipher3."
        )
    connection.execute("PRAGMA cipher_log_level = NONE")  # it would print a wrong key's errors over ours
    connection.enable_load_extension(False)
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    for pragma in HARDENING:
        connection.execute(pragma)
    guard(connection)


def guard(connection: dbapi2.Connection) -> None:
    """Deny ATTACH and DETACH, and with them VACUUM: the ways to copy a store's rows out by SQL."""
    connection.set_authorizer(_deny_other_files)


def _deny_other_files(action: int, *_details: str | None) -> int:
    if action in (dbapi2.SQLITE_ATTACH, dbapi2.SQLITE_DETACH):
        return int(dbapi2.SQLITE_DENY)
    return int(dbapi2.SQLITE_OK)
