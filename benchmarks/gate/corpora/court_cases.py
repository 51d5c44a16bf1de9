"""The Text Anonymization Benchmark (MIT; Pilán et al. 2022): judgments of the court in Strasbourg, in English.

echr_dev.json is the dev half of the texts, echr_test.json the test half; a person's half is fixed by a hash of the
surname. The first annotator's marks count. A person is one entity of one judgment; who is nowhere named in full there
may be anyone of that surname.
"""

from __future__ import annotations

import json
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

import yaml

from benchmarks.gate.corpora.shapes import is_initial, shape, words
from benchmarks.gate.corpora.texts import DEV, TEST, Corpus, Named, Text, folder, half
from benchmarks.names.environments import CannotBeHad

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Mention(TypedDict):
    """As the corpus has it; it has more."""

    entity_type: str
    entity_id: str
    start_offset: int
    end_offset: int
    span_text: str


class Document(TypedDict):
    """As the corpus has it; it has more."""

    doc_id: str
    text: str
    annotations: dict[str, dict[str, list[Mention]]]


@cache
def corpus() -> Corpus:
    """Every judgment of the two files, and everybody who is named in full. Raises CannotBeHad."""
    root = folder("text-anonymization-benchmark")
    paths = {split: root / f"echr_{split}.json" for split in (DEV, TEST)}
    if missing := [path.name for path in paths.values() if not path.exists()]:
        raise CannotBeHad(f"The Text Anonymization Benchmark is here without {' and '.join(missing)}. Fetch it whole.")
    return read({split: json.loads(path.read_text(encoding="utf-8")) for split, path in paths.items()})


def read(documents: Mapping[str, Iterable[Document]]) -> Corpus:
    """The corpus, from half → documents.

    >>> mention = Mention(
    ...     entity_type="PERSON", entity_id="e1", start_offset=0, end_offset=18, span_text="Ms Halina Valoshka")
    >>> marks = {"annotator1": {"entity_mentions": [mention]}}
    >>> told = read({"dev": [Document(doc_id="1", text="Ms Halina Valoshka left.", annotations=marks)]})
    >>> told.spellings, told.texts[0].named[0].shape
    ({'1-e1': {'en': 'Halina Valoshka'}}, 'full')
    """
    texts: list[Text] = []
    spellings: dict[str, dict[str, str]] = {}
    for split, told in documents.items():
        for document in told:
            mentions = _people(document)
            full = _full_names(document["doc_id"], mentions)
            spellings |= {person: {"en": name} for person, name in full.items()}
            named = tuple(_named(document["doc_id"], each, full) for each in mentions)
            texts.append(Text(document["doc_id"], split, "en", document["text"], named))
    halves = {person: half("surname", told["en"].split()[-1].lower()) for person, told in spellings.items()}
    return Corpus("TAB", tuple(texts), spellings, halves)


def _people(document: Document) -> list[Mention]:
    first = min(document["annotations"])
    return [each for each in document["annotations"][first]["entity_mentions"] if each["entity_type"] == "PERSON"]


def _full_names(doc_id: str, mentions: Iterable[Mention]) -> dict[str, str]:
    full: dict[str, list[str]] = defaultdict(list)
    for mention in mentions:
        told = _words(mention)
        if 2 <= len(told) <= 4 and not any(map(is_initial, told)) and all(word[0].isupper() for word in told):
            full[f"{doc_id}-{mention['entity_id']}"].append(" ".join(told))
    return {person: max(names, key=lambda name: (len(name), name)) for person, names in full.items()}


def _named(doc_id: str, mention: Mention, full: Mapping[str, str]) -> Named:
    person, told = f"{doc_id}-{mention['entity_id']}", _words(mention)
    known = [full[person]] if person in full else []
    likely = {other for other, name in full.items() if told and name.split()[-1] == told[-1]}
    return Named(
        mention["start_offset"],
        mention["end_offset"],
        frozenset({person} if known else likely),
        shape(" ".join(told), known),
        sure=bool(known),
        lemma=" ".join(told),
    )


def _words(mention: Mention) -> list[str]:
    return [word for word in words(mention["span_text"]) if word.rstrip(".").lower() not in _titles()]


@cache
def _titles() -> frozenset[str]:
    told = yaml.safe_load((Path(__file__).parent / "no_person.yml").read_text(encoding="utf-8"))
    return frozenset(told["titles"])
