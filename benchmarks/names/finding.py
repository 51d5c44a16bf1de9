"""How well and how fast people are found: attested spellings, false blocks, CPU against 1,000 and 30,000 people.

The spellings are those of ../shared/data/names/persons.tsv (official lists), read only to measure; the people of the
timed part are put together from syllables and exist nowhere.
"""

from __future__ import annotations

import itertools
import random
import time
from pathlib import Path

from benchmarks.names.measuring import peak_mb
from valoshka.names import Finder
from valoshka.names.given import given_names

ROOT = Path(__file__).parents[2]
ATTESTED = ROOT.parent / "shared" / "data" / "names" / "persons.tsv"
TEXTS = ROOT / "demo" / "sources"
SIZES = (1_000, 30_000)
SYLLABLES = ("ба", "вя", "гра", "да", "жу", "за", "кі", "ла", "ме", "на", "па", "ры", "се", "та", "хва", "цу", "шы")
ENDINGS = ("нчык", "рскі", "ўка", "ленка", "мчук", "нец", "ровіч", "сюк", "шын", "бееў")


def main() -> None:
    _attested()
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(TEXTS.glob("*.txt")))
    print(f"\n{'people':>8} {'words':>7} {'built, CPU s':>13} {'read cold, CPU s':>17} {'again':>7} {'peak, MB':>9}")
    for size in SIZES:
        _timed(size, text)


def _attested() -> None:
    if not ATTESTED.exists():
        print(f"{ATTESTED.name} is not here: the share of attested spellings is not measured.")
        return
    rows = [line.split("\t") for line in ATTESTED.read_text(encoding="utf-8").splitlines()[1:]]
    spellings = {key: [each.strip() for each in told.split("|")] for key, told in rows}
    finder = Finder({key: each[:1] for key, each in spellings.items()})
    asked = found = strongly = false = 0
    for key, each in spellings.items():
        for spelling in each[1:]:
            mentions = finder.find(f"{spelling}.")
            asked += 1
            found += any(mention.key == key for mention in mentions)
            strongly += any(mention.key == key and mention.strong for mention in mentions)
            false += any(mention.key != key and mention.strong for mention in mentions)
    print(f"{len(spellings)} people known by one spelling, asked for by {asked} others")
    print(f"{'found at all':<28}{found / asked:>8.1%}")
    print(f"{'found beyond doubt':<28}{strongly / asked:>8.1%}")
    print(f"{'somebody else blocked':<28}{false / asked:>8.1%}  ({false})")


def _timed(size: int, text: str) -> None:
    people = _invented(size)
    began = time.process_time()
    finder = Finder(people)
    built = time.process_time()
    finder.find(text)
    cold = time.process_time()
    finder.find(text)
    again = time.process_time()
    words = len(text.split())
    print(f"{size:>8,} {words:>7,} {built - began:>13.2f} {cold - built:>17.2f} {again - cold:>7.2f} {peak_mb():>9.0f}")


def _invented(size: int) -> dict[str, list[str]]:
    chance = random.Random(1)
    given = [name.forms[0] for name in given_names()]
    surnames = ["".join(each).capitalize() for each in itertools.product(SYLLABLES, SYLLABLES, SYLLABLES, ENDINGS)]
    return {f"p{number}": [f"{chance.choice(given)} {chance.choice(surnames)}"] for number in range(size)}


if __name__ == "__main__":
    main()
