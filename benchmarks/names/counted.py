"""Counted Russian names, drawn by how often each occurs: given names, patronymics and surnames of russiannames."""

from __future__ import annotations

import bisect
import itertools
import subprocess
from functools import cache as once
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.names.environments import HERE, CannotBeHad, cache, interpreter

if TYPE_CHECKING:
    import random

NEIGHBOURS = 12
COMMON = 20


class Drawn(NamedTuple):
    """Names of one kind and gender with their running total, and the commoner ones in alphabetical order."""

    texts: list[str]
    totals: list[int]
    sorted: list[str]

    def one(self, chance: random.Random) -> str:
        """A name, as often as it occurs."""
        return self.texts[bisect.bisect(self.totals, chance.randrange(self.totals[-1]))]

    def near(self, name: str, chance: random.Random) -> str | None:
        """Another one that stands near it in the alphabet and shares at least four letters or all but two."""
        at = bisect.bisect_left(self.sorted, name)
        around = self.sorted[max(0, at - NEIGHBOURS) : at + NEIGHBOURS]
        stem = name[: max(3, min(4, len(name) - 2))]
        near = [each for each in around if each != name and each.startswith(stem) and abs(len(each) - len(name)) < 4]
        return chance.choice(near) if near else None


@once
def counted() -> dict[tuple[str, str], Drawn]:
    """(kind, gender) → names; kind is given, patronymic or surname, gender m or f. Raises CannotBeHad."""
    path = cache() / "counted.tsv"
    if not path.exists():
        command = [str(interpreter("corpus")), str(HERE / "counted_export.py"), str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise CannotBeHad(f"The counts of russiannames could not be read: {done.stderr.strip()[-200:]}")
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    kinds = itertools.product(("given", "patronymic", "surname"), "mf")
    return {(kind, gender): _drawn(rows, kind, gender) for kind, gender in kinds}


def _drawn(rows: list[list[str]], kind: str, gender: str) -> Drawn:
    # A surname of both genders (Бойко) counts half for each.
    weight = {gender: 2, "u": 1 if kind == "surname" else 0}
    mine = [(row[3], int(row[2]) * weight[row[1]]) for row in rows if row[0] == kind and weight.get(row[1])]
    common = sorted(text for text, count in mine if count >= COMMON)
    return Drawn([text for text, _ in mine], list(itertools.accumulate(count for _, count in mine)), common)
