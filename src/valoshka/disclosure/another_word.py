"""What else a word may be that sounds like somebody's name: a place, an institution, a word of the dictionary."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, cast

from valoshka.disclosure.unknown_names.english import is_common
from valoshka.disclosure.unknown_names.judging import kinds
from valoshka.disclosure.unknown_names.knowledge import words
from valoshka.disclosure.unknown_names.stems import stem
from valoshka.names.folding import script
from valoshka.own_yaml import own_yaml

if TYPE_CHECKING:
    from valoshka.disclosure.unknown_names.language import Language

_ANOTHER = frozenset(
    {"place", "place_adjective", "not_name", "function_word", "month", "role", "dictionary_word", "dictionary_noun"}
)
_SHORTEST = 3  # letters of a stem
_INFLECTED = frozenset({"be", "ru", "uk", "pl"})
_MADE = re.compile("(?:sk|ck|dzk|sc)$")


@functools.lru_cache(maxsize=1 << 14)
def is_another_word(folded: str, language: Language) -> bool:
    """Whether a folded word is something else than a name, too, in the language of the text.

    >>> is_another_word("белым", "be"), is_another_word("rosji", "pl"), is_another_word("астапчуком", "be")
    (True, True, False)
    """
    if kinds(folded, language) & _ANOTHER or is_place(folded, language) or _is_of_place(folded, language):
        return True
    if script(folded) == "latin" and is_common(folded):
        return True  # what is quoted in Latin letters mostly is English
    return language in _common() and stem(folded) in _common()[language]


@functools.lru_cache(maxsize=1 << 14)
def is_place(folded: str, language: Language) -> bool:
    """Whether a folded word is a place.

    >>> is_place("германии", "ru"), is_place("галина", "ru")
    (True, False)
    """
    if folded in words().places:
        return True
    # Of a short stem (Перу, Белы) too little is left to tell a place by.
    return language in _INFLECTED and len(stem(folded)) > _SHORTEST and stem(folded) in words().places_stems


@functools.lru_cache(maxsize=1 << 14)
def is_known(folded: str, language: Language) -> bool:
    """Whether a folded word is known as anything at all, somebody else's name among it: then it is nobody's misspelt.

    >>> is_known("петренко", "ru"), is_known("узорнк", "ru")
    (True, False)
    """
    known = {"given", "short", "patronymic", "dictionary_name", "dictionary_may"}
    return is_another_word(folded, language) or bool(kinds(folded, language) & known)


def _is_of_place(folded: str, language: Language) -> bool:
    """Whether a Polish word is an adjective made of a place: Warszawskiego, ukraińscy."""
    made = _MADE.search(stem(folded)) if language == "pl" else None
    return made is not None and stem(folded)[: made.start()].replace("ń", "n") in words().places_stems


@functools.cache
def _common() -> dict[str, frozenset[str]]:
    known = cast(dict[str, str], own_yaml("valoshka.disclosure", "common_words.yml"))
    return {
        language: frozenset(bare for word in known[language].split() if len(bare := stem(word)) >= _SHORTEST)
        for language in ("be", "uk", "pl")
    }
