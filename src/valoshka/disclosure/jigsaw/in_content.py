"""Facts that stand together: one says little; two may give away somebody who never agreed to be told of."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from valoshka.clearance import passages
from valoshka.disclosure.findings import Finding, Place
from valoshka.disclosure.jigsaw.days import ITEM as DAY
from valoshka.disclosure.jigsaw.days import days_told, state_days
from valoshka.disclosure.jigsaw.facts import facts_told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from valoshka.clearance import Content, Passage
    from valoshka.disclosure.lookout import Lookout
    from valoshka.disclosure.people import ProtectedPerson

_TELLING = 2  # facts
_CROWD = 5  # people; Hundepool et al. 2012, ch. 4
# Many share a profession, a town or a day, and any text may speak of them; few share a workplace or a family.
_COMMON = frozenset({"profession", "town", DAY})


class _Unit(NamedTuple):
    """What is read together: a story with its teller, or a section in the organisation's own voice."""

    where: str
    teller: ProtectedPerson | None
    story: bool
    passages: tuple[tuple[str, Passage], ...]


class _Fact(NamedTuple):
    where: str
    item: str
    start: int
    end: int
    # Also a fact of whoever tells the story, who agreed to it: it need not point to anybody else.
    tellers_too: bool


def pieced_together(content: Content, lookout: Lookout) -> Iterator[Finding]:
    """What `content` tells of people outside their own story, without their consent.

    Two facts together, in one passage or one story or section, are blocked for third persons and doubted for others.
    A single telling fact of a third person in somebody's story is a doubt; a single town, profession or day is nothing.
    """
    for unit in _units(content, lookout):
        told = {
            person.id: facts
            for person in lookout.people.values()
            if _hidden(person, lookout) and (facts := _told(unit, person, lookout, content.language))
        }
        alike = Counter(frozenset(facts) for facts in told.values())
        for person_id, facts in told.items():
            if not (alike[frozenset(facts)] >= _CROWD and _items(facts) <= _COMMON):
                yield from _judged(unit, lookout.people[person_id], facts)


def _units(content: Content, lookout: Lookout) -> Iterator[_Unit]:
    for number, story in enumerate(content.stories, start=1):
        where = f"stories {number}"
        yield _Unit(where, lookout.people.get(story.person), True, tuple(passages(story, where)))
    for number, section in enumerate(content.sections, start=1):
        where = f"sections {number}"
        yield _Unit(where, None, False, tuple(passages(section, where)))
    for name in ("title", "subtitle", "standfirst", "figures", "call", "notes"):
        yield _Unit(name, None, False, tuple(passages(getattr(content, name), name)))


def _hidden(person: ProtectedPerson, lookout: Lookout) -> bool:
    if person.third_person:
        return True
    public_only = bool(person.public_names) and not person.names
    return not public_only and not person.may("real_name", lookout.audience)


def _told(unit: _Unit, person: ProtectedPerson, lookout: Lookout, language: str) -> list[_Fact]:
    """Facts of `person` in `unit`, told without consent, where they do not tell themselves."""
    if unit.teller is not None and person.id == unit.teller.id:
        return []
    return [
        fact
        for where, passage in unit.passages
        if passage.about != person.id
        for fact in _in_passage(where, passage, person, unit.teller, lookout.audience, language)
    ]


def _in_passage(
    where: str, passage: Passage, person: ProtectedPerson, teller: ProtectedPerson | None, audience: str, language: str
) -> Iterator[_Fact]:
    pieces = [piece for piece in _pieces(passage, person, language) if not person.may(piece[0], audience)]
    own = _pieces(passage, teller, language) if pieces and teller is not None else []
    agreed = [(start, end) for item, start, end in own if teller is not None and teller.may(item, audience)]
    for item, start, end in pieces:
        yield _Fact(where, item, start, end, any(first < end and start < last for first, last in agreed))


def _pieces(passage: Passage, person: ProtectedPerson, language: str) -> list[tuple[str, int, int]]:
    found = list(facts_told(passage.text, person.facts))
    if recorded := state_days(person):
        found += [(DAY, day.start, day.end) for day in days_told(passage, language) if day.date in recorded]
    return found


def _judged(unit: _Unit, person: ProtectedPerson, facts: Sequence[_Fact]) -> Iterator[Finding]:
    by_passage: dict[str, list[_Fact]] = defaultdict(list)
    for fact in facts:
        by_passage[fact.where].append(fact)
    texts = dict(unit.passages)
    together = [where for where, here in by_passage.items() if len(_items(here)) >= _TELLING]
    for where in together:
        if rule := _rule(unit, person, by_passage[where], close=True):
            yield _finding(rule, person, where, texts[where].text, by_passage[where])
    if not together and len(_items(facts)) >= _TELLING:
        if rule := _rule(unit, person, facts, close=False):
            words = "; ".join(texts[fact.where].text[fact.start : fact.end] for fact in facts)
            yield _finding(rule, person, unit.where, words, facts)
    elif not together and person.third_person and unit.story:
        yield from _single(person, facts, texts)


def _rule(unit: _Unit, person: ProtectedPerson, facts: Sequence[_Fact], *, close: bool) -> str | None:
    theirs = _items([fact for fact in facts if not fact.tellers_too])
    telling = bool(theirs - _COMMON)
    if person.third_person and len(theirs) >= _TELLING and (telling or (unit.story and close)):
        return "jigsaw_third_person"
    enough = 1 if person.third_person else _TELLING
    if len(theirs) >= enough and (close or telling or (person.third_person and unit.story)):
        return "jigsaw"
    return None


def _single(person: ProtectedPerson, facts: Sequence[_Fact], texts: dict[str, Passage]) -> Iterator[Finding]:
    for fact in facts:
        if fact.item not in _COMMON and not fact.tellers_too:
            text = texts[fact.where].text[fact.start : fact.end]
            at = Place(where=fact.where, start=fact.start, end=fact.end, text=text)
            yield Finding("third_person_fact", person.id, at, (("shown", fact.item),))


def _finding(rule: str, person: ProtectedPerson, where: str, read: str, facts: Sequence[_Fact]) -> Finding:
    items = sorted(_items(facts))
    details = (("count", str(len(items))), ("shown", ", ".join(items)))
    # Bound to the words, so that a reason for one text does not serve for another.
    return Finding(rule, person.id, Place(where=where, shown=read), details)


def _items(facts: Sequence[_Fact]) -> frozenset[str]:
    return frozenset(fact.item for fact in facts)
