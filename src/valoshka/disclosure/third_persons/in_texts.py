"""Third persons without a name, as findings: in the text of a file, and in a publication passage by passage."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, cast

from valoshka.clearance import passages
from valoshka.disclosure.findings import Finding, Place
from valoshka.disclosure.third_persons.context import Context
from valoshka.disclosure.third_persons.patients import patients
from valoshka.disclosure.third_persons.pronouns import by_pronoun
from valoshka.disclosure.third_persons.relations import relations
from valoshka.own_yaml import own_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from valoshka.clearance import Content
    from valoshka.disclosure.third_persons.patients import Unnamed


def find_in_text(text: str, name: str) -> Iterator[Finding]:
    """What the text of the file `name` tells of third persons without a name.

    >>> [found.tier for found in find_in_text("My cellmate, a teacher from Lida, fell ill.", "a.txt")]
    ['review']
    """
    for each in _told(text):
        at = Place(file=name, start=each.start, end=each.end, text=text[each.start : each.end])
        yield Finding(each.rule, None, at, _details(each))


def find_in_content(content: Content) -> Iterator[Finding]:
    """The same in a publication, passage by passage; in a story by a medic every passage is a medic's."""
    medic = {id(passage) for story in content.stories if _is_medic(story.role.text) for _, passage in passages(story)}
    for where, passage in passages(content):
        for each in _told(passage.text, by_a_medic=id(passage) in medic):
            at = Place(where=where, start=each.start, end=each.end, text=passage.text[each.start : each.end])
            yield Finding(each.rule, None, at, _details(each))


def _told(text: str, *, by_a_medic: bool = False) -> list[Unnamed]:
    context = Context.of(text)
    found = list(patients(context, by_a_medic=by_a_medic))
    found += [each for each in by_pronoun(context, by_a_medic=by_a_medic) if not _told_already(context, each, found)]
    taken = {each.start for each in found}
    found += [each for each in relations(context) if each.start not in taken]
    return sorted(found, key=lambda each: each.start)


def _told_already(context: Context, each: Unnamed, found: list[Unnamed]) -> bool:
    """Whether the same sentence has a patient in words of their own, found no less surely."""
    same = (other for other in found if context.sentence_at(other.start) == context.sentence_at(each.start))
    return any(other.rule == each.rule or other.rule == "third_person_patient" for other in same)


def _details(each: Unnamed) -> tuple[tuple[str, str], ...]:
    """By what somebody is shown, in each language of the messages."""
    keys = {"en": "shown", "be": "shown_be", "ru": "shown_ru"}
    return tuple((key, ", ".join(labels()[what][language] for what in each.shown)) for language, key in keys.items())


@functools.cache
def labels() -> dict[str, dict[str, str]]:
    """Words for what is shown of somebody, by code and language.

    >>> labels()["age"]["ru"]
    'возраст'
    """
    return cast(dict[str, dict[str, dict[str, str]]], own_yaml("valoshka.disclosure.third_persons", "labels.yml"))[
        "labels"
    ]


def _is_medic(role: str) -> bool:
    return bool(Context.of(role).marks.get("medic"))
