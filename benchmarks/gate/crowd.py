"""The crowd among whom the people of a corpus are hidden: invented, and owing nothing to any corpus.

Given names, patronymics and surnames are drawn by how often each occurs (benchmarks/names/counted.py) and written in
three languages and two alphabets, in the shares of benchmarks/names/writing.yml. Whoever really bears such a name does
so by chance.
"""

from __future__ import annotations

import random

from benchmarks.names.counted import counted
from benchmarks.names.writing import WITHOUT_PATRONYMIC, RussianName, written

SEED = 4
MEN = 0.6


def crowd(size: int, seed: int = SEED) -> dict[str, list[str]]:
    """`size` people as key → [one spelling], the same for the same seed; a smaller crowd begins a larger one.

    Raises CannotBeHad if the counts of names cannot be set up here.
    """
    chance = random.Random(seed)
    found: dict[str, list[str]] = {}
    while len(found) < size:
        gender = "m" if chance.random() < MEN else "f"
        surname, given, patronymic = (
            counted()[part, gender].one(chance) for part in ("surname", "given", "patronymic")
        )
        name = RussianName(surname, given, "" if chance.random() < WITHOUT_PATRONYMIC else patronymic)
        found[f"crowd-{len(found)}"] = [written(name, chance)]
    return found
