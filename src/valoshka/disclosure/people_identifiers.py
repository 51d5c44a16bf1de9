"""Identifiers on a list of people: whether somebody can be looked for by them, and by little else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from valoshka.disclosure.another_word import is_another_word
from valoshka.disclosure.identifiers import can_be_found, in_any_text, in_squashed_signs
from valoshka.names import accept, fold
from valoshka.names.given import is_given_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from valoshka.disclosure.marked_yaml import Marked
    from valoshka.disclosure.unknown_names.language import Language

_LANGUAGES: tuple[Language, ...] = ("en", "be", "ru", "uk", "pl")
_WORD = re.compile(r"[^\W\d_]{4,}")  # fewer letters are an abbreviation
_WORDS = re.compile(r"[^\W\d_]+(?:[ '’-][^\W\d_]+)*")
_ONE_WORD = re.compile(r"[^\W\d_]+")


def require_findable(entry: Marked) -> None:
    """Raise `Unusable` with the line of the first of the identifiers in `entry` that any text may hold, or none."""
    for item in entry.listed():
        written = item.text()
        if not can_be_found(written):
            raise item.refuse(
                "This identifier is too short, or is no number, address or account, and nobody could be found by it. "
                "Write the whole number or address (five digits, or three letters, at least); a name belongs under "
                "“names:”."
            )
        if in_any_text(written) or (_ONE_WORD.fullmatch(written) and _is_word(fold(written))):
            raise item.refuse(
                "This identifier is a word or a number that any text may hold. Write an account’s name with its “@”, "
                "a number with all its digits, or leave it out; a name belongs under “names:”."
            )


def require_no_names(entry: Marked, names: Sequence[str]) -> None:
    """Raise `Unusable` with the line of the first of the identifiers in `entry` that is one of the words of `names`."""
    lettered = [item for item in entry.listed() if _WORDS.fullmatch(item.text())]
    known = {each for name in names for each in (fold(name), *fold(name).split())} if lettered else set()
    for item in lettered:
        if fold(item.text()) in known:
            raise item.refuse("This identifier is a name. Names are looked for already: take it out.")


def require_silent(entry: Marked, names: Sequence[str], identifiers: Sequence[str]) -> None:
    """Raise `Unusable` if the id in `entry`, which is printed, is one of the `identifiers`, or a word of `names`."""
    said = _WORD.findall(entry.text())
    if said and any(accept(fold(word), each) for word in said for name in names for each in fold(name).split()):
        raise entry.refuse("This id is a name, and ids are printed. Give a random word or a pseudonym.")
    if in_squashed_signs(entry.text()) in {in_squashed_signs(each) for each in identifiers}:
        raise entry.refuse("This id is also an identifier, and ids are printed. Give a random word or a pseudonym.")


def _is_word(folded: str) -> bool:
    return is_given_name(folded) or any(is_another_word(folded, language) for language in _LANGUAGES)
