"""Random ids: they stand in logs, in audit trails and in addresses, so they say nothing."""

from __future__ import annotations

import secrets

LENGTH = 10
# Crockford's base32 without the digits: an id is never taken for a date, a number of people or a phone.
LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ"


def random_id() -> str:
    """Ten random letters (about 44 bits), with no I, L, O or U that a hand-written copy would confuse.

    >>> len(random_id()), set(random_id()) <= set(LETTERS)
    (10, True)
    """
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def is_id(text: str) -> bool:
    """Whether `text` has the shape of an id.

    >>> is_id("HKQZTWBDVM"), is_id("Halina")
    (True, False)
    """
    return len(text) == LENGTH and set(text) <= set(LETTERS)
