"""What each word of one written entry is, coarsely: given name, patronymic, initial, surname."""

from __future__ import annotations

import re
from typing import Literal

from valoshka.names.folding import fold
from valoshka.names.given import given_groups, is_given_name
from valoshka.names.knowledge import surname_knowledge
from valoshka.names.particles.roles import is_particle

Kind = Literal["given", "patronymic", "surname", "initial"]
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.-?)+[^\W\d_]?|[^\W\d_]")
_HYPHEN = re.compile("[-‐‑–]")
_STOPS = ".,;:!?-–—'\"«»“”„()[]{}"


def kinds(words: list[str]) -> list[Kind]:
    """What each written word is in a name. A Latin word that only sounds like a given name is one if no other is.

    >>> kinds(["Лапо", "Г.", "Пятроўна"]), kinds(["Anna", "Chmara"])
    (['surname', 'initial', 'patronymic'], ['given', 'surname'])
    """
    written = [_kind(word) for word in words]
    if "given" in written:
        return written
    return [
        "given" if each == "surname" and any(map(_sounds_given, _parts(word))) else each
        for word, each in zip(words, written, strict=True)
    ]


def _kind(word: str) -> Kind:
    folded = bare(word)
    if not folded or is_initials(word):
        return "initial"
    if any(map(is_given_name, _parts(word))):
        return "given"
    patronymic = is_particle(folded) or folded.endswith(surname_knowledge()["patronymic"])
    return "patronymic" if patronymic else "surname"


def _sounds_given(folded: str) -> bool:
    return folded.isascii() and bool(given_groups(folded))


def _parts(word: str) -> list[str]:
    return _HYPHEN.split(bare(word))


def is_initials(word: str) -> bool:
    """Whether a written word is one initial or several: Г., Дз., Г.П."""
    return bool(_INITIALS.fullmatch(word))


def bare(word: str) -> str:
    """A written word folded, without the stops around it."""
    return fold(word.strip(_STOPS))
