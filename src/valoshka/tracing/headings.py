"""What the heading of a column says, in seven languages: see `headings.yml`."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal, cast

import yaml

Kind = Literal[
    "full", "name", "surname", "given", "patronymic", "other_name", "somebody_else", "of_a_thing",
    "born", "age", "id", "arrested_on", "term",
]  # fmt: skip
NAMING: frozenset[Kind] = frozenset({"full", "name", "surname", "given", "patronymic", "other_name"})
_LONGEST = 60  # characters; what is longer is a title or a row
_APOSTROPHES = re.compile(r"['’ʼ`′\u0301]")
_CAMEL = re.compile(r"(?<=[a-zа-яё])(?=[A-ZА-ЯЁ])")
_TOKEN = re.compile(r"[^\W_]+|[№#]")


@cache
def _known() -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    stored = yaml.safe_load(files("valoshka.tracing").joinpath("headings.yml").read_text(encoding="utf-8"))
    kinds = cast(dict[Kind, dict[str, list[str]]], stored)
    return tuple(
        (kind, re.compile("|".join(_pattern(wording) for wordings in languages.values() for wording in wordings)))
        for kind, languages in kinds.items()
    )


def _pattern(wording: str) -> str:
    # Words stand between single spaces in a folded heading.
    return f" {'[^ ]*'.join(map(re.escape, wording.split('*')))} "


def folded(heading: str) -> str:
    """A heading in small letters, its words between single spaces: what `headings.yml` is written in.

    >>> folded("Ф.И.О."), folded("Імя па-бацьку:"), folded("lastName")
    ('ф и о', 'імя па бацьку', 'last name')
    """
    return " ".join(_TOKEN.findall(_CAMEL.sub(" ", _APOSTROPHES.sub("", heading)).casefold()))


@lru_cache(maxsize=1 << 14)
def kinds_of(heading: str) -> frozenset[Kind]:
    """Every kind that the heading has the words of; empty for what is no heading.

    >>> sorted(kinds_of("Прозвішча, імя")), sorted(kinds_of("Имя судьи")), kinds_of("Бонч Галіна")
    (['full', 'name', 'surname'], ['name', 'somebody_else'], frozenset())
    """
    if len(heading) > _LONGEST:
        return frozenset()
    within = f" {folded(heading)} "
    return frozenset(kind for kind, pattern in _known() if pattern.search(within))
