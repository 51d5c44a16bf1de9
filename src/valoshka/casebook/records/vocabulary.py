"""Codes that a record may hold: those of `terms`, and the casebook's own few (`codes.yml`)."""

from __future__ import annotations

import difflib
import re
from functools import cache
from typing import TYPE_CHECKING

from valoshka.own_yaml import own_yaml
from valoshka.terms import vocabulary as terms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

SHARED: dict[str, Callable[[], Mapping[str, terms.Term]]] = {
    "acts": terms.acts,
    "audience": terms.audiences,
    "certainty": terms.certainties,
    "consent_item": terms.consent_items,
    "consent_means": terms.consent_means,
    "date_basis": terms.date_bases,
    "degree": terms.degrees_of_involvement,
    "epistemic": terms.epistemic,
    "modality": terms.modalities,
    "perpetrator": terms.perpetrators,
    "person_kind": terms.person_kinds,
    "relation": terms.relations,
    "risk": terms.risks,
    "sex": terms.sexes,
}


@cache
def _own() -> Mapping[str, Mapping[str, str]]:
    whole = own_yaml("valoshka.casebook.records", "codes.yml")
    return {name: group["codes"] for name, group in whole.items()}


def codes(name: str) -> tuple[str, ...]:
    """The codes of one vocabulary, in its order: the casebook's own, or one of `terms`.

    >>> codes("modality")
    ('happened', 'announced', 'believed')
    """
    return tuple(SHARED[name]() if name in SHARED else _own()[name])


def meanings(name: str) -> dict[str, str]:
    """Each code of one vocabulary with what it means, in English.

    >>> meanings("victim_kind")
    {'person': 'One person', 'group': 'Several people'}
    """
    if name in SHARED:
        return {code: term.label_in("en") for code, term in SHARED[name]().items()}
    return dict(_own()[name])


def repeated(word: str) -> str:
    """`word` in quotation marks if it looks like a mistyped code; else "this", because it may be a name.

    >>> repeated("pubic"), repeated("Zinaida Prykladna")
    ('"pubic"', 'this')
    """
    return f'"{word}"' if re.fullmatch(r"[a-z0-9][a-z0-9_-]{0,40}", word) else "this"


def nearest(word: str, known: Iterable[str]) -> str:
    """What to try instead of a word that is not known: the nearest ones, or all of a short list.

    >>> nearest("pubic", ("team", "public", "press"))
    'did you mean "public"?'
    """
    known = tuple(known)
    close = difflib.get_close_matches(word, known, n=2)
    if close:
        return "did you mean " + " or ".join(f'"{other}"' for other in close) + "?"
    return "choose one of: " + ", ".join(known) + "."
