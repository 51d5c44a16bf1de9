"""What the heading of a column says, in seven languages: see `headings.yml`."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal, cast

from valoshka.own_yaml import own_yaml

if TYPE_CHECKING:
    from collections.abc import Sequence

Kind = Literal[
    "full", "name", "surname", "given", "patronymic", "other_name", "somebody_else", "of_a_thing",
    "born", "age", "id", "arrested_on", "term",
]  # fmt: skip
NAMING: frozenset[Kind] = frozenset({"full", "name", "surname", "given", "patronymic", "other_name"})
_TAKEN = "|"  # stands for words that are explained
_LONGEST = 60  # characters; what is longer is a title or a row
_OPENING = 3  # letters
_APOSTROPHES = re.compile(r"['’ʼ`′\u0301]")
_CAMEL = re.compile(r"(?<=[a-zа-яё])(?=[A-ZА-ЯЁ])")
_TOKEN = re.compile(r"[^\W_]+|[№#]")


@cache
def _wordings() -> frozenset[tuple[Kind, str]]:
    stored = own_yaml("valoshka.tracing", "headings.yml")
    kinds = cast(dict[Kind, dict[str, list[str]]], stored)
    return frozenset(
        (kind, each) for kind, languages in kinds.items() for several in languages.values() for each in several
    )


@cache
def _known() -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    """Each wording with its kind, those of most words first: "father's name" is no name of the person's."""
    longest_first = sorted(_wordings(), key=lambda pair: (-pair[1].count(" "), pair[1], pair[0]))
    return tuple((kind, re.compile(_pattern(wording))) for kind, wording in longest_first)


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
    (['full'], ['name', 'somebody_else'], frozenset())
    """
    return _told(heading)[0]


def is_heading(cells: Sequence[str]) -> bool:
    """Whether a row is one of headings: most of its cells are nothing else, and one heads names.

    >>> is_heading(["Прозвішча, імя", "Г.р."]), is_heading(["Бонч Галіна", "г.р."])
    (True, False)
    """
    told = [_told(cell) for cell in cells if cell.strip()]
    wholly = [kinds for kinds, rest in told if kinds and not rest]
    return len(wholly) > len(told) / 2 and any(kinds & NAMING for kinds in wholly)


def is_only_heading(cell: str) -> bool:
    """Whether a cell is a heading and nothing else.

    >>> is_only_heading("Імя:"), is_only_heading("Імя Галіна")
    (True, False)
    """
    kinds, rest = _told(cell)
    return bool(kinds) and not rest


@cache
def _openings() -> frozenset[str]:
    return frozenset(wording[:_OPENING] for _, wording in _wordings())


def opens_as_heading(cell: str) -> bool:
    """Whether a cell opens as some heading does: asked of every row, so it has to be quick.

    >>> opens_as_heading("Прозвішча"), opens_as_heading("Ганна")
    (True, False)
    """
    return cell.strip()[:_OPENING].casefold() in _openings()


@cache
def _any() -> re.Pattern[str]:
    return re.compile("|".join(pattern.pattern for _, pattern in _known()))


@lru_cache(maxsize=1 << 14)
def _told(heading: str) -> tuple[frozenset[Kind], bool]:
    """The kinds that a heading has the words of, and whether there are words of none."""
    rest = f" {folded(heading[: _LONGEST + 1])} "
    if len(heading) > _LONGEST or not _any().search(rest):
        return frozenset(), True
    found = set[Kind]()
    for kind, pattern in _known():
        if pattern.search(rest):
            found.add(kind)
            rest = pattern.sub(f" {_TAKEN} ", rest)
    return frozenset(found), any(word != _TAKEN for word in rest.split())
