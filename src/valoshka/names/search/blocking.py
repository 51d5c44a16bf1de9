"""Plain keys of a name, on which a database can join: two spellings of one name share one for each part that agrees."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, NamedTuple

from valoshka.names.folding import fold
from valoshka.names.given import given_names
from valoshka.names.sounding import skeleton
from valoshka.names.tokens import Kind, Token, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable


class BlockingKey(NamedTuple):
    """A key of one `part` of a name: consonants of a surname, the table's first form of a given name."""

    part: Kind
    key: str


def blocking_keys(name: str) -> tuple[BlockingKey, ...]:
    """The keys of every part of `name`, each once, in order.

    >>> set(blocking_keys("Ціханоўская")) & set(blocking_keys("Tikhanovskaya"))
    {BlockingKey(part='surname', key='tgnvsk')}
    """
    return keys_of_tokens(tokens(name))


def keys_of_tokens(found: Iterable[Token]) -> tuple[BlockingKey, ...]:
    """As `blocking_keys`, of a name already taken apart."""
    return tuple(sorted({key for token in found for key in _of_token(token)}))


@functools.lru_cache(maxsize=1 << 14)
def _of_token(token: Token) -> frozenset[BlockingKey]:
    if known := token.groups | token.fathers:
        return frozenset(BlockingKey(token.kind, _given(number)) for number in known)
    return frozenset(BlockingKey(token.kind, skeleton(sound) or sound) for sound in token.sounds)


@functools.cache
def _given(number: int) -> str:
    return fold(given_names()[number].forms[0])
