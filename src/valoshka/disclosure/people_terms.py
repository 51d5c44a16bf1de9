"""What every list of people has in common: names with letters, dates, consent in the words of the vocabulary."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from valoshka.disclosure.misread import misread
from valoshka.errors import Refused
from valoshka.names import fold
from valoshka.names.folding import script
from valoshka.terms import edtf
from valoshka.terms.vocabulary import audiences, consent_items

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from valoshka.disclosure.marked_yaml import Marked

_WORD = re.compile(r"[^\W\d_]{2}")


def require_names(entry: Marked, names: Sequence[str]) -> None:
    """Raise `Unusable` unless the person has a name."""
    if not names:
        raise entry.refuse(
            "This person has no name, so that nobody could be looked for. Add “names: [...]”. If you never learnt it, "
            "write a full name of your own making that stands in no text: contacts and facts are looked for as well."
        )


def require_readable(entry: Marked, names: Sequence[str]) -> None:
    """Raise `Unusable` unless somebody can be looked for by each of the names in `entry`."""
    if any(not any(letter.isalpha() for letter in fold(name)) for name in names):
        raise entry.refuse("A name here has no letters. Correct it, or take it out.")
    if any(misread(name) for name in names):
        raise entry.refuse(
            "A name here was read in an encoding that it was not written in, and nobody could be found by it. "
            "Type it again, and save the file as UTF-8."
        )
    if any(not _has_a_word(fold(name)) for name in names):
        raise entry.refuse(
            "A name here is a single letter, or initials, and nobody could be found by it. Write the whole name."
        )


def _has_a_word(folded: str) -> bool:
    """Two letters together, or one of a script in which a letter is a word."""
    return bool(_WORD.search(folded)) or any(letter.isalpha() and script(letter) == "other" for letter in folded)


def date_in(entry: Marked) -> str:
    """An EDTF date. Raises `Unusable`."""
    try:
        edtf.parse(entry.text())
    except Refused as error:
        raise entry.refuse("This is not a date. Write it as 1984, 1984-03 or 1984-03-12.") from error
    return entry.text()


def consent_in(entry: Marked) -> Mapping[str, frozenset[str]]:
    """Item → audiences, in codes of `terms/consent.yml`. Raises `Unusable`."""
    return {item: _audiences(value) for item, value in entry.entries(tuple(consent_items())).items()}


def _audiences(value: Marked) -> frozenset[str]:
    given = value.texts()
    if any(code not in audiences() for code in given):
        raise value.refuse(f"Unknown audience. Known are: {', '.join(audiences())}.")
    return frozenset(given)
