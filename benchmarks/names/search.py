"""One person found among many: recall, CPU, memory, of ours and of peers.

    python -m benchmarks names.search                     # Valoshka, dev half, 100,000 people
    python -m benchmarks.names.search valoshka prototype --size 1000000 --split held_out
    python -m benchmarks.names.search valoshka --missed   # dev half only: what was not among the first ten
    python -m benchmarks.names.search --all --sample 300  # every peer; the slow ones are asked a sample of each kind

The people asked for are hidden at random places among generated ones (`corpus.py`), `--size` in all; what is asked:
`queries.py`. Bounds are Wilson's at 95 %.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.names.ceiling import listed_otherwise
from benchmarks.names.corpus import SEED, corpus
from benchmarks.names.environments import CannotBeHad, told_by
from benchmarks.names.peers.engine import PEERS
from benchmarks.names.persons import DEV, SPLITS
from benchmarks.names.queries import Asked, hidden, queries
from benchmarks.names.scoring import Share, percentile

LONG = True
SAMPLE = 300


def rows(split: str, size: int, seed: int = SEED, *, mixed: bool = True) -> list[tuple[str, str]]:
    """`size` (id, text) rows: this half's people at random places among generated ones."""
    mine = hidden(split)
    whole = corpus(size, seed, mixed=mixed)[: size - len(mine)] + mine
    random.Random(seed).shuffle(whole)
    return whole


def measured(name: str, people: list[tuple[str, str]], asked: dict[str, Asked]) -> dict[str, Any]:
    """What `measuring.py` tells of this engine, run in its own environment. Raises CannotBeHad."""
    peer = PEERS[name]
    with tempfile.TemporaryDirectory() as folder:
        listed, questions = Path(folder) / "rows.tsv", Path(folder) / "asked.json"
        listed.write_text("".join(f"{key}\t{text}\n" for key, text in people), encoding="utf-8")
        questions.write_text(json.dumps(asked), encoding="utf-8")
        arguments = ["-m", "benchmarks.names.measuring", name, str(listed), str(questions)]
        printed = told_by(peer.title, peer.environment, arguments)
    told: dict[str, Any] = json.loads(printed.splitlines()[-1])
    return told


def quick() -> None:
    """Valoshka among 10,000, dev half."""
    try:
        _table(["valoshka"], DEV, 10_000, SAMPLE)
    except CannotBeHad as problem:
        print(problem)


def main() -> None:
    options = _options()
    names = list(PEERS) if options.all else options.engine or ["valoshka"]
    try:
        _table(names, options.split, options.size, options.sample, missed=options.missed, mixed=not options.russian)
    except CannotBeHad as problem:
        print(problem)


def _engine(name: str) -> str:
    if name not in PEERS:
        raise argparse.ArgumentTypeError(f"there is no {name}; there are {', '.join(PEERS)}")
    return name


def _options() -> argparse.Namespace:
    told = argparse.ArgumentParser(prog="python -m benchmarks.names.search", description="Find one among many.")
    told.add_argument("engine", nargs="*", type=_engine, help=f"of {', '.join(PEERS)}")
    told.add_argument("--all", action="store_true", help="every engine")
    told.add_argument("--size", type=int, default=100_000)
    told.add_argument("--split", choices=SPLITS, default=DEV)
    told.add_argument("--sample", type=int, default=SAMPLE, help="queries of each kind for the slow ones")
    told.add_argument("--russian", action="store_true", help="all generated people in Russian Cyrillic")
    told.add_argument("--missed", action="store_true", help="list what was not found (dev half only)")
    return told.parse_args([] if sys.argv[0].endswith("benchmarks/__main__.py") else None)


def _table(names: list[str], split: str, size: int, sample: int, *, missed: bool = False, mixed: bool = True) -> None:
    people = rows(split, size, mixed=mixed)
    asked = queries(split)
    otherwise = listed_otherwise(split)
    print(f"{split} half, {len(people):,} people, {len(hidden(split))} of them asked for")
    print("recall@10 [Wilson 95 %]; without the people listed under another name (ceiling.py); recall@1; queries\n")
    lines = []
    for name in names:
        fewer = {kind: random.Random(SEED).sample(pairs, min(sample, len(pairs))) for kind, pairs in asked.items()}
        mine = fewer if PEERS[name].slow else asked
        try:
            told = measured(name, people, mine)
        except CannotBeHad as problem:
            print(f"{problem}\n", flush=True)
            continue
        _one(PEERS[name].title, told, mine, otherwise)
        lines.append(_line(PEERS[name].title, told))
        if missed and split == DEV:
            _missed(told, mine, dict(people))
    if len(lines) > 1:
        print("recall@10".ljust(40) + "".join(f"{kind[:11]:>12}" for kind in asked) + "   ms p50/p99", *lines, sep="\n")


def _one(title: str, told: dict[str, Any], asked: dict[str, Asked], otherwise: set[str]) -> None:
    print(title)
    for kind, answers in told["kinds"].items():
        ranks, ms = answers["ranks"], answers["ms"]
        alike = [rank for rank, (_, key) in zip(ranks, asked[kind], strict=True) if key not in otherwise]
        times = f"{percentile(ms, 0.5):>8.2f} /{percentile(ms, 0.99):>8.2f} ms"
        first = ranks.count(1) / max(1, len(ranks))
        print(f"  {kind:<18}{_ten(ranks)!s:>20}{_ten(alike).value:>8.3f}{first:>8.3f}{len(ranks):>7}{times}")
    clock = "wall" if told["wall"] else "CPU"
    print(f"  all queries, {clock} ms p50 / p99: {_times(told)}; the first, cold: {told.get('first_ms', 0):.1f}")
    print(f"  build {told['build']:.1f} {clock} s, peak {told['peak_mb']:.0f} MB ({told['peak_before_mb']:.0f} before)")
    if told["accepted"]:
        said = "  accepted per attested query: {hits:.2f}, others {others:.2f}, right one {right:.3f}"
        print(said.format_map(told["accepted"]))
    if told["disk"]:
        print("  save {save:.2f} s, load {load:.2f} s by the wall, {file_mb:.0f} MB on disk".format_map(told["disk"]))
    print(flush=True)


def _line(title: str, told: dict[str, Any]) -> str:
    shares = "".join(f"{_ten(answers['ranks']).value:>12.3f}" for answers in told["kinds"].values())
    return f"{title:<40}{shares}   {_times(told)}{' wall' if told['wall'] else ''}"


def _times(told: dict[str, Any]) -> str:
    whole = [each for answers in told["kinds"].values() for each in answers["ms"]]
    return f"{percentile(whole, 0.5):.2f} / {percentile(whole, 0.99):.2f}"


def _ten(ranks: list[int | None]) -> Share:
    return Share(sum(rank is not None for rank in ranks), len(ranks))


def _missed(told: dict[str, Any], asked: dict[str, Asked], texts: dict[str, str]) -> None:
    for kind, answers in told["kinds"].items():
        for rank, (query, expected) in zip(answers["ranks"], asked[kind], strict=True):
            if rank is None:
                print(f"  missed  {kind:<14}{query}  |  {texts[expected]}")
    print(flush=True)


if __name__ == "__main__":
    main()
