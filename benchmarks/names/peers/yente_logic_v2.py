"""yente's query for candidates, nomenklatura's logic-v2 for their order, without Elasticsearch between.

yente 5.5 asks Elasticsearch for `limit` × 10 candidates and lets logic-v2 score them. Its query is rebuilt here over
posting lists of our own, from its `search/queries.py` and `search/indexer.py`: for each part of the name the best of
comparable form (1.0), metaphone (0.5) and symbols (0.7), ties at 0.2; the joined parts (2.0); and all words of the
name within Elasticsearch's AUTO edits (3.0). Every clause weighs BM25's rarity; lengths of names are left out.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np
from followthemoney import model
from nomenklatura.matching import get_algorithm
from nomenklatura.matching.logic_v2.names.analysis import entity_names
from rapidfuzz import process
from rapidfuzz.distance import OSA
from rigour.names import Symbol

if TYPE_CHECKING:
    from collections.abc import Iterable

    from followthemoney import EntityProxy
    from numpy.typing import NDArray
    from rigour.names import Name

CANDIDATES = 10
BOOSTS = {"part": 1.0, "phonetic": 0.5, "symbol": 0.7}
TIES = 0.2
FUZZY = 50  # Elasticsearch's max_expansions


class Yente:
    def build(self, rows: Iterable[tuple[str, str]]) -> None:
        self.ids: list[str] = []
        self.texts: list[str] = []
        lists: dict[str, list[int]] = defaultdict(list)
        for at, (key, text) in enumerate(rows):
            self.ids.append(key)
            self.texts.append(text)
            for term in _terms(text, f"listed-{at}"):
                lists[term].append(at)
        self.postings = {term: np.array(places, np.int32) for term, places in lists.items()}
        self.words: dict[int, list[str]] = defaultdict(list)  # by length, as an automaton would leave out the others
        for term in self.postings:
            if term.startswith("word:"):
                self.words[len(term) - len("word:")].append(term)
        self.algorithm = get_algorithm("logic-v2")
        self.config = self.algorithm.default_config()
        self.asked = 0

    def search(self, query: str, limit: int) -> list[str]:
        self.asked += 1
        wanted = _person(query, f"asked-{self.asked}")
        scores = self._scores(query, wanted)
        most = min(limit * CANDIDATES, len(scores))
        best = np.argpartition(-scores, most - 1)[:most]
        best = best[scores[best] > 0]
        ranked = [
            (
                -self.algorithm.compare(wanted, _person(self.texts[at], f"found-{at}"), self.config).score,
                -scores[at],
                at,
            )
            for at in best.tolist()
        ]
        return [self.ids[at] for _, _, at in sorted(ranked)[:limit]]

    def _scores(self, query: str, wanted: EntityProxy) -> NDArray[np.float32]:
        scores = 3.0 * self._all_words(query)
        for name in entity_names(wanted, is_query=True):
            scores += self._best_of([(f"joined:{_joined(name)}", 2.0)])
            for clause in _clauses(name):
                scores += self._best_of(clause)
        return scores

    def _best_of(self, clause: list[tuple[str, float]]) -> NDArray[np.float32]:
        best, total = self._nothing(), self._nothing()
        for term, boost in clause:
            if term in self.postings:
                at, weight = self.postings[term], boost * self._rarity(term)
                best[at] = np.maximum(best[at], weight)
                total[at] += weight
        return best + TIES * (total - best)

    def _all_words(self, query: str) -> NDArray[np.float32]:
        whole: NDArray[np.float32] | None = None
        for word in _words(query):
            here = self._nothing()
            edits = 0 if len(word) < 3 else 1 if len(word) < 6 else 2
            about = [term for more in range(-edits, edits + 1) for term in self.words.get(len(word) + more, ())]
            near = process.extract(f"word:{word}", about, scorer=OSA.distance, score_cutoff=edits, limit=FUZZY)
            for term, distance, _ in near:
                at = self.postings[term]
                here[at] = np.maximum(here[at], self._rarity(term) * (1 - distance / len(word)))
            whole = here if whole is None else np.where((whole > 0) & (here > 0), whole + here, 0)
        return self._nothing() if whole is None else whole

    def _nothing(self) -> NDArray[np.float32]:
        return np.zeros(len(self.ids), np.float32)

    def _rarity(self, term: str) -> float:
        count = len(self.postings.get(term, ()))
        return math.log(1 + (len(self.ids) - count + 0.5) / (count + 0.5))


def _person(text: str, key: str) -> EntityProxy:
    return model.get_proxy({"id": key, "schema": "Person", "properties": {"name": [text]}})


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _joined(name: Name) -> str:
    return "".join(part.comparable for part in name.parts)


def _terms(text: str, key: str) -> set[str]:
    terms = {f"word:{word}" for word in _words(text)}
    # The cached reading would keep a million entities alive: the plain function is asked.
    for name in entity_names.__wrapped__(_person(text, key)):
        terms.add(f"joined:{_joined(name)}")
        terms |= {f"symbol:{symbol.category.value}:{symbol.id}" for symbol in name.symbols if not _initial(symbol)}
        terms |= {f"part:{part.comparable}" for part in name.parts}
        terms |= {f"phonetic:{part.metaphone}" for part in name.parts if len(part.metaphone or "") > 2}
    return terms


def _clauses(name: Name) -> Iterable[list[tuple[str, float]]]:
    for part in name.parts:
        clause = [(f"part:{part.comparable}", BOOSTS["part"])]
        if len(part.metaphone or "") > 2:
            clause.append((f"phonetic:{part.metaphone}", BOOSTS["phonetic"]))
        symbols = {span.symbol for span in name.spans if part in span.parts and not _initial(span.symbol)}
        clause += [(f"symbol:{each.category.value}:{each.id}", BOOSTS["symbol"]) for each in symbols]
        yield clause


def _initial(symbol: Symbol) -> bool:
    return bool(symbol.category == Symbol.Category.INITIAL)


def engine() -> Yente:
    return Yente()
