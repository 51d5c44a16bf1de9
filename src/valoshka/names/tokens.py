"""The words of one name, each with all that it may be: a given name, a patronymic, an initial, a surname."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, replace
from typing import Literal

from valoshka.names import knowledge
from valoshka.names.folding import fold
from valoshka.names.given import given_groups, given_names, is_given_name

try:
    from valoshka.names.given import father_groups
except ImportError:

    def father_groups(folded):
        return frozenset()


from valoshka.names.index import surname_forms

try:
    from valoshka.names.particles import role
except ImportError:

    def role(folded):
        return None


from valoshka.names.sounding import hear, heard, skeleton

Kind = Literal["given", "patronymic", "surname", "initial", "particle"]
KINDS: tuple[Kind, ...] = ("given", "patronymic", "surname", "initial", "particle")
PARTICLE = KINDS.index("particle")
MOST = 12  # words: whoever writes more has not written one name
LONGEST = 400  # characters that are read of a name
_WORD = re.compile(r"[^\W\d_](?:['’ʼ`′]?[^\W_])*[\u0300-\u036f\u200b-\u200f\u00ad]*(?:['’ʼ`′]?[^\W\d_]+)*['ʼ’]?\.?")


@dataclass(frozen=True)
class Token:
    """One word of a name, folded; `groups` and `fathers` number given names, `sounds` are coarse (`sounding.heard`)."""

    folded: str
    kind: Kind
    groups: frozenset[int] = frozenset()
    fathers: frozenset[int] = frozenset()
    sounds: frozenset[str] = frozenset()

    @property
    def weight(self) -> float:
        """What share of a name such a word is, before all shares are added up."""
        return knowledge.weighing().weight[self.kind]


def tokens(name: str) -> tuple[Token, ...]:
    """What `name` is made of, in its order; empty for a text without letters. Only its first words are read.

    >>> [(token.folded, token.kind) for token in tokens("Бонч Г. Пятроўна")]
    [('бонч', 'surname'), ('г', 'initial'), ('пятроўна', 'patronymic')]
    """
    found = tuple(map(token_of, raw_words(name)))
    return tuple(token for token in found if token.kind != "particle") or found


def raw_words(name: str) -> list[str]:
    """Words as written, with the full stop that marks an initial; at most MOST, of its first LONGEST letters."""
    return _WORD.findall(name[:LONGEST])[:MOST]


@functools.lru_cache(maxsize=1 << 15)
def token_of(raw: str) -> Token:
    """One word as written, taken for what it may be, with the consonants that other languages give it.

    >>> token_of("Дз.").kind, token_of("Zmicier").kind
    ('initial', 'given')
    """
    token = listed_token(raw)
    if token.kind != "surname":
        return token
    others = surname_forms(token.folded) - {token.folded}
    return replace(token, sounds=token.sounds.union(*map(heard, others)))


def listed_token(raw: str) -> Token:
    """As `token_of`, for a word of a list: it is enough that the words asked for have all consonants."""
    folded = fold(raw.rstrip("."))
    sounds = frozenset(hear(folded))
    if len(folded) == 1 or (raw.endswith(".") and len(folded) == 2):
        return Token(folded, "initial", sounds=sounds)
    if role(folded) is not None:
        return Token(folded, "particle", sounds=sounds)
    groups = given_groups(folded) if _may_be_given(folded, sounds) else frozenset()
    fathers = father_groups(folded)
    return Token(folded, "given" if groups else "patronymic" if fathers else "surname", groups, fathers, sounds)


def _may_be_given(folded: str, sounds: frozenset[str]) -> bool:
    """A quick no for most surnames, of whose consonants there is no given name."""
    known = _given_skeletons()
    return any(skeleton(sound) in known for sound in sounds) or is_given_name(folded)


@functools.cache
def _given_skeletons() -> frozenset[str]:
    forms = {fold(form) for name in given_names() for form in name.forms}
    return frozenset(skeleton(sound) for form in forms for sound in hear(form))
