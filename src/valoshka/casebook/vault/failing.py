"""What the disk and SQLCipher say when something fails, in the user's words."""

from __future__ import annotations

import errno
from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.db import DatabaseError
from sqlcipher3 import dbapi2

from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

RESTORE = "Restore the casebook from a backup with `valoshka restore`."
FULL_DISK = "The disk is full; nothing half-written was left at {path}. Free some space, then do it again."
FULL_OR_FAILING = (
    "The disk is full or failing; nothing half-written was left at {path}. Free some space, then do it again; if that "
    "does not help, copy everything to another disk."
)

# SQLite's own sentences (https://www.sqlite.org/rescode.html) → ours.
SENTENCES = {
    "database or disk is full": FULL_DISK,
    "disk I/O error": FULL_OR_FAILING,  # also a full disk, when there is no room for the WAL's index
    "attempt to write a readonly database": "You may not write in {path}. Check its permissions.",
    "unable to open database file": "A store of {path} could not be opened. Check its permissions.",
    "database is locked": "{path} is being written by another program. Close it there, then try again.",
    "file is not a database": "A store of {path} does not fit its key: it is damaged or another casebook's. " + RESTORE,
    "database disk image is malformed": "A store of {path} is damaged or was cut short. " + RESTORE,
}
FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}


@contextmanager
def said_plainly(path: Path) -> Iterator[None]:
    """Turn a failing disk or store under `path` into a `Refused`; every other error passes as it is.

    >>> import pathlib
    >>> with said_plainly(pathlib.Path("case.valoshka")):
    ...     raise OSError(errno.ENOSPC, "No space left on device")
    Traceback (most recent call last):
    valoshka.errors.Refused: The disk is full; nothing half-written was left at case.valoshka. Free some space, ...
    """
    try:
        yield
    except OSError as error:
        sentence = _of_the_disk(error, path)
        if sentence is None:
            raise
        raise Refused(sentence) from error
    except (DatabaseError, dbapi2.DatabaseError) as error:
        sentence = next((said for theirs, said in SENTENCES.items() if theirs in str(error)), None)
        if sentence is None:
            raise
        raise Refused(sentence.format(path=path)) from error


def _of_the_disk(error: OSError, path: Path) -> str | None:
    if error.errno in FULL:
        return FULL_DISK.format(path=path)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"You may not write at {error.filename or path}. Choose another place, or check its permissions."
    if error.filename or error.errno == errno.EIO:
        return f"{error.filename or path} could not be used ({error.strerror}). Check the disk, then do it again."
    return None  # a closed pipe, say: nothing that the disk did
