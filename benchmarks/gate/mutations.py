"""Recall by kind of mutation: invented people, one sentence for each way of writing each name.

    python -m benchmarks.gate.mutations                      # Valoshka, dev people
    python -m benchmarks.gate.mutations --test --all         # people that nobody looked at, beside every peer
    python -m benchmarks.gate.mutations --missed FILE        # what was missed (dev people only)

These are not real texts: figures of recall.py and these are never added up.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.gate.crowd import crowd
from benchmarks.gate.mutating import Mutated, around, initials_of, invented, mutated, parts_of
from benchmarks.gate.peers.engine import PEERS
from benchmarks.gate.running import run
from benchmarks.names.environments import CannotBeHad
from benchmarks.names.scoring import Share

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.gate.mutating import Invented
    from benchmarks.gate.peers.engine import Found

PEOPLE, CROWD, FEW = 100, 1_000, 20
DEV_SEED, TEST_SEED = 5, 6


class Case(NamedTuple):
    """One sentence in which `text[start:end]` is a mutation of the name of `key`."""

    kind: str
    key: str
    text: str
    start: int
    end: int

    def found(self, here: Sequence[Found]) -> list[Found]:
        """What names the right person at the right place."""
        return [each for each in here if each.key == self.key and each.start < self.end and self.start < each.end]


def main(wanted: Sequence[str] = ()) -> None:
    """The table of recall by kind."""
    options = _options(wanted)
    half = "test" if options.test else "dev"
    print(f"{PEOPLE} invented people ({half}), {CROWD:,} around them; initials alone: of {FEW} people, nobody around")
    print("found at all [Wilson 95 %], and beyond doubt\n")
    try:
        chosen = invented(PEOPLE, TEST_SEED if options.test else DEV_SEED)
        rounds = [_cases(chosen), _initials(chosen)]
        for name in PEERS if options.all else options.engine:
            _measured(name, rounds, options)
    except CannotBeHad as problem:
        print(problem)


def _measured(
    name: str, rounds: Sequence[tuple[dict[str, list[str]], list[Case]]], options: argparse.Namespace
) -> None:
    cases: list[Case] = []
    found: list[Sequence[Found]] = []
    for people, asked in rounds:
        cases += asked
        found += run(name, people, [case.text for case in asked]).found
    _table(PEERS[name].title, cases, found)
    if options.missed and not options.test:
        missed = [case for case, here in zip(cases, found, strict=True) if not case.found(here)]
        everybody = {key: names[0] for people, _ in rounds for key, names in people.items()}
        lines = [f"{case.kind}: «{case.text[case.start : case.end]}» | {everybody[case.key]}\n" for case in missed]
        options.missed.write_text("".join(lines), encoding="utf-8")


def _options(wanted: Sequence[str]) -> argparse.Namespace:
    told = argparse.ArgumentParser(prog="python -m benchmarks.gate.mutations", description="Find names in disguise.")
    told.add_argument("engine", nargs="*", default=["valoshka"], help=f"of {', '.join(PEERS)}")
    told.add_argument("--all", action="store_true", help="every engine")
    told.add_argument("--test", action="store_true", help="people of the seed that nobody looked at")
    told.add_argument("--missed", type=Path, help="write what was missed to this file (dev people only)")
    return told.parse_args(wanted)


def _cases(chosen: list[Invented]) -> tuple[dict[str, list[str]], list[Case]]:
    people = {f"p{number}": [str(person.parts)] for number, person in enumerate(chosen)}
    cases = [
        _case(key, name, number)
        for key, names in zip(people, mutated(chosen, len(people)), strict=True)
        for number, name in enumerate(names)
    ]
    return {**people, **crowd(CROWD)}, cases


def _initials(chosen: list[Invented]) -> tuple[dict[str, list[str]], list[Case]]:
    """A few people whom their initials tell apart."""
    by_initials = {tuple(part[0] for part in parts_of(person.parts)): person for person in chosen}
    few = {f"i{number}": person for number, person in enumerate(list(by_initials.values())[:FEW])}
    names = {key: Mutated("initials alone", initials_of(person.parts), person.own) for key, person in few.items()}
    cases = [_case(key, name, number) for number, (key, name) in enumerate(names.items())]
    return {key: [str(person.parts)] for key, person in few.items()}, cases


def _case(key: str, name: Mutated, number: int) -> Case:
    before, after = around(name.around, number)
    return Case(name.kind, key, before + name.text + after, len(before), len(before) + len(name.text))


def _table(title: str, cases: Sequence[Case], found: Sequence[Sequence[Found]]) -> None:
    kinds: dict[str, list[list[Found]]] = defaultdict(list)
    for case, here in zip(cases, found, strict=True):
        kinds[case.kind].append(case.found(here))
    print(f"{title:<46}{'found':>22}{'blocked':>22}{'asked':>7}")
    everything = [answer for answers in kinds.values() for answer in answers]
    for kind, answers in [*kinds.items(), ("all", everything)]:
        strong = Share(sum(any(each.strong for each in answer) for answer in answers), len(answers))
        print(f"  {kind:<44}{Share(sum(map(bool, answers)), len(answers))!s:>22}{strong!s:>22}{len(answers):>7}")
    print(flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
