"""The table of given names: which written words are one name in several languages, and which are short for it.

The table is every YAML file beside this one with the key `names`. An entry is one name:

    - {be: Мікалай, ru: Николай, uk: Микола, pl: Mikołaj, la: Nikolai, short: {be: Мікола Коля, ru: Коля}, sex: m}

A key is a language (ISO 639, two or three letters); `la` holds Latin spellings that follow from no system of
romanisation. Several forms are separated by spaces. `short` holds diminutives and hypocoristics; one may belong to many
names, and to both sexes. `sex` is m, f or u. A file has a `source`, an entry its own where it differs.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING, Literal, cast

import yaml

from valoshka.errors import Refused
from valoshka.names.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

Sex = Literal["m", "f", "u"]
Forms = dict[str, tuple[str, ...]]
_NOT_LANGUAGES = frozenset({"short", "sex", "source"})
_PLAIN = re.compile("[А-ЯЁЎІЇЄҐа-яёўіїєґ]+|[A-Za-z]+")
_NO_APOSTROPHES = {ord(sign): None for sign in "'’ʼʹ`´′"}
# It reads every word as a word, "No" and "On" too. The one in C takes a tenth of the time; not every build has it.
_LOADER: type[yaml.BaseLoader] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True)
class GivenForm:
    """That a written word may be the given name `number` in `language`, in full or `short` for it."""

    number: int
    language: str
    short: bool
    sex: Sex


@dataclass(frozen=True)
class GivenName:
    """One given name: its forms as written, by language; `table` is the file that has it, without .yml."""

    number: int
    table: str
    sex: Sex
    full: Forms
    short: Forms
    source: str

    @property
    def forms(self) -> tuple[str, ...]:
        """Every form as written, full ones first, none twice."""
        each = (form for forms in (*self.full.values(), *self.short.values()) for form in forms)
        return tuple(dict.fromkeys(each))


@functools.cache
def given_names() -> tuple[GivenName, ...]:
    """Every entry of the table, by number: files by their names, entries as they stand there."""
    return tuple(_read(number, *entry) for number, entry in enumerate(_entries()))


def _entries() -> Iterator[tuple[str, str, dict[str, object]]]:
    """The file, the source and the words of every entry."""
    folder = resources.files("valoshka.names.given")
    for path in sorted((each for each in folder.iterdir() if each.name.endswith(".yml")), key=lambda each: each.name):
        table = cast(dict[str, object], yaml.load(path.read_text(encoding="utf-8"), _LOADER))  # noqa: S506
        for entry in cast(list[dict[str, object]], table.get("names", [])):
            if not isinstance(entry, dict) or "sex" not in entry:
                raise Refused(f"{path.name}: {entry} is no entry. Write it as {{be: ..., ru: ..., sex: m}}.")
            yield path.name.removesuffix(".yml"), str(entry.get("source", table["source"])), entry


def _read(number: int, table: str, source: str, entry: dict[str, object]) -> GivenName:
    full = {key: _split(value) for key, value in entry.items() if key not in _NOT_LANGUAGES}
    short = {key: _split(value) for key, value in cast(dict[str, object], entry.get("short", {})).items()}
    return GivenName(number, table, cast(Sex, entry["sex"]), full, short, source)


def key(word: str) -> str:
    """What a word is kept under: folded, without apostrophes, which are written in many ways or left out.

    >>> key("Мар’яна")
    'маряна'
    """
    # The letters of three alphabets fold to themselves in lower case; asking `fold` takes ten times as long.
    folded = word.lower() if _PLAIN.fullmatch(word) else fold(word)
    return folded.translate(_NO_APOSTROPHES)


def _split(forms: object) -> tuple[str, ...]:
    return tuple(str(forms).split())


@functools.cache
def written() -> dict[str, tuple[GivenForm, ...]]:
    """The table by folded word without apostrophes."""
    found: dict[str, dict[GivenForm, None]] = {}
    for name in given_names():
        for short, languages in ((False, name.full), (True, name.short)):
            for language, forms in languages.items():
                for form in forms:
                    found.setdefault(key(form), {})[GivenForm(name.number, language, short, name.sex)] = None
    return {word: tuple(forms) for word, forms in found.items()}


def forms_of(folded: str) -> tuple[GivenForm, ...]:
    """How a folded word may be a given name, by exact spelling; empty if the table does not have it.

    >>> [(form.language, form.short, form.sex) for form in forms_of("николай")][:1]
    [('ru', False, 'm')]
    >>> forms_of("бонч")
    ()
    """
    found = written().get(folded)
    return found if found is not None else written().get(folded.translate(_NO_APOSTROPHES), ())
