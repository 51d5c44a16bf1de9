"""What a search and a row say of a birth, side by side. It orders likenesses and hides none: lists have errors."""

from __future__ import annotations

from valoshka.terms import edtf
from valoshka.tracing.birth_agreement import BirthSaid, birth_said

ANOTHER_BIRTH = 0.9  # share: less is neither the same birth, nor one not said, nor a slip of the pen
NOT_ASKED = BirthSaid(1.0, "born: the search does not say")


def births(sought: str, listed: str) -> BirthSaid:
    """How the birth of a row agrees with that of a search; both EDTF, or empty if nothing is known.

    >>> births("1982", "1982-03-12").share, births("", "1982").words
    (1.0, 'born: the search does not say')
    """
    if not sought:
        return NOT_ASKED
    return birth_said(edtf.parse(sought), edtf.parse(listed) if listed else None)
