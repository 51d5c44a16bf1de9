"""How many persons' names the gate offers for review that it was told nothing of: `python -m benchmarks.gate.unknown`.

Nobody is protected and nobody is public, so that every name should be offered. Recall counts mentions that any finding
overlaps, with Wilson's interval (95 %). Alarms are counted per 1,000 words, wrong ones by distinct name in a document,
which is what a reader decides on. `--dev` measures the half that was read while the rule was written; with a corpus's
name after it, it shows what is missed and what is wrong there.
"""

from __future__ import annotations

import collections
import math
import re
import sys
import time
from dataclasses import dataclass, field

from benchmarks.gate.unknown_texts import CORPORA, Marked, folder
from valoshka.disclosure.unknown_names import unknown_names
from valoshka.disclosure.unknown_names.grouping import grouped

LONG = True
_WORDS = re.compile(r"\w+")


@dataclass
class Tally:
    texts: int = 0
    words: int = 0
    mentions: int = 0
    found: int = 0
    offered: int = 0
    wrong: int = 0
    names: int = 0
    wrong_names: int = 0
    seconds: float = 0.0
    missed: collections.Counter[str] = field(default_factory=collections.Counter)
    false: collections.Counter[str] = field(default_factory=collections.Counter)

    def add(self, marked: Marked) -> None:
        begun = time.process_time()
        offered = list(unknown_names(marked.text))
        self.seconds += time.process_time() - begun
        self.texts += 1
        self.words += len(_WORDS.findall(marked.text))
        for start, end in dict.fromkeys(marked.persons):
            self.mentions += 1
            if any(each.start < end and start < each.end for each in offered):
                self.found += 1
            else:
                self.missed[_shown(marked.text, start, end)] += 1
        wrong = [each for each in offered if not any(a < each.end and each.start < b for a, b in marked.persons)]
        self.offered += len(offered)
        self.wrong += len(wrong)
        self.names += len(grouped(offered))
        self.wrong_names += len(grouped(wrong))
        self.false.update(_shown(marked.text, each.start, each.end) for each in wrong)


def wilson(hits: int, of: int) -> tuple[float, float]:
    """The interval in which a share lies with 95 % certainty.

    >>> [round(bound, 3) for bound in wilson(98, 100)]
    [0.93, 0.994]
    """
    if not of:
        return 0.0, 1.0
    z, share = 1.96, hits / of
    middle, spread = share + z * z / (2 * of), z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return (middle - spread) / (1 + z * z / of), (middle + spread) / (1 + z * z / of)


def _shown(text: str, start: int, end: int) -> str:
    return f"{text[max(0, start - 25) : start]}[{text[start:end]}]{text[end : end + 12]}".replace("\n", " ")


def measured(corpus: str, *, dev: bool) -> Tally:
    tally = Tally()
    for marked in CORPORA[corpus]():
        if marked.is_dev == dev:
            tally.add(marked)
    return tally


def row(corpus: str, tally: Tally) -> str:
    low, high = wilson(tally.found, tally.mentions)
    thousands = max(tally.words, 1) / 1000
    share = tally.found / max(tally.mentions, 1)
    return (
        f"| {corpus} | {tally.texts} | {tally.words:,} | {tally.mentions:,} | {share:.3f} ({low:.3f}-{high:.3f}) "
        f"| {tally.names / thousands:.1f} | {tally.wrong_names / thousands:.1f} | {tally.wrong / thousands:.1f} "
        f"| {tally.words / max(tally.seconds, 1e-9):,.0f} |"
    )


def main(wanted: list[str] | None = None) -> None:
    told = list(sys.argv[1:] if wanted is None else wanted)
    dev = "--dev" in told
    chosen = [each for each in told if each != "--dev"]
    print(f"Unknown names, {'dev' if dev else 'test'} half, {folder()}\n")
    print("| corpus | texts | words | mentions | recall | names offered | wrong names | wrong places | words/s |")
    print("|---|---|---|---|---|---|---|---|---|")
    tallies = {corpus: measured(corpus, dev=dev) for corpus in chosen or CORPORA}
    for corpus, tally in tallies.items():
        print(row(corpus, tally))
    for tally in tallies.values() if dev and chosen else ():
        for title, each in (("missed", tally.missed), ("wrong", tally.false)):
            print(f"\n{title}\n" + "\n".join(f"{count:4} {shown}" for shown, count in each.most_common(120)))


if __name__ == "__main__":
    main()
