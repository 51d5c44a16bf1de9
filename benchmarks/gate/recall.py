"""How well protected people are found in real texts, beside peers.

python -m benchmarks.gate.recall                          # Valoshka, dev half, 1,000 invented people around
python -m benchmarks.gate.recall --all --words 20000      # beside every peer, on about so many words a language
python -m benchmarks.gate.recall --split test             # aggregates only: no name and no text is ever printed
python -m benchmarks.gate.recall --missed FILE            # dev only: what was missed and what blocked wrongly
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.gate.corpora import belarusian, court_cases, factrueval, slavicner
from benchmarks.gate.corpora.texts import DEV, TEST
from benchmarks.gate.judging import Judged, judge
from benchmarks.gate.missed import write_missed
from benchmarks.gate.peers.engine import PEERS
from benchmarks.gate.running import run
from benchmarks.gate.tasks import task
from benchmarks.names.environments import CannotBeHad

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from benchmarks.gate.corpora.texts import Corpus

SIZE = 1_000


class Ask(NamedTuple):
    """One corpus, people written in language A, texts read in each of languages B."""

    corpus: Callable[[], Corpus]
    written_in: str
    read_in: tuple[str, ...]


ASKED = (
    Ask(slavicner.corpus, "ru", ("ru", "uk", "pl")),
    Ask(slavicner.corpus, "uk", ("uk", "ru")),
    Ask(slavicner.corpus, "pl", ("pl", "ru", "uk")),
    Ask(factrueval.corpus, "ru", ("ru",)),
    Ask(factrueval.corpus, "ru-Latn", ("ru",)),
    Ask(factrueval.corpus, "ru-be", ("ru",)),
    Ask(belarusian.corpus, "be", ("be",)),
    Ask(belarusian.corpus, "be-Latn", ("be",)),
    Ask(court_cases.corpus, "en", ("en",)),
)
LEGEND = """recall [Wilson 95 %] of mentions, of which: full names, initials + surname, surname, given name (names that
are none of theirs apart); of whole entities; blocked: mentions found beyond doubt, all and full names; precision of
what is blocked; per 1,000 words: false alarms as they stand (given: those by a given name alone), as decisions (each
rule and word once a text, as one reason serves for all), and all stretches to review
"""
HEAD = (
    f"{'written > read':<24}{'mentions':>22}{'full':>22}{'initials':>9}{'surname':>9}{'given':>7}{'other':>7}"
    f"{'entities':>22}{'blocked':>9}{'full':>7}{'precision':>22}{'alarms':>8}{'given':>7}{'decisions':>11}{'reviews':>9}{'words':>9}"
)


def main(wanted: Sequence[str] = ()) -> None:
    """The table; `wanted` as on the command line."""
    options = _options(wanted)
    print(f"{options.split} half, {options.size:,} invented people around those of the corpus")
    print(LEGEND)
    rows: dict[str, dict[str, Judged]] = defaultdict(dict)
    for name in options.engine:
        print(f"{PEERS[name].title}\n{HEAD}", flush=True)
        said = set()
        for asked in filter(lambda each: options.corpus in (None, each.corpus.__module__.split(".")[-1]), ASKED):
            try:
                for title, judged in _asked(name, asked, options):
                    rows[title][name] = judged
            except CannotBeHad as problem:
                said.add(str(problem))
        print(*sorted(said), sep="\n")
        print(flush=True)
    if len(options.engine) > 1:
        _side_by_side(rows, options.engine)


def _side_by_side(rows: Mapping[str, Mapping[str, Judged]], names: Sequence[str]) -> None:
    print("recall of mentions / precision of what is blocked / false alarms per 1,000 words\n")
    print(f"{'written > read':<24}" + "".join(f"{name:>22}" for name in names))
    for title, told in rows.items():
        cells = [
            f"{told[name].recall().value:.3f} /{told[name].precision.value:>6.3f} /{told[name].alarms:>5.1f}"
            if name in told
            else "-"
            for name in names
        ]
        print(f"{title:<24}" + "".join(f"{cell:>22}" for cell in cells))


def _asked(name: str, asked: Ask, options: argparse.Namespace) -> Iterator[tuple[str, Judged]]:
    corpus = asked.corpus()
    told = task(corpus, options.split, asked.written_in, asked.read_in, options.size, options.words)
    answers = run(name, told.people, [text.text for text in told.texts])
    for language in asked.read_in:
        pairs = [
            (text, found) for text, found in zip(told.texts, answers.found, strict=True) if text.language == language
        ]
        judged = judge([text for text, _ in pairs], [found for _, found in pairs], told)
        title = f"{corpus.title[:11]} {asked.written_in} > {language}"
        print(_line(title, judged), flush=True)
        yield title, judged
        if options.missed and options.split == DEV:
            write_missed(options.missed, f"{PEERS[name].title}: {corpus.title}", language, told, judged)
    read = sum(len(text.text.split()) for text in told.texts)
    speed = f"{read / max(answers.read, 1e-9):,.0f} words a CPU second, peak {answers.peak_mb:.0f} MB"
    print(f"  {len(told.people):,} people: built in {answers.build:.1f} CPU s, {speed}")


def _line(title: str, judged: Judged) -> str:
    single = [f"{judged.recall(shape).value:.3f}" for shape in ("initials", "surname", "given", "other")]
    return (
        f"{title:<24}{judged.recall()!s:>22}{judged.recall('full')!s:>22}{single[0]:>9}{single[1]:>9}{single[2]:>7}"
        f"{single[3]:>7}{judged.entity_recall!s:>22}{judged.blocked_share().value:>9.3f}{judged.blocked_share('full').value:>7.3f}{judged.precision!s:>22}"
        f"{judged.alarms:>8.2f}{judged.given_alarms:>7.2f}{judged.decisions:>11.2f}{judged.reviews:>9.2f}{judged.words:>9,}"
    )


def _options(wanted: Sequence[str]) -> argparse.Namespace:
    told = argparse.ArgumentParser(prog="python -m benchmarks.gate.recall", description="Find people in real texts.")
    told.add_argument("engine", nargs="*", default=["valoshka"], help=f"of {', '.join(PEERS)}")
    told.add_argument("--all", action="store_true", help="every engine")
    told.add_argument("--size", type=int, default=SIZE, help="how many invented people are protected, too")
    told.add_argument("--split", choices=(DEV, TEST), default=DEV)
    told.add_argument("--words", type=int, default=0, help="read about so many words of each language (0: all)")
    told.add_argument("--corpus", help="only this one: slavicner, factrueval, belarusian or court_cases")
    told.add_argument("--missed", type=Path, help="write what was missed to this file, outside the project (dev only)")
    options = told.parse_args(wanted)
    if options.all:
        options.engine = list(PEERS)
    return options


if __name__ == "__main__":
    main(sys.argv[1:])
