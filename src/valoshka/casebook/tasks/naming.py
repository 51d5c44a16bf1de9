"""Names in a text: which known people it names, and what stands there instead."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from valoshka.casebook.identities.models import Name
from valoshka.casebook.records.models import Person, Pseudonym
from valoshka.casebook.tasks.alignment import Replacement, align

if TYPE_CHECKING:
    from collections.abc import Mapping

    from valoshka.names import Finder, Mention

UNNAMED = "Person-"
LETTERS_SHOWN = 4


def protected_names() -> dict[str, list[str]]:
    """The names that no working text may hold, by person; those of public figures are left out."""
    names: dict[str, list[str]] = defaultdict(list)
    for name in Name.objects.filter(public=False).order_by("person", "id"):
        names[name.person].append(name.text)
    return dict(names)


def stand_ins() -> dict[str, str]:
    """What stands for each person: the current pseudonym, or "Person-" and the first letters of the id."""
    standing = {person: f"{UNNAMED}{person[:LETTERS_SHOWN]}" for person in Person.objects.values_list("id", flat=True)}
    for pseudonym in Pseudonym.objects.filter(current=True).order_by("since"):
        standing[pseudonym.person_id] = pseudonym.text
    return standing


def former_pseudonyms() -> dict[str, str]:
    """Each pseudonym that was borne before → the one that is borne now."""
    standing = stand_ins()
    return {each.text: standing[each.person_id] for each in Pseudonym.objects.filter(current=False)}


def replacements(text: str, finder: Finder, standing: Mapping[str, str], first: str | None = None) -> list[Replacement]:
    """Where `text` names somebody, and what stands there instead; of two people of one name, `first` is meant.

    A given name alone is replaced too: a pseudonym too many is a nuisance, a name too many is a danger. Only what is
    doubtful and written small stays: it is nearly always a common word ("людей" is not Luda).
    """
    found = [
        Replacement(mention.start, _name_end(text, mention), standing.get(mention.key, UNNAMED.strip("-")), mention.key)
        for mention in finder.find(text)
        if mention.strong or text[mention.start].isupper()
    ]
    found.sort(key=lambda each: each.person != first)
    spans: dict[tuple[int, int], Replacement] = {}
    for each in found:
        spans.setdefault((each.start, each.end), each)
    return list(align(spans.values()).replacements)


def _name_end(text: str, mention: Mention) -> int:
    """An English possessive ("Halina's") stays behind its name."""
    named = text[mention.start : mention.end]
    return mention.end - 2 if named.endswith(("'s", "’s")) else mention.end


def masked(text: str, finder: Finder, standing: Mapping[str, str]) -> str:
    """`text` with every known name replaced: for the short texts that people type, such as places and labels."""
    return align(replacements(text, finder, standing)).working(text) if text else text
