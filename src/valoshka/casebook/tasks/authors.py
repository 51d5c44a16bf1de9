"""Who works: a code, because it stands in the audit log and in decisions that travel."""

from __future__ import annotations

import re

from valoshka.casebook.records.record import FieldFault
from valoshka.errors import Refused

OWNER = "owner"
_CODE = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def author_code(code: str, field: str = "") -> str:
    """`code`, if it is a short code such as "coder-1"; `Refused` (for `field`, if it is given) if it looks like a name.

    >>> author_code("coder-1")
    'coder-1'
    >>> author_code("Anna Example")
    Traceback (most recent call last):
    valoshka.errors.Refused: Say who works by a code, not a name: small Latin letters, digits, hyphens, as in coder-1.
    """
    if len(code) > 40 or not _CODE.fullmatch(code):
        advice = "a code, not a name: small Latin letters, digits, hyphens, as in coder-1."
        raise FieldFault(field, advice) if field else Refused(f"Say who works by {advice}")
    return code
