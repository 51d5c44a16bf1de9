"""Who is meant by a suggestion's victim: a known person, or a group in the source's words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from valoshka.casebook.tasks.people import find_person
from valoshka.errors import Refused
from valoshka.own_yaml import own_yaml

if TYPE_CHECKING:
    from valoshka.casebook.records.models import Person

_COUNT = re.compile(r"^\D{0,20}?(\d{1,3}(?:[   ,]\d{3})+|\d+)\b")


@dataclass(frozen=True)
class Victim:
    """`person` if the casebook knows them; else `label` in the source's words, and a count for a group."""

    person: Person | None
    kind: str
    label: str
    count: int | None = None


@cache
def _self_words() -> frozenset[str]:
    groups = own_yaml("valoshka.casebook.tasks", "self_words.yml")
    return frozenset(word.casefold() for group in groups.values() for word in group["words"])


def victim_of(label: str, kind: str, story: Person | None) -> Victim:
    """The victim that `label` means in the story of `story`: "I", "she" and the like mean the story's own person."""
    if kind == "group":
        count = _COUNT.match(label)
        return Victim(None, "group", label, int(re.sub(r"\D", "", count.group(1))) if count else None)
    if label.casefold().strip(" .") in _self_words():
        return Victim(story, "person", "")
    known = known_person(label)
    return Victim(known, "person", "" if known else label)


def known_person(label: str) -> Person | None:
    """Who bears the pseudonym `label`, if anybody does."""
    try:
        return find_person(label.strip())
    except Refused:
        return None
