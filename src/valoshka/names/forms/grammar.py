"""How three languages decline names, read once from `declensions_<language>.yml` beside this file."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import Literal, TypedDict

from valoshka.errors import Refused
from valoshka.own_yaml import own_yaml

Language = Literal["be", "ru", "uk"]
Part = Literal["given", "patronymic", "surname"]
Sex = Literal["m", "f"]
Case = Literal["nominative", "genitive", "dative", "accusative", "instrumental", "locative", "vocative"]
Stress = Literal["end", "stem", "either"]
Cell = tuple[str, ...]
Change = tuple[re.Pattern[str], str]

LONGEST = 80  # letters: nothing longer is a word of a name, and patterns would take long over it
LANGUAGES: tuple[Language, ...] = ("be", "ru", "uk")


@dataclass(frozen=True)
class Paradigm:
    """How the names of one shape are declined: what the endings replace, and the endings, a cell for each case."""

    name: str
    parts: frozenset[str]
    sexes: frozenset[str]
    ends: re.Pattern[str]
    singular: tuple[Cell, ...]
    plural: tuple[Cell, ...]


@dataclass(frozen=True)
class Stem:
    """What stands before the endings of a name that `pattern` fits, in variants; = is the name without its ending."""

    pattern: re.Pattern[str]
    variants: tuple[str, ...]
    stress: Stress | None


@dataclass(frozen=True, eq=False)
class Grammar:
    """One language. `softened` and `called` say what a last consonant becomes before an ending marked ~ or ^.

    `nouns` are words that only look like a woman's surname: Калина is no family of Калин.
    """

    language: Language
    cases: tuple[Case, ...]
    softened: dict[str, str]
    called: dict[str, str]
    nouns: frozenset[str]
    only: dict[str, re.Pattern[str]]
    stems: tuple[Stem, ...]
    stress: dict[str, tuple[tuple[re.Pattern[str], Stress], ...]]
    paradigms: tuple[Paradigm, ...]
    feminine: tuple[Change, ...]
    masculine: tuple[Change, ...]

    def paradigm(self, part: Part, sex: Sex, folded: str) -> tuple[Paradigm, int] | None:
        """The paradigm of a name in lower case, and where its endings begin; none for a name that does not change."""
        if len(folded) > LONGEST:
            return None
        for paradigm in self.paradigms:
            if part in paradigm.parts and sex in paradigm.sexes and (match := paradigm.ends.search(folded)):
                return paradigm, match.start(match.lastindex or 0)
        return None

    def sexes(self, folded: str) -> tuple[Sex, ...]:
        """Who can bear a surname that is written so."""
        if folded in self.nouns or len(folded) > LONGEST:
            return ("m", "f")
        if self.only["f"].search(folded):
            return ("f",)
        return ("m",) if self.only["m"].search(folded) else ("m", "f")


class _Written(TypedDict):
    """A file as it is written; patterns may hold the words NOUNS and ADJECTIVES for the lists of these names."""

    cases: list[Case]
    softened: dict[str, str]
    called: dict[str, str]
    nouns: list[str]
    adjectives: list[str]
    only: dict[str, str]
    stems: list[tuple[str, str]]
    stress: dict[str, list[tuple[str, Stress]]]
    paradigms: list[dict[str, str]]
    feminine: list[tuple[str, str]]
    masculine: list[tuple[str, str]]


@functools.cache
def grammar(language: Language) -> Grammar:
    """The grammar of `be`, `ru` or `uk`; `Refused` for any other language."""
    if language not in LANGUAGES:
        raise Refused(f"No declension is known for the language {language[:20]!r}. Choose be, ru or uk.")
    name = f"declensions_{language}.yml"
    known = own_yaml("valoshka.names.forms", name)
    return _grammar(language, known, {"NOUNS": known["nouns"], "ADJECTIVES": known["adjectives"]})


def _grammar(language: Language, known: _Written, words: dict[str, list[str]]) -> Grammar:
    def pattern(written: str) -> re.Pattern[str]:
        for key, stems in words.items():
            written = written.replace(key, "|".join(stems))
        return re.compile(written)

    return Grammar(
        language,
        tuple(known["cases"]),
        known["softened"],
        known["called"],
        frozenset(f"{stem}а" for stem in known["nouns"]),
        {sex: pattern(written) for sex, written in known["only"].items()},
        tuple(_stem(*entry) for entry in known["stems"]),
        {
            part: tuple((pattern(written), stress) for written, stress in rules)
            for part, rules in known["stress"].items()
        },
        tuple(_paradigm(entry, pattern(entry["ends"])) for entry in known["paradigms"]),
        tuple((pattern(written), there) for written, there in known["feminine"]),
        tuple((pattern(written), there) for written, there in known["masculine"]),
    )


def _stem(pattern: str, variants: str, stress: Stress | None = None) -> Stem:
    return Stem(re.compile(pattern), tuple(variants.split("|")), stress)


def _paradigm(entry: dict[str, str], ends: re.Pattern[str]) -> Paradigm:
    sexes = {"m", "f"} if entry["sex"] == "both" else {entry["sex"]}
    return Paradigm(
        entry["name"],
        frozenset(entry["part"].split()),
        frozenset(sexes),
        ends,
        _cells(entry["singular"]),
        _cells(entry.get("plural", "")),
    )


def _cells(row: str) -> tuple[Cell, ...]:
    return tuple(tuple(cell.split("/")) for cell in row.split())
