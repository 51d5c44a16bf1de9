"""Facts that stand together in a publication: one says little; several may give somebody away."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from valoshka.clearance import passages
from valoshka.disclosure.findings import Finding, Place
from valoshka.disclosure.jigsaw.clues import Clue
from valoshka.disclosure.jigsaw.days import ITEM as DAY
from valoshka.disclosure.jigsaw.days import days_told
from valoshka.disclosure.jigsaw.in_files import quotes_and_unread
from valoshka.disclosure.jigsaw.in_words import in_words
from valoshka.disclosure.jigsaw.judging import judged
from valoshka.disclosure.jigsaw.read_together import read_together

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from valoshka.clearance import Content, Passage
    from valoshka.disclosure.jigsaw.judging import Judgement
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
    texts: tuple[str, ...]


class _Fact(NamedTuple):
    where: str
    item: str
    start: int
    end: int
    # Also a fact of whoever tells the story, who agreed to it: it need not point to anybody else.
    tellers_too: bool


def pieced_together(content: Content, lookout: Lookout) -> Iterator[Finding]:
    """What `content` tells of people that gives them away.

    Outside their own story and without their consent: two facts together, in one passage or one story or section, are
    blocked for third persons and doubted for others. A single telling fact of a third person in somebody's story is a
    doubt; a single town, profession or day is nothing. Of everybody, tellers too, whatever they agreed to: facts by
    which an adversary finds one person in a file are a doubt; and what is all but a line of such a file is blocked,
    unless they agreed to all of it.
    """
    for unit in _units(content, lookout):
        told = _told(unit, lookout, content.language)
        alike = Counter(frozenset(facts) for facts in told.values())
        objected: set[str] = set()
        for person_id, facts in told.items():
            if not (alike[frozenset(facts)] >= _CROWD and _items(facts) <= _COMMON):
                for finding in _judged(unit, lookout.people[person_id], facts):
                    objected |= {person_id} if finding.kind == "jigsaw" else set()
                    yield finding
        yield from _recognisable(unit, lookout, objected)
    for where, passage in passages(content):
        yield from quotes_and_unread(passage.text, Place(where=where), lookout)


def _recognisable(unit: _Unit, lookout: Lookout, objected: set[str]) -> Iterator[Finding]:
    """Whoever can be found in an adversary's file by what the unit tells, read as one text."""
    text = "\n\n".join(unit.texts)
    told = lookout.pieces.told(text)
    tellers = {unit.teller.id} if unit.teller else set()
    for judgement in judged(lookout.pieces.clues(told), among=len(lookout.people), tellers=tellers):
        person = lookout.people[judgement.person]
        is_teller = unit.teller is not None and person.id == unit.teller.id
        if judgement.by and person.id not in objected and (is_teller or _unagreed(judgement, person, lookout)):
            words = "; ".join(text[clue.start : clue.end] for clue in judgement.clues)
            rule = judgement.rule(person, lookout.audience)
            yield Finding(rule, person.id, Place(where=unit.where, shown=words), judgement.details())


def _unagreed(judgement: Judgement, person: ProtectedPerson, lookout: Lookout) -> bool:
    """Whether more is told of somebody outside their story than they agreed to."""
    return _hidden(person, lookout) and any(not person.may(item, lookout.audience) for item in judgement.asked)


def _units(content: Content, lookout: Lookout) -> Iterator[_Unit]:
    for number, story in enumerate(content.stories, start=1):
        where = f"stories {number}"
        yield _Unit(where, lookout.people.get(story.person), True, *_read(story, where))
    for number, section in enumerate(content.sections, start=1):
        where = f"sections {number}"
        yield _Unit(where, None, False, *_read(section, where))
    for name in ("title", "subtitle", "standfirst", "figures", "call", "notes"):
        yield _Unit(name, None, False, *_read(getattr(content, name), name))


def _read(node: object, where: str) -> tuple[tuple[tuple[str, Passage], ...], tuple[str, ...]]:
    return tuple(passages(node, where)), tuple(read_together(node))


def _hidden(person: ProtectedPerson, lookout: Lookout) -> bool:
    if person.third_person:
        return True
    public_only = bool(person.public_names) and not person.names
    return not public_only and not person.may("real_name", lookout.audience)


def _told(unit: _Unit, lookout: Lookout, language: str) -> dict[str, list[_Fact]]:
    """Facts told without consent, by person, where they do not tell themselves."""
    found: dict[str, list[_Fact]] = defaultdict(list)
    for where, passage in unit.passages:
        here = _pieces(passage, lookout, language)
        own = here.get(unit.teller.id, []) if unit.teller else []
        agreed = [(start, end) for item, start, end in own if unit.teller and unit.teller.may(item, lookout.audience)]
        for person_id in here.keys() - {passage.about, unit.teller.id if unit.teller else None}:
            person = lookout.people[person_id]
            if _hidden(person, lookout):
                for item, start, end in here[person_id]:
                    if not person.may(item, lookout.audience):
                        too = any(first < end and start < last for first, last in agreed)
                        found[person_id].append(_Fact(where, item, start, end, too))
    return dict(sorted(found.items()))


def _pieces(passage: Passage, lookout: Lookout, language: str) -> dict[str, list[tuple[str, int, int]]]:
    """By person, the facts and the days on the state's file that a passage tells."""
    found = lookout.pieces.plain(passage.text)
    recorded = lookout.pieces.state_days
    for day in days_told(passage, language) if recorded else ():
        for person in recorded.get(day.date or "", ()):
            found[person].append((DAY, day.start, day.end))
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
    details = in_words([Clue(item, item, 0, 0) for item in sorted(_items(facts))], ())
    # Bound to the words, so that a reason for one text does not serve for another.
    return Finding(rule, person.id, Place(where=where, shown=read), details)


def _items(facts: Sequence[_Fact]) -> frozenset[str]:
    return frozenset(fact.item for fact in facts)
