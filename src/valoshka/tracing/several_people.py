"""Several people on one line: surnames alone among whole names, one surname for two given names, no comma at all."""

from __future__ import annotations

from functools import cache
from itertools import zip_longest
from typing import TYPE_CHECKING, cast

from valoshka.own_yaml import own_yaml
from valoshka.tracing.name_sense import WORD, is_given, is_initial, is_patronymic_word

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_PAIR: tuple[Callable[[str], bool], ...] = (is_given,)
_TRIPLE: tuple[Callable[[str], bool], ...] = (is_given, is_patronymic_word)


@cache
def _endings(group: str) -> tuple[str, ...]:
    stored = own_yaml("valoshka.tracing", "surname_endings.yml")
    return tuple(ending for all_of in cast(dict[str, str], stored[group]).values() for ending in all_of.split())


def is_surname(piece: str) -> bool:
    """Whether one word ends as surnames do. Some towns end so too: a row may be shown once too often, never lost.

    >>> is_surname("Пятроў"), is_surname("Жук Ян"), is_surname("Мінск")
    (True, False, False)
    """
    words = WORD.findall(piece)
    if len(words) != 1:
        return False
    return _is_familys(words[0]) or (words[0].casefold().endswith(_endings("endings")) and not is_given(words[0]))


def _is_familys(word: str) -> bool:
    """Whether a surname is one of several people: the Pyatrovs."""
    return word.casefold().endswith(_endings("families"))


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
        (_is_familys(surname) or not is_given(surname))
        and len(behind) == len(reads)
        and all(read(word) for read, word in zip(reads, behind, strict=True))
    )


def with_shared_surnames(pieces: Sequence[str]) -> list[str]:
    """`pieces` of a line, where a given name alone gets the surname of whom it stands beside: brothers, spouses.

    >>> with_shared_surnames(["Жук Иван", "Пётр"]), with_shared_surnames(["Аня", "Оля Петровы"])
    (['Жук Иван', 'Жук Пётр'], ['Аня Петровы', 'Оля Петровы'])
    """
    found: list[str] = []
    for piece, behind in zip_longest(pieces, pieces[1:], fillvalue=""):
        lone = len(WORD.findall(piece)) == 1 and is_given(piece) and not _is_familys(piece)
        before, after = _surname_of(found[-1]) if lone and found else "", _familys(behind) if lone else ""
        found.append(f"{piece} {after}" if after else f"{before} {piece}".strip())
    return found


def _surname_of(name: str) -> str:
    """The surname of "Жук Иван", "Жук И." and "Иван Жук"; empty if that is not plain."""
    words: list[str] = WORD.findall(name)
    if len(words) != len(_PAIR) + 1:
        return ""
    if _reads(words, _PAIR) or _reads(words, (is_initial,)):
        return words[0]
    return words[1] if _reads(words[::-1], _PAIR) else ""


def _familys(name: str) -> str:
    """The surname at the end of a name, if it is one of several people."""
    last = WORD.findall(name)[-1:]
    return last[0] if last and len(WORD.findall(name)) > 1 and _is_familys(last[0]) else ""
