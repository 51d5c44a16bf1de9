"""What every corpus is read into: texts, the places where people are named in them, and how each person is called."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from benchmarks.names.environments import ROOT, CannotBeHad, cache
from benchmarks.names.persons import number_of

if TYPE_CHECKING:
    from collections.abc import Mapping

Shape = Literal["full", "initials", "surname", "given", "other"]
SHAPES: tuple[Shape, ...] = ("full", "initials", "surname", "given", "other")
DEV, TEST = "dev", "test"


@dataclass(frozen=True)
class Named:
    """`text[start:end]` (code points) names any one of `people`, in this shape.

    `other` is a name that is none of the person's own (a nickname, a stage name): nobody could know it from the
    protected spelling, so it is counted apart. Not `sure`: the corpus does not say which person of that surname is
    meant; a finding there is right, but none is demanded. `lemma` is the corpus's base form of the mention.
    """

    start: int
    end: int
    people: frozenset[str]
    shape: Shape
    sure: bool = True
    lemma: str = ""


@dataclass(frozen=True)
class Text:
    """One document of a corpus; `split` is fixed by a hash of its topic, or by the corpus itself."""

    id: str
    split: str
    language: str
    text: str
    named: tuple[Named, ...]


@dataclass(frozen=True)
class Corpus:
    """Texts; person → language → the base form of their full name; person → `dev` or `test`."""

    title: str
    texts: tuple[Text, ...]
    spellings: Mapping[str, Mapping[str, str]]
    halves: Mapping[str, str]


def half(kind: str, key: str) -> str:
    """`dev` or `test` for a topic or a surname, by a hash alone: fixed before any text was read.

    >>> half("topic", "covid-19"), half("topic", "brexit")
    ('dev', 'test')
    """
    return (DEV, TEST)[number_of(kind, key) % 2]


def folder(name: str) -> Path:
    """Where this corpus lies: `$VALOSHKA_<NAME>`, ../shared/corpora/<name> beside the project, or the cache.

    Raises CannotBeHad with what to fetch. The folder is a plain copy of the corpus's repository.
    """
    variable = "VALOSHKA_" + name.upper().replace("-", "_")
    places = [Path(told)] if (told := os.environ.get(variable)) else []
    places += [ROOT.parent / "shared" / "corpora" / name, cache() / "corpora" / name]
    for place in places:
        if place.is_dir():
            return place
    raise CannotBeHad(f"{name} is not here. Fetch it ({SOURCES[name]}), and say in ${variable} where it lies.")


SOURCES = {
    "SlavicNER": "github.com/SlavicNLP/SlavicNER; it states no licence, so nobody may pass it on",
    "factRuEval-2016": "github.com/dialogue-evaluation/factRuEval-2016, MIT",
    "UD_Belarusian-HSE": "github.com/UniversalDependencies/UD_Belarusian-HSE, CC BY-SA 4.0",
    "text-anonymization-benchmark": "github.com/NorskRegnesentral/text-anonymization-benchmark, MIT",
}
