"""Words of a written name that are no name: von, ибн, оглы, урожд., Jr; and the father whom оглы and қызы tell of."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, cast

from valoshka.names.folding import fold
from valoshka.names.given import given_groups
from valoshka.own_yaml import own_yaml

if TYPE_CHECKING:
    from collections.abc import Sequence

Role = Literal["particle", "child_of", "also", "born", "generation", "honorific"]
Telling = Literal["also", "born"]
_SHORTEST_FATHER = 3  # letters: Али; what is left of Акулы without улы is nobody


@dataclass(frozen=True)
class _Particles:
    roles: dict[str, Role]
    phrases: dict[tuple[str, ...], Telling]
    father_endings: tuple[str, ...]


@functools.cache
def known() -> _Particles:
    """The knowledge of `particles.yml`, its words folded."""
    read = cast(dict[str, object], own_yaml("valoshka.names.particles", "particles.yml"))
    roles = cast(dict[Role, str], read["roles"])
    phrases = cast(dict[Telling, list[str]], read["phrases"])
    endings = {fold(ending) for ending in cast(str, read["father_endings"]).split()}
    return _Particles(
        {fold(word): role for role, words in roles.items() for word in words.split()},
        {tuple(map(fold, phrase.split())): telling for telling, each in phrases.items() for phrase in each},
        tuple(sorted(endings, key=lambda ending: (-len(ending), ending))),
    )


def role(folded: str) -> Role | None:
    """What a folded word does in a name, if it is no name itself; None for a name, and for what may be one (Хан, Ben).

    >>> role("von"), role("оглы"), role("урожд"), role("мл"), role("бонч")
    ('particle', 'child_of', 'born', 'generation', None)
    """
    return known().roles.get(folded)


def of_role(wanted: Role) -> list[str]:
    """Every folded word that does `wanted` in a name.

    >>> "jr" in of_role("generation")
    True
    """
    return [word for word, what in known().roles.items() if what == wanted]


def is_particle(folded: str) -> bool:
    """Whether a folded word is no name, whatever else it does.

    >>> is_particle("тер"), is_particle("хан")
    (True, False)
    """
    return folded in known().roles


def father_of(folded: str) -> str | None:
    """Whose child a folded Turkic patronymic tells of, in one word or in two; None if it tells of nobody.

    In one word the father's name must be known: Gurbanguly is no son of a Gurbang.

    >>> father_of("серікұлы"), father_of("гусейн оглы"), father_of("əliqızı"), father_of("бонч")
    ('серік', 'гусейн', 'əli', None)
    """
    endings = known().father_endings
    if not folded.endswith(endings):
        return None
    before = folded.removesuffix(next(ending for ending in endings if folded.endswith(ending)))
    father = before.rstrip(" -")
    return father if len(father) >= _SHORTEST_FATHER and (father != before or given_groups(father)) else None


def with_fathers(folded: Sequence[str]) -> tuple[str, ...]:
    """The folded words of a name, a father's name and the word that says whose child one is joined to one.

    >>> with_fathers(("мамедов", "али", "гусейн", "оглы"))
    ('мамедов', 'али', 'гусейн оглы')
    """
    joined: list[str] = []
    for word in folded:
        if role(word) == "child_of" and joined and " " not in joined[-1]:
            joined[-1] = f"{joined[-1]} {word}"
        else:
            joined.append(word)
    return tuple(joined)
