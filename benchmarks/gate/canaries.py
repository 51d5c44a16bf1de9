"""Canaries in every place of every format: is each found, or the file refused? `python -m benchmarks gate.canaries`.

Each of four canaries (a name as it stands, in Latin letters, declined, and a phone) is planted in each place, alone;
`check` has to name its owner, or refuse the file with a sentence. `reviewed` means that the file is not clear, but for
another reason than its owner: a picture, or an author. `--missed` shows only what neither was found nor refused.
"""

from __future__ import annotations

import collections
import sys
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.gate.canaries_office import IN_DOCX, IN_ODT, IN_XLSX
from benchmarks.gate.canaries_pages import IN_DRAWINGS, IN_PAGES
from benchmarks.gate.canaries_pdf import IN_PDF
from benchmarks.gate.canaries_pictures import IN_JPEG, IN_OTHER_PICTURES, IN_PNG, IN_WEBP
from benchmarks.gate.canaries_plain import IN_PLAIN, IN_UNREAD
from valoshka.disclosure import ProtectedPerson
from valoshka.disclosure.channels import CouldNotCheck
from valoshka.disclosure.checking import check
from valoshka.disclosure.lookout import Lookout

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Maker = Callable[[str], bytes]

LONG = True
# Invented; so is the number.
OWNER = ProtectedPerson("w7q2", ("Алесь Жураўкевіч", "Ales Zhuraukevich"), identifiers=("+375 29 611-22-33",))
CANARIES = {
    "name": "Алесь Жураўкевіч",
    "Latin": "Ales Zhuraukevich",
    "declined": "з Алесем Жураўкевічам",
    "phone": "+375 29 611-22-33",
}
NEUTRAL = "letter"


@dataclass(frozen=True)
class Planted:
    """One place of one format, and who makes a file with `words` in it."""

    format: str
    place: str
    make: Maker

    def file(self, words: str) -> tuple[str, bytes]:
        """A file with `words` in this place: its name and its bytes."""
        return (f"{NEUTRAL}.{self.format}" if self.format else NEUTRAL), self.make(words)


def every_place() -> Iterator[Planted]:
    """Every place of every format that has a maker."""
    for extension, places in (
        ("html", IN_PAGES), ("svg", IN_DRAWINGS), ("pdf", IN_PDF), ("docx", IN_DOCX), ("odt", IN_ODT),
        ("xlsx", IN_XLSX), ("png", IN_PNG), ("jpg", IN_JPEG), ("webp", IN_WEBP),
    ):  # fmt: skip
        for place, make in places.items():
            yield Planted(extension, place, make)
    for several in (IN_PLAIN, IN_OTHER_PICTURES, IN_UNREAD):
        for place, (extension, make) in several.items():
            yield Planted(extension, place, make)


def lookout() -> Lookout:
    """One that watches for the canaries' owner."""
    return Lookout.over([OWNER], "public")


def outcome(planted: Planted, words: str, watching: Lookout) -> str:
    """`found`, `refused`, `reviewed` or `missed`."""
    try:
        checked = check(*planted.file(words), watching)
    except CouldNotCheck:
        return "refused"
    if any(finding.person == OWNER.id for finding in checked.findings):
        return "found"
    return "reviewed" if checked.findings else "missed"


def main(wanted: list[str] | None = None) -> None:
    told = list(sys.argv[1:] if wanted is None else wanted)
    warnings.simplefilter("ignore")
    watching = lookout()
    counted: collections.Counter[str] = collections.Counter()
    print("| format | place | " + " | ".join(CANARIES) + " |\n|---|---|" + "---|" * len(CANARIES))
    for planted in every_place():
        if (chosen := [each for each in told if not each.startswith("-")]) and planted.format not in chosen:
            continue
        outcomes = [outcome(planted, words, watching) for words in CANARIES.values()]
        counted.update(outcomes)
        if "--missed" not in told or not {*outcomes} <= {"found", "refused"}:
            print(f"| {planted.format or 'none'} | {planted.place} | {' | '.join(outcomes)} |", flush=True)
    print("\n" + ", ".join(f"{count} {result}" for result, count in counted.most_common()))


if __name__ == "__main__":
    main()
