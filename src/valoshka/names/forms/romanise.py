"""Names in Latin letters, as each official system and each country's press writes them; and from Łacinka back."""

from __future__ import annotations

import functools
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NotRequired, TypedDict

from valoshka.errors import Refused
from valoshka.own_yaml import own_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from valoshka.names.forms.grammar import Language, Sex

_FILES = ("belarusian.yml", "russian.yml", "ukrainian.yml", "shared.yml")
_LETTER = "[А-яЁёІіЇїЄєҐґЎў]"
_WORDS = {
    "CONS": "[бвгґджзклмнпрстфхцчшщ]",
    "VOWEL": "[аеёєиіїоуыэюя]",
    "LETTER": _LETTER,
    "START": rf"(?<!{_LETTER})(?<!{_LETTER}['’ʼ])",
    "END": rf"(?!{_LETTER}|['’ʼ-]{_LETTER})",
}
# A letter typed as two signs is one letter to every system: й, ў, ё, ї.
_TORN = re.compile("[ИиУуЕеІі][\u0306\u0308]")


@dataclass(frozen=True)
class System:
    """One way of writing Cyrillic names in Latin letters.

    `languages` are those that it reads; `sex` is set where it adds endings that only men's or only women's names have.
    `label` is by language (en, be, ru). In a `running` system whole texts are written, so names are declined in it.
    """

    code: str
    languages: tuple[Language, ...]
    sex: Sex | None
    label: Mapping[Literal["en", "be", "ru"], str]
    source: str
    running: bool = False


@dataclass(frozen=True, eq=False)
class _Table:
    pattern: re.Pattern[str]
    rules: tuple[str, ...]
    letters: dict[str, str]


class _Written(TypedDict):
    code: str
    label: dict[Literal["en", "be", "ru"], str]
    source: str
    letters: NotRequired[str]
    rules: NotRequired[list[list[str]]]
    languages: NotRequired[list[Language]]
    sex: NotRequired[Sex]
    running: NotRequired[bool]
    like: NotRequired[str]


def romanise(name: str, system: str = "passport-be") -> str:
    """`name` in Latin letters by one system; see `systems()` for their codes.

    Any text may be given: what the system does not write stays as it is. No way back is promised. `Refused` for a code
    that is not known.

    >>> romanise("Дзмітрый Лугаўцоў"), romanise("Юлия Залуцкая", "press-de-ru")
    ('Dzmitry Luhautsou', 'Julija Saluzkaja')
    """
    known = _known()
    if system not in known:
        raise Refused(f"No romanisation is called {system[:40]!r}. Choose one of: {', '.join(known)}.")
    return _written(_TORN.sub(lambda torn: unicodedata.normalize("NFC", torn.group()), name), _table(system))


def cyrillise(name: str, system: str = "lacinka") -> str:
    """`name` in Cyrillic letters, for the systems where one spelling has one reading; today that is Łacinka.

    >>> cyrillise("Maryna Cichanoŭskaja"), cyrillise("Alena Łuhaŭcova")
    ('Марына Ціханоўская', 'Алена Лугаўцова')
    """
    known = _backwards()
    if system not in known:
        raise Refused(f"No way back from {system[:40]!r} is certain. Choose one of: {', '.join(known)}.")
    return _written(unicodedata.normalize("NFC", name), known[system])


@functools.cache
def systems() -> tuple[System, ...]:
    """Every romanisation, Belarusian ones first.

    >>> [system.code for system in systems() if system.languages == ("uk",)][:2]
    ['resolution-55', 'passport-uk-2007']
    """
    return tuple(
        System(
            code,
            tuple(entry["languages"]),
            entry.get("sex"),
            entry["label"],
            entry["source"],
            entry.get("running", False),
        )
        for code, entry in _known().items()
        if "languages" in entry
    )


@functools.cache
def _known() -> dict[str, _Written]:
    return {entry["code"]: entry for name in _FILES for entry in _read("systems", name)}


@functools.cache
def _backwards() -> dict[str, _Table]:
    return {entry["code"]: _compiled([entry]) for entry in _read("cyrillisations.yml")}


def _read(*path: str) -> Iterable[_Written]:
    entries: list[_Written] = own_yaml("valoshka.names.forms", *path)["systems"]
    return entries


@functools.cache
def _table(code: str) -> _Table:
    """The rules of a system, its own before those of the system that it is like."""
    chain = [_known()[code]]
    while like := chain[-1].get("like"):
        chain.append(_known()[like])
    return _compiled(chain)


def _compiled(chain: list[_Written]) -> _Table:
    rules = [rule for entry in chain for rule in entry.get("rules", [])]
    letters: dict[str, str] = {}
    for entry in reversed(chain):
        letters |= dict(_pair(pair) for pair in entry.get("letters", "").split())
    own = f"[{''.join(map(re.escape, letters))}]"
    pattern = "|".join([*(f"({_expanded(written)})" for written, _ in rules), own])
    return _Table(re.compile(pattern), tuple(output for _, output in rules), letters)


def _pair(written: str) -> tuple[str, str]:
    letter, _, output = written.partition("=")
    return letter, output


def _expanded(pattern: str) -> str:
    for word, letters in _WORDS.items():
        pattern = pattern.replace(word, letters)
    return pattern


def _written(text: str, table: _Table) -> str:
    lower = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    made: list[str] = []
    at = 0
    for match in table.pattern.finditer(lower):
        start, end = match.span()
        made += [text[at:start], _in_capitals(_output(match, table), text, start, end)]
        at = end
    return "".join([*made, text[at:]])


def _output(match: re.Match[str], table: _Table) -> str:
    if match.lastindex is None:
        return table.letters[match.group()]
    output = table.rules[match.lastindex - 1]
    if output.startswith("+"):
        return "".join(table.letters[letter] for letter in match.group()) + output[1:]
    return output


def _in_capitals(output: str, text: str, start: int, end: int) -> str:
    """`output` in the capitals of what it stands for: ШЧУР gives SHCHUR, Шчур gives Shchur."""
    if not text[start].isupper():
        return output
    after, before = text[end : end + 1], text[max(0, start - 1) : start]
    shouted = after.isupper() if after.isalpha() else before.isupper() or (end - start > 1 and text[end - 1].isupper())
    return output.upper() if shouted else output[:1].upper() + output[1:]
