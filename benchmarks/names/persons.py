"""The people of `persons.tsv`: attested spellings of public officials, read where they lie and never copied.

The file is looked for in `$VALOSHKA_PERSONS`, then in ../shared/data/names/ beside the project. Two halves, fixed
before anything was measured: `dev` may be looked at, of `held_out` no name is ever printed.
"""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass
from pathlib import Path

from benchmarks.names.environments import ROOT, CannotBeHad

DEV, HELD_OUT = "dev", "held_out"
SPLITS = (DEV, HELD_OUT)
BELARUS_REGULATION = "32006R0765"
BELARUSIAN_LETTER = re.compile("[ўЎ]")
CYRILLIC = re.compile("[\u0400-\u04ff]")
OTHER_CYRILLIC = re.compile("[ўіїєґЎІЇЄҐ]|[A-Za-z]")
PATRONYMIC = re.compile(
    r"(.[оеаії]в[иі]ч|.[ьй][оеі]?в?[иі]ч|.[иі]ч|.[оеії]вна|.[иі]чна|.[аеёо]ўна"
    r"|.[aeouiy]?[vw]i?y?(ch?|t[cs]h|tsch|č|ć)|.[iy](ch|č|ć)|.[aeoiy][vuŭw]na|.[iy]chna|.[iy]čna)$",
    re.IGNORECASE,
)
LATIN_I = str.maketrans("iIpcaeoxĸ", "іІрсаеохк")


@dataclass(frozen=True)
class Person:
    """A public official: the id of the annex's entry, and two or more spellings as printed."""

    id: str
    spellings: tuple[str, ...]

    @property
    def belarusian(self) -> bool:
        """Listed by the Belarus regulation, or spelt with ў somewhere."""
        return self.id.startswith(BELARUS_REGULATION) or any(map(BELARUSIAN_LETTER.search, self.spellings))

    @property
    def listed(self) -> str:
        """The one spelling that goes into the list, chosen by a hash of the id."""
        return self.spellings[number_of("listed", self.id) % len(self.spellings)]

    @property
    def others(self) -> tuple[str, ...]:
        """The spellings that are asked for: all but the listed one."""
        return tuple(each for each in self.spellings if each != self.listed)


def number_of(*parts: object) -> int:
    """A number that depends on these parts alone: the same on every machine and in every run."""
    return int.from_bytes(hashlib.sha256("|".join(map(str, parts)).encode()).digest()[:8], "big")


def split_of(person_id: str) -> str:
    """`dev` or `held_out`, half and half, by a hash of the id.

    >>> split_of("32006R0765-1"), split_of("32006R0765-2")
    ('held_out', 'held_out')
    """
    return SPLITS[number_of("split", person_id) % 2]


def persons(split: str | None = None) -> list[Person]:
    """Everybody in the file, or one half; raises CannotBeHad if the file is not there."""
    source = Path(os.environ.get("VALOSHKA_PERSONS", ROOT.parent / "shared" / "data" / "names" / "persons.tsv"))
    if not source.exists():
        raise CannotBeHad("persons.tsv is not here. Say in $VALOSHKA_PERSONS where it lies.")
    rows = (line.split("\t") for line in source.read_text(encoding="utf-8").splitlines()[1:])
    read = [Person(key, tuple(dict.fromkeys(each.strip() for each in told.split(" | ")))) for key, told in rows]
    return [each for each in read if len(each.spellings) > 1 and split in (None, split_of(each.id))]


@dataclass(frozen=True)
class Parts:
    """A spelling in the annexes' order: given name, patronymic if any, surname last."""

    given: str
    patronymic: str
    surname: str

    def __str__(self) -> str:
        return " ".join(filter(None, (self.given, self.patronymic, self.surname)))


def parts_of(spelling: str) -> Parts | None:
    """The parts of a plain two- or three-part spelling; None for all others, which are asked for only as they are.

    >>> parts_of("Вольга Пятроўна ВАЛОШКА")
    Parts(given='Вольга', patronymic='Пятроўна', surname='ВАЛОШКА')
    >>> parts_of("Petrovna VALOSHKA") is None
    True
    """
    tokens = spelling.split()
    if not 2 <= len(tokens) <= 3 or is_patronymic(tokens[0]) or not all(map(_is_word, tokens)):
        return None
    if len(tokens) == 3 and not is_patronymic(tokens[1]):
        return None
    return Parts(tokens[0], tokens[1] if len(tokens) == 3 else "", tokens[-1])


def is_patronymic(token: str) -> bool:
    """Ends as East Slavic patronymics do, in either script; a Latin letter in a Cyrillic word is no obstacle.

    >>> is_patronymic("Пятроўна"), is_patronymic("Petrowitsch"), is_patronymic("Irina")
    (True, True, False)
    """
    return bool(PATRONYMIC.search(token.translate(LATIN_I) if CYRILLIC.search(token) else token))


def is_russian(spelling: str) -> bool:
    """Written in Cyrillic throughout, without a letter that Russian does not have."""
    return bool(CYRILLIC.search(spelling)) and not OTHER_CYRILLIC.search(spelling)


def is_belarusian(spelling: str) -> bool:
    """Written in Cyrillic with і or ў: of a person who is Belarusian, that is Belarusian."""
    return bool(CYRILLIC.search(spelling)) and bool(re.search("[іўІЎ]", spelling.translate(LATIN_I)))


def _is_word(token: str) -> bool:
    return len(token) > 1 and token.replace("-", "").replace("’", "").replace("'", "").isalpha()
