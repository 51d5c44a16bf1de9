"""Plain keys of a name, on which a database can join: two spellings of one name share one for each part that agrees."""

from __future__ import annotations

from dataclasses import dataclass

from valoshka.names.folding import fold
from valoshka.names.given import given_names
from valoshka.names.sounding import skeleton
from valoshka.names.tokens import Kind, tokens


@dataclass(frozen=True, order=True)
class BlockingKey:
    """A key of one `part` of a name: consonants of a surname, the table's first form of a given name."""

    part: Kind
    key: str


def blocking_keys(name: str) -> tuple[BlockingKey, ...]:
    """The keys of every part of `name`, each once, in order.

    >>> set(blocking_keys("Ціханоўская")) & set(blocking_keys("Tikhanovskaya"))
    {BlockingKey(part='surname', key='tgnvsk')}
    """
    found: set[BlockingKey] = set()
    for token in tokens(name):
        found |= {BlockingKey(token.kind, _given(number)) for number in token.groups | token.fathers}
        if not token.groups and not token.fathers:
            found |= {BlockingKey(token.kind, skeleton(sound) or sound) for sound in token.sounds}
    return tuple(sorted(found))


def _given(number: int) -> str:
    return fold(given_names()[number].forms[0])
