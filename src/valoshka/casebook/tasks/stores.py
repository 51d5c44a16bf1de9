"""The two stores in one step, and whether the identities are at hand."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.db.transaction import atomic

from valoshka.casebook.vault import keyring
from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator


def identities_open() -> bool:
    """Whether names and originals can be read; not so in travel mode.

    >>> identities_open()
    False
    """
    return keyring.is_open("identities")


def need_identities(to_do: str) -> None:
    """Raise `Refused` in travel mode; `to_do` completes "you need the identities to ..."."""
    if not identities_open():
        raise Refused(
            f"You need the identities to {to_do}, and they are detached or locked. "
            "Attach them first (valoshka identities attach CASE FILE), or give their own passphrase."
        )


@contextmanager
def identities_first() -> Iterator[None]:
    """All or nothing in both stores; of the two, the identities are kept first.

    For importing and erasing: after a kill between the two, an original without an interview is swept at the next
    import, and a person whose names are gone can be erased again.
    """
    if not identities_open():
        with atomic(using="casebook"):
            yield
        return
    with atomic(using="casebook"), atomic(using="identities"):
        yield


@contextmanager
def casebook_first() -> Iterator[None]:
    """All or nothing in both stores; of the two, the casebook is kept first.

    For new names: after a kill between the two, a working text hides a name that is not in the identities yet, never
    the other way round.
    """
    if not identities_open():
        with atomic(using="casebook"):
            yield
        return
    with atomic(using="identities"), atomic(using="casebook"):
        yield
