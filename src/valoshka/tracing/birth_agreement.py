"""How the birth in a row agrees with the one that is asked for. Lists have slips, so nothing is ever ruled out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from valoshka.errors import Refused
from valoshka.terms import edtf
from valoshka.tracing.births import read_birth

if TYPE_CHECKING:
    from valoshka.terms.edtf import Edtf

# What remains of a name's score. A wrong year is commoner on lists than two people of one whole name are, so that even
# a birth far away leaves a good name in sight. A year with one other digit may be a slip, or a namesake of ten years.
_SAME, _NOT_SAID, _SLIP, _OTHER_DIGIT, _OTHER = 1.0, 0.98, 0.95, 0.91, 0.85
_DIGIT = "one digit differs"
_RANGE = re.compile(r"((?:19|20)\d\d)\s*(?:\.\.|-|–|—|/)\s*((?:19|20)\d\d)")
_LONGEST = 60
_NEVER = 9999  # two figures of a year are asked for whole
_EXAMPLES = "1982, 12.03.1982, 1982-03 or 1980..1984"


@dataclass(frozen=True)
class BirthSaid:
    """`share`, 0 to 1, of a name's score that remains, and `words` that say why."""

    share: float
    words: str


def asked_birth(text: str) -> Edtf:
    """What `--born` was given, as a date. Raises `Refused` with examples.

    >>> str(asked_birth("12.03.1982")), str(asked_birth("1980..1984"))
    ('1982-03-12', '[1980..1984]')
    """
    bare = text.strip()
    stretch = _RANGE.fullmatch(bare)
    if stretch and stretch[1] <= stretch[2]:
        return edtf.parse(f"[{stretch[1]}..{stretch[2]}]")
    try:
        return edtf.parse(bare)
    except edtf.EdtfError:
        born = read_birth(bare, _NEVER) if len(bare) <= _LONGEST and not bare.isdecimal() else None
    if born is None or stretch:
        raise Refused(f"That is no birth date. Write, for example, {_EXAMPLES}; a year is enough.")
    return born


def birth_said(asked: Edtf, here: Edtf | None) -> BirthSaid:
    """How likely a row with the birth `here` is about somebody born `asked`.

    >>> birth_said(edtf.parse("1982"), edtf.parse("1983")).words
    'born: 1983 here, you asked for 1982; a year apart'
    """
    if here is None:
        return BirthSaid(_NOT_SAID, "born: not said here")
    if edtf.overlap(asked, here):
        return BirthSaid(_SAME, f"born: {edtf.shown(here, 'en')}, as you asked")
    slip = _slip(asked, here)
    said = f"born: {edtf.shown(here, 'en')} here, you asked for {edtf.shown(asked, 'en')}"
    if not slip:
        return BirthSaid(_OTHER, said)
    other_year = slip == _DIGIT and asked.text[:4] != here.text[:4]
    return BirthSaid(_OTHER_DIGIT if other_year else _SLIP, f"{said}; {slip}")


def _slip(asked: Edtf, here: Edtf) -> str:
    """The slip of a pen that makes one date of the other; empty if none does."""
    return _slip_of_day(asked.text, here.text) or _slip_of_year(asked, here)


def _slip_of_day(asked: str, here: str) -> str:
    if len(asked) != 10 or len(here) != 10:
        return ""
    year, month, day = asked.split("-")
    if here == f"{year}-{day}-{month}":
        return "day and month swapped"
    return _slip_of_digits(asked, here)


def _slip_of_year(asked: Edtf, here: Edtf) -> str:
    if not (asked.earliest and asked.latest and here.earliest and here.latest):
        return ""
    gap = max(here.earliest.year - asked.latest.year, asked.earliest.year - here.latest.year)
    same_year_only = asked.earliest.year == asked.latest.year and here.earliest.year == here.latest.year
    if gap == 1 and same_year_only and not ("-" in asked.text and "-" in here.text):
        return "a year apart"
    if gap <= 1:
        return "close to it"
    if same_year_only and ("-" not in asked.text or "-" not in here.text or asked.text[4:] == here.text[4:]):
        return _slip_of_digits(asked.text[:4], here.text[:4])
    return ""


def _slip_of_digits(one: str, other: str) -> str:
    unlike = [place for place in range(len(one)) if one[place] != other[place]]
    if len(unlike) == 1:
        return _DIGIT
    swapped = len(unlike) == 2 and unlike[1] == unlike[0] + 1
    if swapped and one[unlike[0]] == other[unlike[1]] and one[unlike[1]] == other[unlike[0]]:
        return "two digits swapped"
    return ""
