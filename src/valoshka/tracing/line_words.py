"""Words that stand beside names on lists and are no part of one: see `line_words.yml`."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal, cast

from valoshka.names.folding import fold
from valoshka.names.given import is_given_name
from valoshka.names.particles import role
from valoshka.own_yaml import own_yaml
from valoshka.tracing.name_sense import WORD, is_initial, is_patronymic_word

Group = Literal["turns_away", "passes", "address"]
_INITIAL = 2  # letters
_FILED_AS: dict[Group, tuple[str, ...]] = {
    "turns_away": ("turns_away",),
    "passes": ("passes", "places", "chat"),
    "address": ("address",),
}


@cache
def _words(group: Group) -> re.Pattern[str]:
    stored = cast(dict[str, dict[str, str]], own_yaml("valoshka.tracing", "line_words.yml"))
    wordings = {word for each in _FILED_AS[group] for words in stored[each].values() for word in words.split()}
    return re.compile("|".join(r"\w*".join(map(re.escape, word.split("*"))) for word in sorted(wordings)))


@lru_cache(maxsize=1 << 14)
def is_of(group: Group, word: str) -> bool:
    """Whether a word is one of a group; an initial and a given name with a capital are of none.

    >>> is_of("passes", "Акрэсціна"), is_of("passes", "Бонч"), is_of("passes", "Г.")
    (True, False, False)
    """
    bare = word.rstrip(".")
    if len(bare) <= _INITIAL and not bare.islower():
        return False
    return bool(_words(group).fullmatch(bare.casefold())) and not (bare.istitle() and is_given_name(fold(bare)))


def without_address(name: str) -> str:
    """`name` without the form of address before it, which is not to be compared.

    >>> without_address("г-н Бонч Ян"), without_address("Пан Ян Бонч"), without_address("Пан Ян")
    ('Бонч Ян', 'Ян Бонч', 'Пан Ян')
    """
    first, _, rest = name.partition(" ")
    return rest if rest and _is_address(first) and (_is_nobodys(first) or _holds_surname(rest)) else name


@lru_cache(maxsize=1 << 16)
def _is_address(word: str) -> bool:
    return _is_nobodys(word) or is_of("address", word)


def _is_nobodys(word: str) -> bool:
    """Whether a word is a form of address and nobody's surname."""
    return role(fold(word.rstrip("."))) == "honorific"


def _holds_surname(name: str) -> bool:
    return any(
        not (is_initial(word) or is_patronymic_word(word) or is_given_name(fold(word))) for word in WORD.findall(name)
    )
