"""How ours grows from 10,000 to 1,000,000 people: build, memory, disk, query, recall.

    python -m benchmarks names.growth                # dev half
    python -m benchmarks.names.growth held_out 10000 100000

CPU seconds and milliseconds of one process; load and save by the wall; memory is the most ever resident, Python and
its libraries included. `cold` is the first query after the build, in milliseconds.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from benchmarks.names.environments import CannotBeHad
from benchmarks.names.persons import DEV, SPLITS
from benchmarks.names.queries import queries
from benchmarks.names.scoring import Share, percentile
from benchmarks.names.search import measured, rows

if TYPE_CHECKING:
    from collections.abc import Sequence

LONG = True
SIZES = (10_000, 100_000, 1_000_000)
KINDS = ("attested", "attested_be", "no_patronymic", "two_typos", "declined", "worst")


def main() -> None:
    """One line a size."""
    words = [] if sys.argv[0].endswith("benchmarks/__main__.py") else sys.argv[1:]
    split = next((word for word in words if word in SPLITS), DEV)
    sizes = [int(word) for word in words if word.isdigit()] or SIZES
    try:
        _table(split, sizes)
    except CannotBeHad as problem:
        print(problem)


def _table(split: str, sizes: Sequence[int]) -> None:
    asked = {kind: pairs for kind, pairs in queries(split).items() if kind in KINDS}
    print(f"{split} half; recall@10 by kind: {', '.join(KINDS)}\n")
    heads = {"people": 10, "build s": 9, "peak MB": 9, "save s": 8, "load s": 8, "disk MB": 9, "p50 ms": 8, "p99 ms": 8}
    print("".join(f"{head:>{wide}}" for head, wide in heads.items()) + "   cold")
    for size in sizes:
        _size(split, size, asked)


def _size(split: str, size: int, asked: dict[str, list[tuple[str, str]]]) -> None:
    told = measured("valoshka", rows(split, size), asked)
    disk = told["disk"] or {"save": 0.0, "load": 0.0, "file_mb": 0.0}
    ms = [each for answers in told["kinds"].values() for each in answers["ms"]]
    print(
        f"{size:>10,}{told['build']:>9.1f}{told['peak_mb']:>9.0f}{disk['save']:>8.2f}{disk['load']:>8.2f}"
        f"{disk['file_mb']:>9.0f}{percentile(ms, 0.5):>8.2f}{percentile(ms, 0.99):>8.2f}{told['first_ms']:>7.1f}"
    )
    for kind, answers in told["kinds"].items():
        ranks = answers["ranks"]
        print(f"{'':>12}{kind:<16}{Share(sum(rank is not None for rank in ranks), len(ranks))}", flush=True)


if __name__ == "__main__":
    main()
