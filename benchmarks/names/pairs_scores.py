"""Scores of pairs, ours and the peers'."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

from benchmarks.names.environments import HERE, CannotBeHad, interpreter

if TYPE_CHECKING:
    from benchmarks.names.pairs_made import Pair

    Scores = list[tuple[Pair, float]]

# Name in tables → which peer of `pairs_peer_scores.py`, in which environment.
PEERS = {
    "rapidfuzz token_sort_ratio on unidecode": ("token_sort", "peers"),
    "Jaro-Winkler on unidecode": ("jaro_winkler", "peers"),
    "nomenklatura logic-v2": ("logic_v2", "yente"),
}


def valoshka_scores(same: list[Pair], different: list[Pair]) -> tuple[Scores, Scores, float]:
    """Our score of each pair, and the threshold of `accept`."""
    from valoshka.names import ACCEPT, compare

    return (
        [(pair, compare(pair.one, pair.other).score) for pair in same],
        [(pair, compare(pair.one, pair.other).score) for pair in different],
        ACCEPT,
    )


def peer_scores(peer: str, pairs: list[Pair]) -> Scores:
    """A peer's score of each pair, from its own environment. Raises CannotBeHad."""
    name, environment = PEERS[peer]
    if not (HERE / "requirements" / f"{environment}.txt").exists():
        raise CannotBeHad(f"There is no requirements/{environment}.txt to run it with.")
    done = subprocess.run(
        [str(interpreter(environment)), str(HERE / "pairs_peer_scores.py"), name],
        input=json.dumps([(pair.one, pair.other) for pair in pairs]),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise CannotBeHad(f"It could not be asked: {(done.stderr.strip().splitlines() or ['?'])[-1]}")
    return list(zip(pairs, json.loads(done.stdout), strict=True))
