"""What every list of people has in common: names with letters, dates, consent in the words of the vocabulary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.errors import Refused
from valoshka.names import fold
from valoshka.terms import edtf
from valoshka.terms.vocabulary import audiences, consent_items

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from valoshka.disclosure.marked_yaml import Marked


def require_names(entry: Marked, names: Sequence[str]) -> None:
    """Raise `Unusable` unless the person has a name."""
    if not names:
        raise entry.refuse("This person has no name, so that nobody could be looked for. Add “names: [...]”.")


def require_letters(entry: Marked, names: Sequence[str]) -> None:
    """Raise `Unusable` unless each of the names in `entry` has letters."""
    if any(not any(letter.isalpha() for letter in fold(name)) for name in names):
        raise entry.refuse("A name here has no letters. Correct it, or take it out.")


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
