"""Runs in a peer's environment: `pairs_peer_scores.py PEER < pairs.json > scores.json`; a score for each pair.

The peers: `token_sort` (rapidfuzz, both sides through unidecode), `jaro_winkler` (the same, words sorted), `logic_v2`
(nomenklatura, both sides as people of that name).
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def token_sort() -> Callable[[str, str], float]:
    from rapidfuzz import fuzz
    from unidecode import unidecode

    return lambda one, other: fuzz.token_sort_ratio(unidecode(one).lower(), unidecode(other).lower()) / 100


def jaro_winkler() -> Callable[[str, str], float]:
    from rapidfuzz.distance import JaroWinkler
    from unidecode import unidecode

    def plain(text: str) -> str:
        return " ".join(sorted(unidecode(text).lower().split()))

    return lambda one, other: JaroWinkler.similarity(plain(one), plain(other))


def logic_v2() -> Callable[[str, str], float]:
    from followthemoney import model
    from nomenklatura.matching import get_algorithm

    algorithm = get_algorithm("logic-v2")
    config = algorithm.default_config()

    def person(name: str) -> object:
        # The id is the name: logic-v2 keeps the reading of an entity under its id.
        return model.get_proxy({"id": name, "schema": "Person", "properties": {"name": [name]}})

    return lambda one, other: algorithm.compare(person(one), person(other), config).score


PEERS = {"token_sort": token_sort, "jaro_winkler": jaro_winkler, "logic_v2": logic_v2}

if __name__ == "__main__":
    score = PEERS[sys.argv[1]]()
    json.dump([score(one, other) for one, other in json.load(sys.stdin)], sys.stdout)
