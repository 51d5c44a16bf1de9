"""What grows with the people protected, and with the text: time, memory, false blocks and alarms.

    python -m benchmarks.gate.growth                       # 100, 1,000 and 10,000 people
    python -m benchmarks.gate.growth --sizes 100000        # takes longer
    python -m benchmarks.gate.growth exact presidio_deny_list

Read are dev texts of SlavicNER (ru, uk, pl) and FactRuEval, as far as they are here; who is protected is told in
Russian. CPU seconds of one process, which is new each time: nothing was read before. Its peak holds interpreter,
libraries and the texts, too.
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from benchmarks.gate.corpora import factrueval, slavicner
from benchmarks.gate.corpora.texts import DEV
from benchmarks.gate.judging import judge
from benchmarks.gate.peers.engine import PEERS
from benchmarks.gate.running import run
from benchmarks.gate.tasks import Task, task
from benchmarks.names.environments import CannotBeHad

if TYPE_CHECKING:
    from collections.abc import Sequence

SIZES = (100, 1_000, 10_000)
WORDS = 10_000  # of each language
BRIEFING = 10_000  # words
LENGTHS = (1, 2, 4)


def main(wanted: Sequence[str] = ()) -> None:
    """Both tables, for each engine."""
    told = argparse.ArgumentParser(prog="python -m benchmarks.gate.growth", description="More people, more text.")
    told.add_argument("engine", nargs="*", default=["valoshka"], help=f"of {', '.join(PEERS)}")
    told.add_argument("--sizes", type=int, nargs="*", default=SIZES, help="invented people around those of the corpus")
    told.add_argument("--words", type=int, default=WORDS, help="of each language")
    options = told.parse_args(wanted)
    for name in options.engine:
        print(f"{PEERS[name].title}\n", flush=True)
        try:
            _by_people(name, options.sizes, options.words)
            _by_text(name)
        except CannotBeHad as problem:
            print(problem)
        print(flush=True)


def _by_people(name: str, sizes: Sequence[int], words: int) -> None:
    print(f"{'people':>8}{'built, CPU s':>14}{'words/CPU s':>13}{'MB/CPU s':>10}{'peak, MB':>10}{'recall':>22}", end="")
    print(f"{'precision':>22}{'alarms':>8}{'reviews':>9}   per 1,000 words")
    for size in sizes:
        told = dev_task(size, words)
        texts = [text.text for text in told.texts]
        answers = run(name, told.people, texts)
        judged = judge(told.texts, answers.found, told)
        megabytes = sum(len(text.encode()) for text in texts) / 1e6
        print(
            f"{len(told.people):>8,}{answers.build:>14.1f}{judged.words / answers.read:>13,.0f}"
            f"{megabytes / answers.read:>10.2f}{answers.peak_mb:>10.0f}{judged.recall()!s:>22}"
            f"{judged.precision!s:>22}{judged.alarms:>8.2f}{judged.reviews:>9.2f}",
            flush=True,
        )


def _by_text(name: str) -> None:
    print(f"\n1,000 invented people around\n{'words':>9}{'read, CPU s':>13}{'words/CPU s':>13}{'peak, MB':>10}")
    for length in LENGTHS:
        told = dev_task(1_000, length * BRIEFING // 4)
        answers = run(name, told.people, [text.text for text in told.texts])
        words = sum(len(text.text.split()) for text in told.texts)
        print(f"{words:>9,}{answers.read:>13.2f}{words / answers.read:>13,.0f}{answers.peak_mb:>10.0f}", flush=True)


def dev_task(size: int, words: int) -> Task:
    """Both corpora's people and texts, as far as they are here."""
    tasks = []
    for corpus, languages in ((slavicner.corpus, ("ru", "uk", "pl")), (factrueval.corpus, ("ru",))):
        try:
            tasks.append(task(corpus(), DEV, "ru", languages, 0, words))
        except CannotBeHad as problem:
            print(problem)
    return Task.together(tasks, size)


if __name__ == "__main__":
    main(sys.argv[1:])
