"""How far an English noun phrase for people reaches to the left, and the closed words that bound it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from valoshka.coding.lexicon import words
from valoshka.coding.reading.people import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from valoshka.coding.reading.people import Gender

_ADJECTIVE = re.compile(r".+(?:ful|al|ic|ive|ous|ian|ese|ish|ary|able|ible|less|-old|-time|-year)$")
_VERBAL = re.compile(r".+(?:ed|ing)$")
NUMBER = re.compile(r"\d+(?:,\d{3})*$|\d+-\w+$|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-\w+$")


@cache
def pronoun_table() -> dict[str, tuple[int, str, Gender, str]]:
    """(person, number, gender, case) of each English pronoun."""
    listed = words("en", "people")["pronouns"]
    assert isinstance(listed, dict)
    return {low: (int(entry[0]), entry[1], entry[2], entry[3]) for low, entry in listed.items()}


@cache
def closed_words() -> frozenset[str]:
    """Words that end a noun phrase: prepositions, conjunctions, adverbs, auxiliaries."""
    cues = words("en", "cues")
    auxiliaries = cues["auxiliaries"]
    assert isinstance(auxiliaries, dict)
    listed = {
        "to",
        "and",
        "or",
        "the",
        "a",
        "an",
        "up",
        "out",
        "down",
        "away",
        "off",
        "home",
        "there",
        "here",
        "three",
        "twice",
    }
    for name in ("prepositions", "breaks", "adverbs"):
        group = cues[name]
        assert isinstance(group, list)
        listed.update(group)
    return frozenset(listed.union(*auxiliaries.values()) - {"own", "first"})


@cache
def heads() -> tuple[dict[str, bool], frozenset[str]]:
    """Head nouns (true if plural), and words such as "others" that can stand for a noun."""
    persons = words("en", "people")["persons"]
    assert isinstance(persons, dict)
    nouns = dict.fromkeys(persons, False) | dict.fromkeys(persons.values(), True)
    return nouns | dict.fromkeys(word_set("plural_only"), True), word_set("pronoun_heads")


def left_edge(lows: Sequence[str], head: int) -> tuple[int, int | None]:
    """Where the noun phrase of `head` begins, and the possessive that begins it, if one does."""
    start = head
    while start > 0:
        low = lows[start - 1]
        if _qualifies(lows, start - 1):
            start -= 1
        elif low == "of" and start > 1 and lows[start - 2] in word_set("partitives"):
            start -= 2
        elif low in _possessives():
            return start - 1, start - 1
        elif low == "'s" and start > 1:
            return start - 2, start - 2
        else:
            break
    return start, None


@cache
def _possessives() -> frozenset[str]:
    return frozenset(low for low, entry in pronoun_table().items() if entry[3] in ("poss", "both"))


def _qualifies(lows: Sequence[str], at: int) -> bool:
    low = lows[at]
    if low in word_set("determiners") or low in word_set("modifiers") or NUMBER.match(low):
        return not (low in ("to", "at", "about", "over", "than", "up", "only", "just", "no") and not _measure(lows, at))
    if low in heads()[0] or (_ADJECTIVE.match(low) and low not in closed_words() and low not in word_set("not_names")):
        return True
    before = lows[at - 1] if at else ""
    return bool(_VERBAL.match(low)) and (before in word_set("determiners") or before in ("against", "with", "of"))


def _measure(lows: Sequence[str], at: int) -> bool:
    """Whether "over", "up to", "at least" begin a number and not a place."""
    following = lows[at + 1] if at + 1 < len(lows) else ""
    return (
        bool(NUMBER.match(following))
        or following in ("least", "most", "than", "to", "a", "one")
        or following in word_set("partitives")
        or lows[at] == "no"
    )
