"""An archive against many people: how long a sweep takes for a gigabyte, and how much memory.

    python -m benchmarks.gate.archive                          # 50 MB against 1,000, 10,000 and 100,000 people
    python -m benchmarks.gate.archive --megabytes 1000 --sizes 100000 --processes 2

The archive is made once, and kept beside the corpora: sentences of the dev texts (Russian, Ukrainian, Polish) in
random order, with words put in that nobody has seen, as many as a real archive of that size has (Heaps' law), and one
protected person a text. One text a line. Made of few sentences, it repeats pairs of words more often than a real
archive does.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TYPE_CHECKING

from benchmarks.gate.growth import dev_task
from benchmarks.names.environments import cache
from valoshka.names.sweeping import Sweep

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from benchmarks.gate.tasks import Task

SIZES = (1_000, 10_000, 100_000)
TEXTS = 20_000  # words of each language from which sentences are drawn
SENTENCES = 20  # a text
MEGABYTE = 10**6
GROWTH, DAMPING = 40.0, 0.57  # Heaps: distinct words = GROWTH * words ** DAMPING, as in Russian news
SEED = 7


def main(wanted: Sequence[str] = ()) -> None:
    """The table."""
    told = argparse.ArgumentParser(prog="python -m benchmarks.gate.archive", description="A gigabyte of text.")
    told.add_argument("--sizes", type=int, nargs="*", default=SIZES, help="people")
    told.add_argument("--megabytes", type=int, default=50)
    told.add_argument("--processes", type=int, default=1, choices=(1, 2))
    options = told.parse_args(wanted)
    path = _archive(options.megabytes)
    print(
        f"{'people':>8}{'build, CPU s':>14}{'MB':>7}{'CPU s':>8}{'wall s':>8}{'MB/CPU s':>10}{'words/CPU s':>13}",
        end="",
    )
    print(f"{'distinct':>10}{'sightings':>11}{'peak, MB':>10}", flush=True)
    for size in options.sizes:
        _row(path, size, options.processes)


def _row(path: Path, size: int, processes: int) -> None:
    """In a process of its own, which is new; its second one is a child of it."""
    began = time.perf_counter()
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        told = pool.submit(_swept, path, size, processes > 1).result()
    wall = time.perf_counter() - began
    megabytes, read = told["bytes"] / MEGABYTE, told["read"]
    print(
        f"{size:>8,}{told['build']:>14.1f}{megabytes:>7,.0f}{read:>8.1f}{wall:>8.1f}{megabytes / read:>10.1f}", end=""
    )
    print(f"{told['words'] / read:>13,.0f}{told['distinct']:>10,}{told['found']:>11,}{told['peak']:>10.0f}", flush=True)


def _swept(path: Path, size: int, abreast: bool) -> dict[str, float]:
    """What a sweep of the archive costs, with its second process if there is one."""
    people = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    kept = dict(list(people.items())[:size])
    began = time.process_time()
    sweep = Sweep(kept)
    built = time.process_time()
    told = {"bytes": 0.0, "words": 0.0}
    found = sum(1 for _ in sweep.over(_texts(path, told), abreast=abreast))
    own, child = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    read = time.process_time() - built + child.ru_utime + child.ru_stime
    peak = (own.ru_maxrss + child.ru_maxrss) / 1024
    return {**told, "build": built - began, "read": read, "found": found, "peak": peak, "distinct": sweep.distinct}


def _texts(path: Path, told: dict[str, float]) -> Iterator[str]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            told["bytes"] += len(line.encode())
            told["words"] += line.count(" ") + 1
            yield line


def _archive(megabytes: int) -> Path:
    """The archive of that size, made now if it is not there yet, with everybody whom the largest table protects."""
    path = cache() / f"archive-{megabytes}-{SEED}.txt"
    if not path.exists():
        told = dev_task(max(SIZES), TEXTS)
        path.with_suffix(".json").write_text(json.dumps(told.people, ensure_ascii=False), encoding="utf-8")
        making = path.with_suffix(".part")
        with making.open("w", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in _lines(told, megabytes))
        making.rename(path)
    return path


def _lines(told: Task, megabytes: int) -> Iterator[str]:
    chance = random.Random(SEED)
    sentences = [line.split() for text in told.texts for line in text.text.splitlines() if line.strip()]
    every = {word for sentence in sentences for word in sentence if word.isalpha()}
    known = [sorted(word for word in every if word.isascii() == latin) for latin in (False, True)]
    names = [name for each in told.people.values() for name in each]
    left, words = megabytes * MEGABYTE, 1
    while left > 0:
        line: list[str] = []
        for sentence in chance.choices(sentences, k=SENTENCES):
            new = GROWTH * DAMPING * words ** (DAMPING - 1)
            for word in sentence:
                line.append(word)
                if chance.random() < new:
                    line.append(_unseen(chance, chance.choices(known, (2, 1))[0]))
            words += len(sentence)
        line.append(chance.choice(names))
        text = " ".join(line)
        left -= len(text.encode()) + 1
        yield text


def _unseen(chance: random.Random, known: Sequence[str]) -> str:
    """A word that nobody has seen: the opening of one and the end of another."""
    one, other = chance.choice(known), chance.choice(known)
    return one[: max(2, len(one) - 3)] + other[len(other) // 2 :].lower()


if __name__ == "__main__":
    main(sys.argv[1:])
