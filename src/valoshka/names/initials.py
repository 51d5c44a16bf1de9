"""Initials beside a surname, and whose they may be."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from valoshka.names.beside import AFTER_INITIAL
from valoshka.names.parts import given_forms
from valoshka.names.phones import Sound, sounds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from valoshka.names.index import Bearer
    from valoshka.names.words import Word

_INITIAL = 2


def initials_beside(text: str, plain: Sequence[Word], surname: Word, step: int) -> list[Word]:
    """Up to two initials that stand before (`step` -1) or after (+1) the surname, written large if it is, in order."""
    found: list[Word] = []
    near = surname
    at = surname.first - 1 if step < 0 else surname.last + 1
    while len(found) < _INITIAL and 0 <= at < len(plain):
        word = plain[at]
        one, other = (word, near) if step < 0 else (near, word)
        dotted = text[word.end : word.end + 1] == "."
        if len(word.folded) > (_INITIAL if dotted else 1) or word.capital != surname.capital:
            break
        # In lower case a single letter is a word: "а мороз", "с волком".
        if not (dotted or word.capital) or not AFTER_INITIAL.fullmatch(text, one.end, other.start):
            break
        found.append(word)
        near, at = word, at + step
    return found[::step]


def is_initial_of(letter: str, bearer: Bearer) -> bool:
    """Whether a folded initial may stand for the bearer's given name, in any spelling."""
    if any(
        letter[0] == initial[0] or opening_letters(letter) & opening_letters(initial)
        for initial in bearer.parts.initials
    ):
        return True
    return any(opens(letter, given) for given in bearer.parts.given)


def are_initials_of(letters: Sequence[str], bearer: Bearer) -> bool:
    """Whether one of the folded initials is the given name's and, of two, the other the father's.

    If nobody knows the father, the first of two is the given name's.
    """
    fathers = bearer.parts.patronymic
    if not fathers and not bearer.parts.initials:
        return is_initial_of(letters[0], bearer)
    return any(
        is_initial_of(letter, bearer)
        and all(not fathers or opens(other, fathers[0]) for other in (*letters[:at], *letters[at + 1 :]))
        for at, letter in enumerate(letters)
    )


@functools.lru_cache(maxsize=1 << 14)
def opens(letter: str, given: str) -> bool:
    """Whether a folded initial opens a folded given name in any language's form of it."""
    forms = given_forms(given)
    if any(form.startswith(letter) for form in forms):
        return True
    return any(opening_letters(letter) & opening_letters(form) for form in forms)


@functools.lru_cache(maxsize=1 << 14)
def opening_letters(folded: str) -> frozenset[str]:
    """The phones that a word may open with; of a lone initial, the phone that it stands for."""
    return frozenset(_opening(sound) for sound in sounds(folded) if sound.gaps or sound.trail)


def _opening(sound: Sound) -> str:
    if sound.gaps and sound.gaps[0]:
        return sound.gaps[0][:2] if sound.gaps[0][0] == "J" else sound.gaps[0][0]
    return sound.consonants[:1] or sound.trail[:2]
