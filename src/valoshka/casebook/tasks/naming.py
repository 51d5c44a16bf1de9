"""Names in a text: which known people it names, and what stands there instead."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from valoshka.casebook.identities.models import Name
from valoshka.casebook.records.ids import LENGTH
from valoshka.casebook.records.models import Person, Pseudonym
from valoshka.casebook.tasks.alignment import Replacement, align
from valoshka.casebook.tasks.given_alone import is_weak, name_end, replaced_alone

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from valoshka.names import Finder

UNNAMED = "Person-"
LETTERS_SHOWN = 4  # at least: as many more as keep two people apart


def protected_names() -> dict[str, list[str]]:
    """The names that no working text may hold, by person; those of public figures are left out."""
    names: dict[str, list[str]] = defaultdict(list)
    for name in Name.objects.filter(public=False).order_by("person", "id"):
        names[name.person].append(name.text)
    return dict(names)


def stand_ins() -> dict[str, str]:
    """What stands for each person: the current pseudonym, or "Person-" and the first letters of the id."""
    standing = _unnamed(list(Person.objects.values_list("id", flat=True)))
    for pseudonym in Pseudonym.objects.filter(current=True).order_by("since"):
        standing[pseudonym.person_id] = pseudonym.text
    return standing


def _unnamed(persons: Sequence[str]) -> dict[str, str]:
    """Four letters of an id are the same for two of some six hundred people: those two show more."""
    shown = Counter(person[:length] for person in persons for length in range(LETTERS_SHOWN, LENGTH + 1))
    return {
        person: UNNAMED + next(person[:n] for n in range(LETTERS_SHOWN, LENGTH + 1) if shown[person[:n]] == 1)
        for person in persons
    }


def former_pseudonyms() -> dict[str, str]:
    """Each pseudonym that was borne before → the one that is borne now."""
    standing = stand_ins()
    return {each.text: standing[each.person_id] for each in Pseudonym.objects.filter(current=False)}


def replacements(
    text: str, finder: Finder, standing: Mapping[str, str], first: str | None = None, here: Collection[str] = ()
) -> list[Replacement]:
    """Where `text` names somebody, and what stands there instead; of two people of one name, `first` is meant.

    `here` are persons whom the interview names elsewhere. A given name alone takes a pseudonym only if it can be nobody
    else's (see `given_alone`). What is doubtful and written small stays: it is nearly always a common word ("людей" is
    not Luda).
    """
    mentions = finder.find(text)
    certain = [each for each in mentions if not is_weak(text, each) and (each.strong or text[each.start].isupper())]
    found = [
        Replacement(each.start, name_end(text, each), standing.get(each.key, UNNAMED.strip("-")), each.key)
        for each in certain
    ]
    found.sort(key=lambda each: each.person != first)
    spans: dict[tuple[int, int], Replacement] = {}
    for each in found:
        spans.setdefault((each.start, each.end), each)
    fully = align(spans.values()).replacements
    named = {each.person for each in fully} | {*here, *([first] if first else [])}
    return list(align([*fully, *replaced_alone(text, mentions, standing, named)]).replacements)


def masked(text: str, finder: Finder, standing: Mapping[str, str], here: Collection[str] = ()) -> str:
    """`text` with every known name replaced: for the short texts that people type, such as places and labels."""
    return align(replacements(text, finder, standing, here=here)).working(text) if text else text
