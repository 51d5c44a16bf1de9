"""People whom no list has, by the endings with which languages make words for those who do something: a saxophonist.

So many words end like that which are nobody (a computer, границу) that this alone proves nothing: it is asked only of
what a medic treats, and of what somebody is said to be.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from valoshka.disclosure.third_persons.vocabulary import LANGUAGES, Mark, endings_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

    from valoshka.disclosure.third_persons.vocabulary import Token

_ARTICLES = frozenset({"a", "an", "the", "another", "one"})
_REACH = 3  # words from an English article to its noun
_STEM = 3  # letters before an ending
_SLAVIC = tuple(language for language in LANGUAGES if language != "en")


def agents(told: Sequence[Token], nobody: Set[int]) -> Iterator[Mark]:
    """Marks of the kind `agent`; `nobody` are the tokens that only end like people.

    >>> from valoshka.disclosure.third_persons.vocabulary import tokens
    >>> [mark.first for mark in agents(tokens("We lifted a saxophonist off the tarmac."), set())]
    [3]
    """
    for place, token in enumerate(told):
        if place in nobody or token.folded.isdigit():
            continue
        english = token.folded.isascii() and _is_agent(token.folded, ("en",)) and _has_article(told, place)
        if english or _is_agent(token.folded, _SLAVIC):
            yield Mark("agent", token.start, token.end, place, place)


@functools.lru_cache(maxsize=1 << 16)
def _is_agent(word: str, languages: tuple[str, ...]) -> bool:
    return word[_STEM:].endswith(_ends(languages))


@functools.cache
def _ends(languages: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(end for language in languages for end in endings_in(language, "agent_endings"))


def _has_article(told: Sequence[Token], place: int) -> bool:
    return any(token.folded in _ARTICLES for token in told[max(0, place - _REACH) : place])
