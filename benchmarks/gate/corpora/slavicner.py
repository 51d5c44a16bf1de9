"""SlavicNER (Piskorski, Marcińczuk, Yangarber, LREC-COLING 2024): news in six languages, one id across them.

It states no licence, so it is read where whoever measures has put it, and nothing of it is kept here. A person's base
form in a language is the commonest lemma of two or more whole words; two ids with one full name are one person. Halves:
a topic's by hash, a person's by a hash of the surname in the id, so that no family is in both.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import yaml
from anyascii import anyascii

from benchmarks.gate.corpora.shapes import is_initial, shape, words
from benchmarks.gate.corpora.texts import Corpus, Named, Text, folder, half

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


@cache
def _known() -> dict[str, frozenset[str]]:
    told = yaml.safe_load((Path(__file__).parent / "no_person.yml").read_text(encoding="utf-8"))
    return {kind: frozenset(each) for kind, each in told.items()}


_NOBODY = ("ORG-", "GPE-", "LOC-", "EVT-", "PRO-")  # a few members of a party are annotated as people


class _Row(NamedTuple):
    start: int
    end: int
    lemma: str
    person: str


class _Document(NamedTuple):
    topic: str
    language: str
    name: str
    text: str
    rows: tuple[_Row, ...]


@cache
def corpus(languages: tuple[str, ...] = ("ru", "uk", "pl")) -> Corpus:
    """The texts in `languages`, and everybody who is named in full in any of them. Raises CannotBeHad."""
    documents = _one_id([each for each in _documents(folder("SlavicNER")) if each.language in languages])
    full = _full_names(documents)
    texts = tuple(
        Text(each.name, half("topic", each.topic), each.language, each.text, _named(each, full)) for each in documents
    )
    spellings = {person: {language: _first(names) for language, names in told.items()} for person, told in full.items()}
    return Corpus("SlavicNER", texts, spellings, {person: half("surname", _surname(person)) for person in spellings})


def _surname(person: str) -> str:
    """The surname in an id, in Latin letters.

    >>> _surname("PER-Halina-Valoshka-Jr")
    'valoshka'
    """
    told = anyascii(person).lower().split("-")
    return next((word for word in reversed(told) if word and word not in _known()["after_surname"]), "")


def _one_id(documents: Iterable[_Document]) -> list[_Document]:
    """The same with one id for each full name: annotators gave some people several."""
    documents = list(documents)
    first: dict[str, str] = {}
    names: dict[str, str] = {}
    for row in sorted(row for document in documents for row in document.rows if len(words(row.lemma)) > 1):
        one, other = _root(first, names.setdefault(row.lemma.lower(), row.person)), _root(first, row.person)
        first[max(one, other)] = min(one, other)
    return [
        each._replace(rows=tuple(row._replace(person=_root(first, row.person)) for row in each.rows))
        for each in documents
    ]


def _root(first: dict[str, str], person: str) -> str:
    while (before := first.get(person, person)) != person:
        person = before
    return person


def _documents(root: Path) -> Iterator[_Document]:
    for annotated in sorted((root / "ner").glob("*/*/*.tsv")):
        topic, language = annotated.parts[-3:-1]
        raw = [root / "raw" / topic / language / name for name in (annotated.stem, f"{annotated.stem}.txt")]
        path = next((each for each in raw if each.exists()), None)
        if path is not None:
            rows = (line.split("\t") for line in annotated.read_text(encoding="utf-8").splitlines())
            told = tuple(
                _Row(int(row[0]), int(row[1]), row[3], row[5])
                for row in rows
                if row[4] == "PER" and not row[5].startswith(_NOBODY)
            )
            yield _Document(topic, language, annotated.stem, path.read_bytes().decode("utf-8"), told)


def _full_names(documents: list[_Document]) -> Mapping[str, Mapping[str, Counter[str]]]:
    full: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for document in documents:
        for row in document.rows:
            told = words(row.lemma)
            plain = not any(is_initial(word) or word.lower() in _known()["words"] for word in told)
            if 2 <= len(told) <= 4 and plain and all(word[0].isupper() for word in told):
                full[row.person][document.language][" ".join(told)] += 1
    return full


def _named(document: _Document, full: Mapping[str, Mapping[str, Counter[str]]]) -> tuple[Named, ...]:
    found = []
    for row in document.rows:
        bases = [_first(names) for names in full.get(row.person, {}).values()]
        found.append(Named(row.start, row.end, frozenset({row.person}), shape(row.lemma, bases), lemma=row.lemma))
    return tuple(found)


def _first(names: Counter[str]) -> str:
    return min(names, key=lambda name: (-names[name], name))
