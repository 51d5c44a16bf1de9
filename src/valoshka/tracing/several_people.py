"""Several people on one line: surnames alone among whole names, two given names after one surname, no comma at all."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, cast

import yaml

from valoshka.tracing.name_sense import WORD, is_given, is_patronymic_word

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_PAIR: tuple[Callable[[str], bool], ...] = (is_given,)
_TRIPLE: tuple[Callable[[str], bool], ...] = (is_given, is_patronymic_word)


@cache
def _endings() -> tuple[str, ...]:
    stored = yaml.safe_load(files("valoshka.tracing").joinpath("surname_endings.yml").read_text(encoding="utf-8"))
    return tuple(ending for all_of in cast(dict[str, str], stored["endings"]).values() for ending in all_of.split())


def is_surname(piece: str) -> bool:
    """Whether one word ends as surnames do. Some towns end so too: a row may be shown once too often, never lost.

    >>> is_surname("Пятроў"), is_surname("Жук Ян"), is_surname("Мінск")
    (True, False, False)
    """
    words = WORD.findall(piece)
    return len(words) == 1 and words[0].casefold().endswith(_endings()) and not is_given(words[0])


def apart(run: str) -> list[str]:
    """Names that stand behind each other without a sign between them; `[run]` if it is one name.

    >>> apart("Сарока Ганна Бонч Пятро"), apart("Сарока Ганна")
    (['Сарока Ганна', 'Бонч Пятро'], ['Сарока Ганна'])
    """
    words = WORD.findall(run)
    for reads in (_PAIR, _TRIPLE):
        size = len(reads) + 1
        names = [words[start : start + size] for start in range(0, len(words), size)]
        if len(names) > 1 and all(_reads(name, reads) for name in names):
            return [" ".join(name) for name in names]
    return [run]


def _reads(name: Sequence[str], reads: Sequence[Callable[[str], bool]]) -> bool:
    surname, *behind = name
    return (
        not is_given(surname)
        and len(behind) == len(reads)
        and all(read(word) for read, word in zip(reads, behind, strict=True))
    )


def with_surname_before(pieces: Sequence[str]) -> list[str]:
    """`pieces` of a line, where a given name alone gets the surname of whom it stands behind: brothers, spouses.

    >>> with_surname_before(["Жук Иван", "Пётр"])
    ['Жук Иван', 'Жук Пётр']
    """
    found: list[str] = []
    for piece in pieces:
        before = WORD.findall(found[-1]) if found else []
        shared = len(before) == len(_PAIR) + 1 and _reads(before, _PAIR)
        lone = len(WORD.findall(piece)) == 1 and is_given(piece)
        found.append(f"{before[0]} {piece}" if shared and lone else piece)
    return found
