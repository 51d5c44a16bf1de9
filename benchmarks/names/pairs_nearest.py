"""Hard negatives found, not made: for each person the nearest other person, by trigrams and by the trial's index.

The people: those of persons.tsv (each in one spelling; a pair whose ids share a spelling, or all parts of one, may be
one man listed twice and is left out) and generated Russian people. A pair that `told_apart` cannot tell apart part by
part is left out.
"""

from __future__ import annotations

import itertools
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

import anyascii

from benchmarks.names.corpus import corpus
from benchmarks.names.pairs_made import Pair
from benchmarks.names.pairs_telling import told_apart
from benchmarks.names.peers import prototype
from benchmarks.names.persons import Person, persons

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from benchmarks.names.peers.engine import Engine

GENERATED = 20_000
ASKED = 600  # of them, for each engine
AFTER = 5_000  # those before them are made near real people, of both halves
LIMIT = 30


def nearest_people() -> Iterator[Pair]:
    """Pairs of the kinds `nearest attested` and `nearest generated`, each by both engines. Raises CannotBeHad."""
    for engine in (Trigrams(), prototype.engine()):
        yield from _attested(engine)
    for engine in (Trigrams(), prototype.engine()):
        yield from _generated(engine)


def _attested(engine: Engine) -> Iterator[Pair]:
    people = {person.id: person for person in persons()}
    spellings = {f"{person.id} {at}": text for person in people.values() for at, text in enumerate(person.spellings)}
    engine.build(spellings.items())
    for person in people.values():
        found = engine.search(person.listed, LIMIT)
        near = next((each for each in found if not _may_be_one(person, people[each.split()[0]])), None)
        if near:
            yield Pair("nearest attested", person.listed, spellings[near], person.id)


def _may_be_one(one: Person, other: Person) -> bool:
    """The same id, a spelling in common, or a spelling that is another's without a part."""
    spelt, other_spelt = ([frozenset(_plain(each).split()) for each in person.spellings] for person in (one, other))
    return one == other or any(here <= there or there <= here for here in spelt for there in other_spelt)


def _generated(engine: Engine) -> Iterator[Pair]:
    rows = dict(corpus(GENERATED, mixed=False))
    engine.build(rows.items())
    for key, text in itertools.islice(rows.items(), AFTER, AFTER + ASKED):
        found = engine.search(text, LIMIT)
        near = next((rows[each] for each in found if each != key and not _one_name(text, rows[each])), None)
        if near:
            yield Pair("nearest generated", text, near, key)


def _one_name(one: str, other: str) -> bool:
    """Whether the parts of the shorter all stand in the longer, but for spelling habits: perhaps one person."""
    few, many = sorted((one.split(), other.split()), key=len)
    return any(
        not any(told_apart(here, there) for here, there in zip(few, order, strict=True))
        for order in itertools.permutations(many, len(few))
    )


class Trigrams:
    """The nearest rows by shared trigrams of the romanised text (Dice), best first; as PostgreSQL's pg_trgm counts."""

    def build(self, rows: Iterable[tuple[str, str]]) -> None:
        """Take in (id, text) rows."""
        self.sets: list[tuple[str, frozenset[str]]] = [(key, _trigrams(text)) for key, text in rows]
        self.where: dict[str, list[int]] = {}
        for place, (_, trigrams) in enumerate(self.sets):
            for trigram in trigrams:
                self.where.setdefault(trigram, []).append(place)

    def search(self, query: str, limit: int) -> list[str]:
        """At most `limit` ids."""
        asked = _trigrams(query)
        shared = Counter(itertools.chain.from_iterable(self.where.get(each, ()) for each in asked))
        likeness = {place: 2 * count / (len(asked) + len(self.sets[place][1])) for place, count in shared.items()}
        best = sorted(likeness, key=lambda place: (-likeness[place], place))
        return [self.sets[place][0] for place in best[:limit]]


def _plain(text: str) -> str:
    return anyascii.anyascii(unicodedata.normalize("NFKC", text)).lower()


def _trigrams(text: str) -> frozenset[str]:
    words = [f"  {word} " for word in _plain(text).split()]
    return frozenset(word[at : at + 3] for word in words for at in range(len(word) - 2))
