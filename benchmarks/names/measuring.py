"""Measures one engine in a process of its own: `python -m benchmarks.names.measuring ENGINE ROWS.tsv ASKED.json`.

ASKED.json: {kind: [[query, expected id], ...]}. Prints one JSON object. Times are CPU seconds of this process (wall
seconds for an engine that works elsewhere), each query apart, after a few that warm it up; the peak is that of the
whole process, interpreter and libraries included, rows read one by one.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.names.peers import engine as peers

if TYPE_CHECKING:
    from collections.abc import Iterator

LIMIT = 10
WARM = 20
ACCEPTED_SAMPLE = 300


def main(name: str, rows: Path, asked: Path) -> dict[str, Any]:
    engine = peers.load(name)
    clock = time.perf_counter if peers.measured_by_the_wall(name) else time.process_time
    before, peak_before = clock(), peak_mb()
    engine.build(_rows(rows))
    told: dict[str, Any] = {
        "build": clock() - before,
        "peak_mb": peak_mb(),
        "peak_before_mb": peak_before,
        "wall": clock is time.perf_counter,
    }
    kinds: dict[str, list[list[str]]] = json.loads(asked.read_text(encoding="utf-8"))
    some = [query for pairs in kinds.values() for query, _ in pairs[:5]]
    if some:
        before = clock()
        engine.search(some[0], LIMIT)
        told["first_ms"] = 1000 * (clock() - before)
        for query in some[:WARM]:
            engine.search(query, LIMIT)
    told["kinds"] = {kind: _asked(engine, pairs, clock) for kind, pairs in kinds.items()}
    told["accepted"] = _accepted(engine, kinds)
    told["disk"] = _disk(engine)
    return told


def _asked(engine: peers.Engine, pairs: list[list[str]], clock: Any) -> dict[str, Any]:
    ranks: list[int | None] = []
    spent = []
    for query, expected in pairs:
        before = clock()
        found = engine.search(query, LIMIT)
        spent.append(1000 * (clock() - before))
        ranks.append(found.index(expected) + 1 if expected in found else None)
    return {"ranks": ranks, "ms": spent}


def _accepted(engine: peers.Engine, kinds: dict[str, list[list[str]]]) -> dict[str, float] | None:
    if not hasattr(engine, "accepted"):
        return None
    pairs = kinds.get("attested", [])[:ACCEPTED_SAMPLE]
    found = [(engine.accepted(query), expected) for query, expected in pairs]
    asked = max(1, len(found))
    return {
        "asked": len(found),
        "hits": sum(len(ids) for ids, _ in found) / asked,
        "others": sum(len(set(ids) - {expected}) for ids, expected in found) / asked,
        "right": sum(expected in ids for ids, expected in found) / asked,
    }


def _disk(engine: peers.Engine) -> dict[str, float] | None:
    if not hasattr(engine, "saved_and_loaded"):
        return None
    with tempfile.TemporaryDirectory() as folder:
        told: dict[str, float] = engine.saved_and_loaded(Path(folder) / "names.index")
        return told


def _rows(path: Path) -> Iterator[tuple[str, str]]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            key, text = line.rstrip("\n").split("\t")
            yield key, text


def peak_mb() -> float:
    """Most memory ever resident, MB. A child's ru_maxrss begins with its parent's on Linux: its own book is asked."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text(encoding="utf-8").splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))))
