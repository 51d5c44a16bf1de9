"""Generated people: real given names, patronymics and surnames, put together as often as each occurs.

`corpus(size, seed)` gives (id, text) rows, the same for the same seed. The first ones are near the people who will be
hidden among them: to each whose Russian spelling is known, a brother or sister (same surname and patronymic) and
somebody of a near surname (same given name and patronymic). Of the others, one in ten has a brother or sister and one
in twenty a namesake of a near surname. Nobody occurs twice, and nobody is a hidden person: no generated person shares
surname and given name (Russian, ё as е) with one of them. One in ten stands there without patronymic.

Six in ten are men. Languages and letters: `writing.yml`, "shares"; `mixed=False` writes everybody in Russian.

>>> len(corpus(1000, seed=1))  # doctest: +SKIP
1000
"""

from __future__ import annotations

import hashlib
import random
from typing import TYPE_CHECKING

from benchmarks.names.counted import counted
from benchmarks.names.environments import HERE, cache
from benchmarks.names.persons import is_russian, parts_of, persons
from benchmarks.names.writing import WITHOUT_PATRONYMIC, RussianName, written

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

VERSION = 1  # part of what the cached file is named after: raise it when the same seed gives other people
SEED = 3
MEN = 0.6
SIBLING, NEAR = 0.10, 0.05


def corpus(size: int, seed: int = SEED, *, mixed: bool = True) -> list[tuple[str, str]]:
    """`size` generated people as (id, text); made once and kept in the cache. Raises CannotBeHad."""
    path = cache() / f"people-{_digest()}-{size}-{seed}-{'mixed' if mixed else 'russian'}.tsv"
    if not path.exists():
        _write(path, size, seed, mixed)
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return [(key, text) for key, text in rows]


def _digest() -> str:
    """What the same seed's people hang on, besides the counts: the hidden people and how names are written."""
    told = repr(persons()).encode() + (HERE / "writing.yml").read_bytes()
    return f"v{VERSION}-{hashlib.sha256(told).hexdigest()[:10]}"


def _write(path: Path, size: int, seed: int, mixed: bool) -> None:
    chance = random.Random(seed)
    people = _distinct(chance)
    half = path.with_suffix(".part")
    with half.open("w", encoding="utf-8") as file:
        for number in range(size):
            file.write(f"g{number}\t{written(next(people), chance, mixed=mixed)}\n")
    half.rename(path)


def _distinct(chance: random.Random) -> Iterator[RussianName]:
    hidden = _hidden()
    kept_away = {_key(name)[:2] for name in hidden}
    seen: set[tuple[str, ...]] = set()
    for name in _drawn(hidden, chance):
        key = _key(name)
        if key not in seen and key[:2] not in kept_away:
            seen.add(key)
            yield name


def _drawn(hidden: list[RussianName], chance: random.Random) -> Iterator[RussianName]:
    for name in hidden:
        gender = "f" if name.patronymic.endswith("на") else "m"
        yield from _relatives(name, gender, chance, sibling=1, near=1)
    while True:
        gender = "m" if chance.random() < MEN else "f"
        surname, given, patronymic = (
            counted()[kind, gender].one(chance) for kind in ("surname", "given", "patronymic")
        )
        name = RussianName(surname, given, "" if chance.random() < WITHOUT_PATRONYMIC else patronymic)
        yield name
        yield from _relatives(name, gender, chance, SIBLING, NEAR)


def _relatives(
    name: RussianName, gender: str, chance: random.Random, sibling: float, near: float
) -> Iterator[RussianName]:
    if name.patronymic and chance.random() < sibling:
        yield name._replace(given=counted()["given", gender].one(chance))
    if chance.random() < near and (surname := counted()["surname", gender].near(name.surname, chance)):
        yield name._replace(surname=surname)


def _hidden() -> list[RussianName]:
    """Everybody's Russian spelling, of both halves, where there is one with a patronymic."""
    found = []
    for person in persons():
        russian = [parts for each in person.spellings if is_russian(each) and (parts := parts_of(each))]
        found += [RussianName(each.surname.title(), each.given, each.patronymic) for each in russian if each.patronymic]
    return found


def _key(name: RussianName) -> tuple[str, str, str]:
    surname, given, patronymic = (part.lower().replace("ё", "е") for part in name)
    return surname, given, patronymic
