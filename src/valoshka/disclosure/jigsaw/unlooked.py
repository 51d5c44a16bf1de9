"""Facts of a list of people in words that no rule here knows: silence about them must not look like care."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from valoshka.disclosure.jigsaw.facts import callings, professions, same_phrases, tokens_of
from valoshka.disclosure.jigsaw.knowledge import entries
from valoshka.disclosure.jigsaw.said import kinds_of, relatives
from valoshka.terms.vocabulary import acts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from valoshka.disclosure.people import ProtectedPerson

_FAMILY = "family"


class Unlooked(NamedTuple):
    """A fact of `person` (an id): its `item`, and for events and relatives which of them, from 1."""

    person: str
    item: str
    number: int = 1


def unlooked(people: Iterable[ProtectedPerson]) -> Iterator[Unlooked]:
    """Facts that the jigsaw cannot look for in other words than those in which they are on record.

    >>> from valoshka.disclosure.people import Facts, ProtectedPerson
    >>> list(unlooked([ProtectedPerson("p1", ("Made Up",), facts=Facts("unicorn tamer", family=("a son",)))]))
    [Unlooked(person='p1', item='profession', number=1)]
    """
    for person in people:
        facts = person.facts
        for item in ("profession", "specialty"):
            if (known := getattr(facts, item)) and not _is_calling(known):
                yield Unlooked(person.id, item)
        for number, event in enumerate(facts.events, start=1):
            # What a casebook codes is of a vocabulary, and looked for as far as files tell of it.
            if event.what not in acts() and not kinds_of(event.what)[0]:
                yield Unlooked(person.id, "event", number)
        for number, phrase in enumerate(facts.family, start=1):
            if not relatives(phrase):
                yield Unlooked(person.id, _FAMILY, number)


def _is_calling(phrase: str) -> bool:
    known = frozenset[str]().union(*professions())
    return bool(callings(phrase) & known) or len(same_phrases(phrase)) > 1 or not tokens_of(phrase)


def said_of_unlooked(people: Iterable[ProtectedPerson], language: str) -> tuple[str, ...]:
    """The same in sentences of `en`, `be` or `ru`; no word of a fact is among them."""
    found = list(unlooked(people))
    as_written = [each for each in found if each.item != _FAMILY]
    not_at_all = [each for each in found if each.item == _FAMILY]
    told = cast("dict[str, str]", entries("unlooked.yml")[language])
    return tuple(
        told[sentence].format(facts=_listed(facts, told))
        for sentence, facts in (("as_written", as_written), ("not_at_all", not_at_all))
        if facts
    )


def _listed(facts: list[Unlooked], told: dict[str, str]) -> str:
    most = cast(int, entries("unlooked.yml")["most"])
    named = [told[each.item].format(person=each.person, number=each.number) for each in facts[:most]]
    return ", ".join([*named, *([told["more"].format(count=len(facts) - most)] if len(facts) > most else [])])
