"""Keys of surnames: how often two attested spellings of one person share one, and how many strangers share it too.

    python -m benchmarks names.keys                # dev half
    python -m benchmarks.names.keys held_out

Every pair of a person's spellings counts once. Strangers: generated people per 100,000 who share a key with a
surname, mean over the surnames asked, told from a sample. A key is good for a join if both figures are.
"""

from __future__ import annotations

import itertools
import json
import random
import subprocess
import sys

from benchmarks.names.corpus import SEED, corpus
from benchmarks.names.environments import HERE, CannotBeHad, interpreter
from benchmarks.names.persons import DEV, SPLITS, Person, is_patronymic, persons
from benchmarks.names.scoring import Share

LONG = True
CROWD = 20_000
SAMPLE = 4_000
Keys = dict[str, set[str]]


def main() -> None:
    """One line a method."""
    split = next((word for word in sys.argv[1:] if word in SPLITS), DEV)
    try:
        _table(split)
    except CannotBeHad as problem:
        print(problem)


def _table(split: str) -> None:
    pairs = [(person, *two) for person in persons(split) for two in itertools.combinations(person.spellings, 2)]
    # Of two words, which is the surname cannot be told without a table of given names: three it has to be.
    full = [text for _, text in corpus(CROWD) if len(text.split()) == len(("surname", "given", "patronymic"))]
    crowd = random.Random(SEED).sample(full, SAMPLE)
    texts = sorted({text for _, *two in pairs for text in two} | set(crowd))
    print(f"{split} half, {len(pairs):,} pairs; strangers: of 100,000\n")
    print(f"{'key of the surname':<28}{'share one':>20}{'Belarus':>20}{'strangers':>12}")
    for method, keys in {**_theirs(texts), "ours": _ours(texts)}.items():
        _line(method, keys, pairs, crowd)


def _line(method: str, keys: Keys, pairs: list[tuple[Person, str, str]], crowd: list[str]) -> None:
    shared = [(person, bool(keys[one] & keys[other])) for person, one, other in pairs]
    whole = Share(sum(same for _, same in shared), len(shared))
    own = [same for person, same in shared if person.belarusian]
    strangers = 100_000 * _strangers(keys, pairs, crowd)
    print(f"{method:<28}{whole!s:>20}{Share(sum(own), len(own))!s:>20}{strangers:>12.1f}", flush=True)


def _strangers(keys: Keys, pairs: list[tuple[Person, str, str]], crowd: list[str]) -> float:
    """The mean share of the crowd that has a key in common with somebody who is asked for."""
    having: dict[str, set[int]] = {}
    for at, text in enumerate(crowd):
        for key in keys[text]:
            having.setdefault(key, set()).add(at)
    met = [len(set().union(*(having.get(key, set()) for key in keys[one]))) for _, one, _ in pairs]
    return sum(met) / len(met) / len(crowd)


def surname(text: str) -> str:
    """The last word, unless a patronymic stands there: then the first (generated lists put the surname first).

    >>> surname("Валошка Вольга Пятроўна"), surname("Вольга Пятроўна ВАЛОШКА")
    ('валошка', 'валошка')
    """
    words = text.lower().split()
    return words[0] if is_patronymic(words[-1]) and len(words) > 2 else words[-1]


def _ours(texts: list[str]) -> Keys:
    from valoshka.names.search.blocking import blocking_keys

    return {text: {each.key for each in blocking_keys(text) if each.part == "surname"} for text in texts}


def _theirs(texts: list[str]) -> dict[str, Keys]:
    command = [str(interpreter("keys")), str(HERE / "keying_export.py")]
    asked = json.dumps([surname(text) for text in texts])
    done = subprocess.run(command, input=asked, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CannotBeHad(f"The peers' keys could not be made: {done.stderr.strip()[-200:]}")
    told: dict[str, list[list[str]]] = json.loads(done.stdout)
    return {method: {text: set(keys) for text, keys in zip(texts, rows, strict=True)} for method, rows in told.items()}


if __name__ == "__main__":
    main()
