"""Third persons without a name and small counts in words: what is missed, and what is wrongly found.

`python -m benchmarks.gate.third [dev]`: invented sentences in five languages, written before the rules were, half of
them ordinary ones that must stay quiet. The same sentence stands in several languages, so halves are told apart by its
number: dev may be read (what goes wrong in a half that is named is printed); of test only sums were ever looked at.
README.md in third/ says what was known when.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import yaml

from benchmarks.names.scoring import Share
from valoshka.disclosure.findings import Place
from valoshka.disclosure.tables.told import find_in_text as counts_in_text
from valoshka.disclosure.third_persons import find_in_text

if TYPE_CHECKING:
    from collections.abc import Iterable

SENTENCES = Path(__file__).parent / "third"
LATER = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh")
QUIET = "quiet"


class Outcome(NamedTuple):
    """One sentence: how it was coded, and what the gate makes of it (`block`, `review` or nothing)."""

    language: str
    coded: str
    half: str
    text: str
    tiers: frozenset[str]

    @property
    def right(self) -> bool:
        """Whether it is found, in the tier that it was coded for, or left alone."""
        if self.coded.endswith(QUIET):
            return not self.tiers
        return "block" in self.tiers if self.coded == "patient_must_go" else bool(self.tiers)


def main(given: list[str] | None = None) -> None:
    """Shares of sentences that are judged rightly, with Wilson's 95 % bounds."""
    outcomes = [each for path in sorted(SENTENCES.glob("*.yml")) for each in _of_file(path)]
    for later in LATER:
        paths = sorted(SENTENCES.glob(f"{later}/*.yml"))
        outcomes += [each._replace(half=later) for path in paths for each in _of_file(path)]
    for half in ("dev", "test", *LATER):
        _table(half, [each for each in outcomes if each.half == half])
    if given:
        for each in outcomes:
            if each.half in given and not each.right:
                print(f"{each.language} {each.coded} {sorted(each.tiers)}: {each.text}")


def half(coded: str, number: int) -> str:
    """`dev` or `test`, by a hash of the sentence's number alone."""
    return "dev" if hashlib.sha256(f"{coded}:{number}".encode()).digest()[0] % 2 else "test"


def _of_file(path: Path) -> Iterable[Outcome]:
    for coded, texts in yaml.safe_load(path.read_text(encoding="utf-8")).items():
        for number, text in enumerate(texts):
            if coded.startswith("count"):
                found = list(counts_in_text(text, Place()))
            else:
                found = list(find_in_text(text, "a.txt"))
            yield Outcome(path.stem, coded, half(coded, number), text, frozenset(each.tier for each in found))


def _table(title: str, outcomes: list[Outcome]) -> None:
    coded = list(dict.fromkeys(each.coded for each in outcomes))
    print(f"| {title}: rightly judged | {' | '.join(coded)} |")
    print("|---" * (len(coded) + 1) + "|")
    for language in (*sorted({each.language for each in outcomes}), "all"):
        mine = [each for each in outcomes if language in {each.language, "all"}]
        cells = [[each.right for each in mine if each.coded == code] for code in coded]
        shown = [
            f"{sum(cell)} of {len(cell)}" if language != "all" else str(Share(sum(cell), len(cell))) for cell in cells
        ]
        print(f"| {language} | {' | '.join(shown)} |")
    print()


if __name__ == "__main__":
    main(sys.argv[1:])
