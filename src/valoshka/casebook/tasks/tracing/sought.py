"""What a family says of the person they seek, checked before it is kept."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from dataclasses import asdict, dataclass, fields, replace

from valoshka.casebook.identities.models.tracing import LONGEST_NAME, LONGEST_NOTE
from valoshka.casebook.records.record import FieldFault
from valoshka.casebook.tasks.plain_words import plain
from valoshka.errors import Refused
from valoshka.terms import edtf
from valoshka.tracing.birth_agreement import asked_birth

MOST_NAMES = 30
LONGEST_PLACE = 300
LONGEST_REFERENCE = 100
_YEARS = re.compile(r"(\d{4})\s*(?:[-–—]|\.\.)\s*(\d{4})")
_DAY = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}")
_WORD = re.compile(r"[^\W\d_]{4}")  # a place or a person; д.н., г.р. and dob are shorter
# Digits and symbols (Unicode, General Category): an emoji, a currency, a sum; never part of a name.
NO_PART_OF_A_NAME = ("N", "So", "Sc", "Sm")
LINES = "\n\t"
EXAMPLES = "12.03.1982, 1982-03, about 1982: 1982~, or 1980..1984"


@dataclass(frozen=True)
class Sought:
    """One search as it is asked for. `born` and `last_seen` are EDTF; `reference` is the helpline's own number."""

    name: str
    other_names: tuple[str, ...] = ()
    born: str = ""
    last_seen: str = ""
    last_place: str = ""
    asked_by: str = ""
    note: str = ""
    reference: str = ""

    def checked(self) -> Sought:
        """The same, its dates in EDTF and blanks at the ends gone; `FieldFault` for the first thing that is wrong."""
        if len(self.other_names) > MOST_NAMES:
            raise FieldFault("other_names", f"at most {MOST_NAMES}. Keep the spellings that differ most.")
        others = tuple(fit_name(name, "other_names") for name in self.other_names if name.strip())
        return replace(
            self,
            name=fit_name(self.name),
            other_names=tuple(dict.fromkeys(others)),
            born=fit_date(self.born, "born"),
            last_seen=fit_date(self.last_seen, "last_seen"),
            last_place=fit_text(self.last_place, "last_place", LONGEST_PLACE),
            asked_by=fit_text(self.asked_by, "asked_by", LONGEST_PLACE),
            note=fit_text(self.note, "note", LONGEST_NOTE),
            reference=fit_text(self.reference, "reference", LONGEST_REFERENCE),
        )

    def fingerprint(self) -> str:
        """The SHA-256 of all that is asked: the same search twice is one."""
        return hashlib.sha256(json.dumps(asdict(self), sort_keys=True).encode()).hexdigest()


FIELDS = tuple(field.name for field in fields(Sought))


def fit_name(text: str, field: str = "name") -> str:
    """`text` without blanks at its ends, if it can be a name; else `FieldFault`, which never repeats it.

    >>> fit_name("  Зінаіда Прыкладная ")
    'Зінаіда Прыкладная'
    >>> fit_name("Zinaida 1982")
    Traceback (most recent call last):
    valoshka.casebook.records.record.FieldFault: name: it holds a digit or a symbol, which no name does. ...
    """
    name = text.strip()
    if len(name) > LONGEST_NAME:
        raise FieldFault(
            field, f"it has {len(name):,} signs, and a name has at most {LONGEST_NAME}. Give the name only."
        )
    plain(name, field)
    if any(unicodedata.category(sign).startswith(NO_PART_OF_A_NAME) for sign in name):
        raise FieldFault(
            field, "it holds a digit or a symbol, which no name does. Write the year of birth where it is asked for."
        )
    if sum(sign.isalpha() for sign in name) < 2:
        raise FieldFault(field, "write the name of the person who is sought, as the family writes it.")
    return name


def fit_date(text: str, field: str) -> str:
    """`text` as EDTF; it may be written as lists write it, and a range of years with a dash or two dots.

    Raises `FieldFault` with examples for anything else.

    >>> fit_date("1980..1984", "born"), fit_date("12.03.1982", "born"), fit_date("", "born")
    ('1980/1984', '1982-03-12', '')
    """
    years = _YEARS.fullmatch(text.strip())
    written = f"{years[1]}/{years[2]}" if years else text.strip()
    if not written:
        return ""
    if _DAY.search(written) and _WORD.search(written):
        raise FieldFault(field, "it holds more than a date. Write the date alone; a place has its own answer.")
    try:
        return str(edtf.parse(written))
    except edtf.EdtfError:
        try:
            return str(asked_birth(written))
        except Refused as refusal:
            raise FieldFault(field, f"that is no date. Write, for example, {EXAMPLES}; a year is enough.") from refusal


def fit_text(text: str, field: str, longest: int = LONGEST_NOTE) -> str:
    """`text` without blanks at its ends, if it is not too long and can be seen whole; else `FieldFault`."""
    whole = text.strip()
    if len(whole) > longest:
        raise FieldFault(field, f"it has {len(whole):,} signs; keep it to {longest}.")
    for line in re.split(f"[{LINES}]", whole) if longest == LONGEST_NOTE else [whole]:
        plain(line, field)
    return whole
