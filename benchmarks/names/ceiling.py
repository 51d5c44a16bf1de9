"""Whom nobody can find by the name: people listed under another name altogether, or without a given name.

The annexes print aliases, married names, cut-off names and neighbours' lines among a person's spellings. They stay in
every figure; a second figure leaves these people out. The rule knows nothing of any engine and was fixed before the
held-out half was looked at: two surnames in plain Latin letters that have less than half in common (Indel ratio), or a
spelling that begins with the patronymic.
"""

from __future__ import annotations

from anyascii import anyascii
from rapidfuzz import fuzz

from benchmarks.names.persons import Person, is_patronymic, persons

IN_COMMON = 50.0


def listed_otherwise(split: str) -> set[str]:
    """Ids of the people of this half whose spellings do not all name them alike."""
    return {person.id for person in persons(split) if not _alike(person)}


def _alike(person: Person) -> bool:
    words = [spelling.split() for spelling in person.spellings]
    surnames = [anyascii(each[-1]).lower() for each in words]
    listed = anyascii(person.listed.split()[-1]).lower()
    return all(fuzz.ratio(each, listed) >= IN_COMMON for each in surnames) and not any(
        is_patronymic(each[0]) for each in words
    )
