"""What the room knows, read once from the YAML beside it. Nothing of it is written into code."""

from __future__ import annotations

import functools
import hashlib
import re
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING, cast

from valoshka.own_yaml import own_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

_FIRST_MARK = 0xE000  # of a private area: no letter
ENGINE = 1  # one more whenever the same knowledge leads to other scores or keys
Rule = tuple[re.Pattern[str], str]


@dataclass(frozen=True)
class Reading:
    """One way of turning letters into coarse phones: a pattern of all its graphemes, and the phones of each.

    A word in which `unlikely` is found was hardly written in this way. Each pattern reads one word, or a word a line.
    """

    graphemes: re.Pattern[str]
    any: re.Pattern[str]  # the same without groups, which is quicker to look for
    table: dict[int, str]  # phones of letters, and of the marks that stand for the phones of graphemes
    unlikely: re.Pattern[str]

    @staticmethod
    def mark(grapheme: re.Match[str]) -> str:
        """A character of no script for the rule that fitted."""
        return chr(_FIRST_MARK + (grapheme.lastindex or 0))


@dataclass(frozen=True)
class Endings:
    """The case endings of one script, words that only look as if they had one, and what changes before an ending."""

    endings: frozenset[str]
    uncut: tuple[str, ...]
    alternations: dict[str, tuple[str, ...]]
    stems: tuple[Rule, ...]

    @functools.cached_property
    def longest(self) -> int:
        """Letters in the longest ending."""
        return max(map(len, (*self.endings, *self.alternations)))


def _load(name: str) -> dict[str, object]:
    return cast(dict[str, object], own_yaml("valoshka.names", name))


@functools.cache
def fingerprint() -> str:
    """What an index was built with: a digest of every YAML file of this room and of how it is used.

    An index that carries another one is built anew, and a likeness that was judged with it may be judged again.
    """
    digest = hashlib.sha256(f"{ENGINE}".encode())
    for path in _files(resources.files("valoshka.names")):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


def _files(folder: Traversable) -> Iterator[Traversable]:
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if path.is_dir():
            yield from _files(path)
        elif path.name.endswith(".yml"):
            yield path


@functools.cache
def lookalikes() -> dict[str, dict[int, str]]:
    """Translation tables between scripts, by direction (`latin_to_cyrillic` ...)."""
    return {
        direction: {ord(letter): other for letter, other in pairs.items()}
        for direction, pairs in _load("lookalikes.yml").items()
        if isinstance(pairs, dict)
    }


def _reading(rules: list[list[str]], letters: dict[str, str], unlikely: str = "") -> Reading:
    patterns = [pattern for pattern, _ in rules]
    marks = {_FIRST_MARK + place: phones for place, (_, phones) in enumerate(rules, start=1)}
    return Reading(
        re.compile("|".join(f"({pattern})" for pattern in patterns), re.MULTILINE),
        re.compile("|".join(patterns), re.MULTILINE),
        {**str.maketrans(letters), **marks},
        re.compile(unlikely or r"(?!)", re.MULTILINE),
    )


@functools.cache
def readings(script: str) -> tuple[Reading, ...]:
    """Every way of reading a word of `script`, `cyrillic` or `latin`."""
    known = cast(dict[str, dict[str, object]], _load("romanisations.yml"))[script]
    letters = cast(dict[str, str], known["letters"])
    common = cast(list[list[str]], known["rules"])
    if script == "cyrillic":
        ways = cast(dict[str, list[list[str]]], known["readings"]).values()
        return tuple(_reading([*common, *rules], letters) for rules in ways)
    return tuple(
        _reading(
            [*cast(list[list[str]], system.get("first", [])), *common, *cast(list[list[str]], system["rules"])],
            letters,
            cast(str, system["unlikely"]),
        )
        for system in cast(list[dict[str, object]], known["systems"])
    )


@functools.cache
def case_endings(script: str) -> Endings:
    """The case endings of `script`, `cyrillic` or `latin`."""
    known = cast(dict[str, dict[str, list[object]]], _load("case_endings.yml"))[script]
    changed: dict[str, tuple[str, ...]] = {}
    for here, there in cast(list[list[str]], known["alternations"]):
        changed[here] = (*changed.get(here, ()), there)
    stems = tuple((re.compile(here), there) for here, there in cast(list[list[str]], known["stems"]))
    return Endings(frozenset(cast(list[str], known["endings"])), tuple(cast(list[str], known["uncut"])), changed, stems)


@functools.cache
def sound_changes() -> tuple[tuple[re.Pattern[str], str], ...]:
    """What may stand in a surname, and what another language writes there."""
    pairs = cast(list[list[str]], _load("sound_changes.yml")["changes"])
    return tuple((re.compile(here), there) for here, there in pairs)


@functools.cache
def merged_phones() -> dict[int, str]:
    """A translation table that makes one letter of all phones which spellings of one name exchange."""
    return str.maketrans(cast(dict[str, str], _load("sounding.yml")["merged"]))


@functools.cache
def slip_costs() -> dict[str, object]:
    """What a slip of the pen costs, by the letters it touches."""
    return cast(dict[str, object], _load("sounding.yml")["costs"])


@dataclass(frozen=True)
class Weighing:
    """How much each part of a name counts; tables by the kind of part (`surname`, `given` ...)."""

    accept: float
    weight: dict[str, float]
    missing: dict[str, float]
    granted: dict[str, float]
    differs: dict[str, float]
    slips_none: float


@functools.cache
def weighing() -> Weighing:
    """The knowledge of `weighing.yml`."""
    known = _load("weighing.yml")
    weight, missing, granted, differs, slips = (
        cast(dict[str, float], known[table]) for table in ("weight", "missing", "granted", "differs", "slips")
    )
    return Weighing(cast(float, known["accept"]), weight, missing, granted, differs, slips["none"])


@functools.cache
def function_words() -> frozenset[str]:
    """Words that are no names, though a short name may sound so."""
    return frozenset(cast(str, _load("function_words.yml")["words"]).split())


@dataclass(frozen=True)
class GivenAlone:
    """What a given name alone can look like (`endings` by last letter), and which words only look like one.

    `heard` are the languages whose given names are met here in every case and spelling, so that they go by sound.
    """

    same_letters: dict[int, str]
    endings: dict[str, tuple[str, ...]]
    hushing: str
    softened: dict[str, str]
    heard: frozenset[str]
    months: frozenset[str]
    before_month: frozenset[str]
    words: frozenset[str]
    never: frozenset[str]


@functools.cache
def given_alone() -> GivenAlone:
    """The knowledge of `given_alone.yml`."""
    known = _load("given_alone.yml")
    heard, months, before_month, words, never = (
        frozenset(cast(str, known[group]).split()) for group in ("heard", "months", "before_month", "words", "never")
    )
    return GivenAlone(
        str.maketrans(cast(dict[str, str], known["same_letters"])),
        {last: tuple(endings) for last, endings in cast(dict[str, list[str]], known["endings"]).items()},
        cast(str, known["hushing"]),
        cast(dict[str, str], known["softened"]),
        heard,
        months,
        before_month,
        words,
        never,
    )


@functools.cache
def surname_knowledge() -> dict[str, tuple[str, ...]]:
    """Common surnames (`common`), endings that only surnames have (`endings`), and endings of patronymics."""
    known = _load("surnames.yml")
    return {
        group: tuple(words.split()) for group, words in known.items() if isinstance(words, str) and group != "source"
    }
