"""What the room knows of words, read once from the YAML beside it."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from importlib import resources
from typing import cast

import yaml

from valoshka.disclosure.unknown_names.stems import stem

_LOADER: type[yaml.BaseLoader] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True)
class Words:
    """Sets of folded words; `_stems` ones without case endings."""

    not_names: frozenset[str]
    not_names_en: frozenset[str]
    not_names_stems: frozenset[str]
    titles: frozenset[str]
    offices: frozenset[str]
    speech: frozenset[str]
    before_things: frozenset[str]
    heads: frozenset[str]
    before_places: frozenset[str]
    particles: frozenset[str]
    abbreviations: frozenset[str]
    given: frozenset[str]
    places: frozenset[str]
    places_stems: frozenset[str]
    towns_in_english: frozenset[str]
    small: dict[str, frozenset[str]]
    verbs: dict[str, tuple[str, ...]]
    surely_places: frozenset[str]
    shapes: tuple[str, ...]
    before_letters: frozenset[str]
    before_both: frozenset[str]
    things_and_surnames: frozenset[str]
    of_countries: frozenset[str]
    region_endings: tuple[str, ...]
    heads_in_english: frozenset[str]
    place_heads: frozenset[str]
    small_things: frozenset[str]
    conjunctions: frozenset[str]
    before_towns: frozenset[str]
    number_signs: tuple[str, ...]
    short_months: frozenset[str]


@dataclass(frozen=True)
class Weighing:
    """How much each kind of evidence speaks for a name (above 0) or against one, and what makes it certain."""

    weights: dict[str, float]
    strong: float


def load(name: str) -> dict[str, object]:
    """One YAML file of this room, every value a string."""
    text = resources.files("valoshka.disclosure.unknown_names").joinpath(name).read_text(encoding="utf-8")
    return cast(dict[str, object], yaml.load(text, _LOADER))  # noqa: S506 - it makes nothing but strings


@functools.cache
def words() -> Words:
    """The knowledge of `words.yml` and `places.yml`."""
    known = load("words.yml")
    groups = cast(dict[str, str], known["not_names"])
    slavic = frozenset(" ".join(each for group, each in groups.items() if not group.endswith("_en")).split())
    english = frozenset(" ".join(each for group, each in groups.items() if group.endswith("_en")).split())
    listed = {code: str(cast(dict[str, str], group)["words"]).split() for code, group in load("places.yml").items()}
    towns = frozenset(listed.pop("towns_in_english"))
    places = frozenset(word for group in listed.values() for word in group)
    return Words(
        slavic,
        english,
        frozenset(stem(word) for word in slavic if len(word) > _LONG),
        frozenset(map(stem, (word.rstrip(".") for word in _split(known["titles"])))),
        frozenset(map(stem, _split(known["offices"]))),
        frozenset(_split(known["speech"])),
        frozenset(map(stem, _split(known["before_things"]))),
        frozenset(map(stem, _split(known["heads"]))),
        frozenset(_split(known["before_places"])),
        frozenset(_split(known["particles"])),
        frozenset(_split(known["abbreviations"])),
        frozenset(_split(load("given_elsewhere.yml")["words"])),
        places,
        frozenset(stem(word) for word in places if len(word) > _LONG),
        towns,
        {code: frozenset(_split(each)) for code, each in cast(dict[str, str], known["small"]).items()},
        {code: tuple(_split(each)) for code, each in cast(dict[str, str], known["verbs"]).items()},
        frozenset(map(stem, _split(known["surely_places"]))),
        tuple(_split(known["shapes"])),
        frozenset(map(stem, _split(known["before_letters"]))),
        frozenset(_split(known["before_both"])),
        frozenset(_split(known["things_and_surnames"])),
        frozenset(map(stem, _split(known["of_countries"]))),
        tuple(_split(known["region_endings"])),
        frozenset(_split(known["heads_in_english"])),
        frozenset(_split(known["place_heads"])),
        frozenset(_split(known["small_things"])),
        frozenset(_split(known["conjunctions"])),
        frozenset(_split(known["before_towns"])),
        tuple(_split(known["number_signs"])),
        frozenset(_split(known["short_months"])),
    )


_LONG = 3  # letters: of a shorter place, too little is left without its ending


def _split(listed: object) -> list[str]:
    return str(listed).split()


@functools.cache
def weighing() -> Weighing:
    """The knowledge of `weighing.yml`."""
    known = load("weighing.yml")
    weights = cast(dict[str, str], known["weights"])
    return Weighing({kind: float(weight) for kind, weight in weights.items()}, float(str(known["strong"])))
