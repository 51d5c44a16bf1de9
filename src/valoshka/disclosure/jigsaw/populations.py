"""How many people there are of a sort, from a table that somebody wrote: urologists in Hrodna region, 23.

    profession,specialty,workplace,town,people
    doctor,urologist,,Hrodna region,23
    nurse,,Lida central hospital,,310

An empty field means "any". Columns may stand in any order; `source` and `note` are read over.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from valoshka.disclosure.jigsaw.facts import phrase_places
from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from valoshka.disclosure.jigsaw.clues import Clue

FACTS = ("profession", "specialty", "workplace", "town")
_PEOPLE = "people"
_IGNORED = ("source", "note")
_LARGEST = 16 << 20  # bytes


class UnusableTable(Refused):
    """A table of populations that cannot be used; nothing was checked with it."""

    exit_code = 2


@dataclass(frozen=True)
class Row:
    """One line: how many `people` are all of what its `facts` (item, words) say."""

    facts: tuple[tuple[str, str], ...]
    people: int


@dataclass(frozen=True)
class Populations:
    """Every line of a table."""

    rows: tuple[Row, ...]

    def fewest(self, clues: Sequence[Clue]) -> int | None:
        """The smallest listed group that fits told facts: each fact of its line is among them. `None` if none does.

        >>> from valoshka.disclosure.jigsaw.clues import Clue
        >>> table = Populations((Row((("specialty", "urologist"), ("town", "Hrodna")), 3),))
        >>> urologist = Clue("specialty", "specialty", 0, 6, value="уролаг")
        >>> table.fewest([urologist, Clue("town", "town", 9, 15, value="Гродна")])
        3
        """
        found = [row.people for row in self.rows if all(_among(item, words, clues) for item, words in row.facts)]
        return min(found, default=None)


def _among(item: str, words: str, clues: Sequence[Clue]) -> bool:
    # A region's line holds for a town of it, but a town's line not for the region.
    items = {item, "region"} if item == "town" and " " in words else {item}
    return any(clue.item in items | {item} and phrase_places(f"{clue.value} {_region(clue)}", words) for clue in clues)


def _region(clue: Clue) -> str:
    from valoshka.disclosure.jigsaw.places import find_town

    town = find_town(clue.value) if clue.item in {"town", "region"} else None
    return "; ".join(town.region.values()) if town else ""


def load_populations(path: Path) -> Populations:
    """The table in a csv file (UTF-8, commas or semicolons). Raises `UnusableTable` with the line that is at fault."""
    try:
        with path.open("rb") as file:
            untrusted = file.read(_LARGEST + 1)
    except OSError as error:
        raise UnusableTable(f"{path} could not be read ({error.strerror}). Check the path.") from error
    return read_populations(untrusted, path.name)


def read_populations(untrusted: bytes, name: str) -> Populations:
    """The same from bytes.

    >>> read_populations(b"specialty,town,people\\nurologist,Hrodna region,23", "p.csv").rows[0].people
    23
    >>> read_populations(b"specialty,people\\n,23", "p.csv")
    Traceback (most recent call last):
    valoshka.disclosure.jigsaw.populations.UnusableTable: p.csv, line 2: this line does not say of whom. Fill it in.
    """
    if len(untrusted) > _LARGEST:
        raise UnusableTable(f"{name} is larger than 16 MB. Is it the right file?")
    try:
        text = untrusted.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnusableTable(f"{name} is not UTF-8. Save it as UTF-8, then try again.") from error
    semicolons = text.partition("\n")[0].count(";") > text.partition("\n")[0].count(",")
    lines = csv.reader(io.StringIO(text), delimiter=";" if semicolons else ",", strict=True)
    try:
        return Populations(tuple(_rows(lines, name)))
    except csv.Error as error:
        raise UnusableTable(
            f"{name}, line {lines.line_num}: a quotation mark is open. Close it, then try again."
        ) from error


def _rows(lines: Iterator[list[str]], name: str) -> Iterator[Row]:
    heading = [cell.strip().lower() for cell in next(lines, [])]
    unknown = [cell for cell in heading if cell not in (*FACTS, _PEOPLE, *_IGNORED)]
    if unknown or heading.count(_PEOPLE) != 1 or len(set(heading)) != len(heading) or not set(heading) & set(FACTS):
        known = ", ".join((*FACTS, _PEOPLE))
        raise UnusableTable(
            f"{name}, line 1: the first line names the columns, each once: {known}. See docs/jigsaw.md."
        )
    rows = 0
    for number, cells in enumerate(lines, start=2):
        if any(cell.strip() for cell in cells):
            rows += 1
            yield _row(dict(zip(heading, cells, strict=False)), len(cells) == len(heading), f"{name}, line {number}")
    if not rows:
        raise UnusableTable(f"{name} lists nobody. Write one line for each group below the first.")


def _row(cells: dict[str, str], whole: bool, where: str) -> Row:
    if not whole:
        raise UnusableTable(f"{where}: there are more or fewer fields than the first line names. Mend that line.")
    facts = tuple((item, cells[item].strip()) for item in FACTS if cells.get(item, "").strip())
    people = cells[_PEOPLE].strip()
    if not (people.isascii() and people.isdecimal()):
        raise UnusableTable(f"{where}: “people” is no whole number. Write how many there are, e.g. 23.")
    if not facts:
        raise UnusableTable(f"{where}: this line does not say of whom. Fill it in.")
    if any(not any(map(str.isalpha, words)) for _, words in facts):
        raise UnusableTable(f"{where}: a field has no letters. Correct it, or leave it empty.")
    return Row(facts, int(people))
