"""What every peer is given of a person: the full name in both orders, and the surname alone, which is for review.

No knowledge of names is used but one: of three words, the patronymic tells by its ending which is the surname.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_PATRONYMIC = re.compile(r"(ич|вна|чна|ўна|ych|ich|yč|ič|[vu]na|chna)$", re.IGNORECASE)
_SHORT = 3  # letters: a shorter surname is not looked for alone


class Naming(NamedTuple):
    """`text` names `key`; by the surname alone, it is for review."""

    text: str
    key: str
    strong: bool


def namings(people: Mapping[str, Sequence[str]]) -> Iterator[Naming]:
    """Everything that a list of exact names would hold, in small letters."""
    for key, spellings in people.items():
        for spelling in spellings:
            given, surname = given_and_surname(spelling)
            for text in dict.fromkeys((spelling.lower(), f"{given} {surname}", f"{surname} {given}")):
                yield Naming(text, key, True)
            if len(surname) > _SHORT:
                yield Naming(surname, key, False)


def given_and_surname(spelling: str) -> tuple[str, str]:
    """The two words that most texts would have, in small letters.

    >>> given_and_surname("Валошка Галіна Пятроўна"), given_and_surname("Halina Valoshka")
    (('галіна', 'валошка'), ('halina', 'valoshka'))
    """
    words = spelling.lower().split()
    surname_first = len(words) > 2 and _PATRONYMIC.search(words[-1])
    return (words[1], words[0]) if surname_first else (words[0], words[-1])
