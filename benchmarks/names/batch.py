"""Yesterday's list against all families' searches: 30,000 queries, 1,000,000 people, two processes.

    python -m benchmarks names.batch                       # or: python -m benchmarks.names.batch 3000 100000

The queries are generated people of another seed, written in the same shares of languages and letters; the two
processes share the index that their parent built.
"""

from __future__ import annotations

import multiprocessing
import resource
import sys
import time
from typing import TYPE_CHECKING

from benchmarks.names.corpus import SEED, corpus
from benchmarks.names.environments import CannotBeHad

if TYPE_CHECKING:
    from valoshka.names import NameIndex

LONG = True
QUERIES, PEOPLE, PROCESSES = 30_000, 1_000_000, 2
CHUNK = 500
_INDEX: NameIndex


def main() -> None:
    """Wall and CPU seconds of the whole batch."""
    words = [] if sys.argv[0].endswith("benchmarks/__main__.py") else [word for word in sys.argv[1:] if word.isdigit()]
    asked, people = map(int, words) if len(words) == 2 else (QUERIES, PEOPLE)
    try:
        _measure(asked, people)
    except CannotBeHad as problem:
        print(problem)


def _measure(asked: int, people: int) -> None:
    from valoshka.names import NameIndex

    global _INDEX  # noqa: PLW0603 - handed over to the forked processes, not copied
    _INDEX = NameIndex.build(corpus(people))
    queries = [text for _, text in corpus(asked, SEED + 1)]
    chunks = [queries[at : at + CHUNK] for at in range(0, len(queries), CHUNK)]
    began, cpu = time.monotonic(), _children()
    with multiprocessing.get_context("fork").Pool(PROCESSES) as pool:
        hits = sum(pool.imap_unordered(_answered, chunks))
    wall, cpu = time.monotonic() - began, _children() - cpu
    print(
        f"{asked:,} queries against {people:,} people, {PROCESSES} processes: {wall:.0f} s by the wall, {cpu:.0f} CPU s"
    )
    print(f"{1000 * cpu / asked:.2f} CPU ms a query, {hits / asked:.2f} acceptable hits a query")


def _answered(queries: list[str]) -> int:
    from valoshka.names import ACCEPT

    return sum(hit.score >= ACCEPT for query in queries for hit in _INDEX.search(query, limit=10))


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
