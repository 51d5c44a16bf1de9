"""The facts of many people, looked for in a text at once."""

from __future__ import annotations

import functools
import itertools
import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from valoshka.disclosure.jigsaw.clues import Clue
from valoshka.disclosure.jigsaw.days import dated_between, state_days
from valoshka.disclosure.jigsaw.facts import same_phrases, tokens_of
from valoshka.disclosure.jigsaw.phrase_index import PhraseIndex
from valoshka.disclosure.jigsaw.places import is_of_a_region
from valoshka.disclosure.jigsaw.said import AGE, FAMILY, PERCENT, PUBLIC, Said, kinds_of, precision, relatives, said
from valoshka.disclosure.jigsaw.workplaces import institutions, ranks
from valoshka.disclosure.people import Facts
from valoshka.names.words import words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence

    from valoshka.disclosure.people import ProtectedPerson, RecordedEvent

# Who was dismissed may tell that they resigned; who was summoned, that they were questioned as a witness.
_ALIKE = {
    "detention": frozenset({"administrative_arrest"}),
    "administrative_arrest": frozenset({"detention"}),
    "witness": frozenset({"summons", "criminal_case"}),
    "criminal_case": frozenset({"witness"}),
    "dismissal": frozenset({"resignation", "contract"}),
    "resignation": frozenset({"dismissal", "contract"}),
    "contract": frozenset({"dismissal", "resignation"}),
    "sentence": frozenset({"hearing"}),
}
_AS_CHILD = {"child": "children"}
_WHOLE_FAMILY = "whole family"
_CONSENTED = frozenset({"profession", "workplace", "town", FAMILY})
_OTHER = "other"  # an event that events.yml does not know, looked for by its words
_NEAR_PERCENT = 5  # points
_TURNED = 3  # words of a workplace's name, at most, that are looked for in any order
_NUMBERED = re.compile(r"\d")
_TOLD_BETWEEN = (2017, 2026)  # years in which an age may have been told


class _Of(NamedTuple):
    """Whose fact a phrase is; `known` is the fact in the words in which it is on record."""

    person: str
    fact: str
    item: str
    known: str


class _Dated(NamedTuple):
    """Events of one kind and time, and whose they are."""

    kind: str
    date: str
    number: int | None


@dataclass(frozen=True)
class Told:
    """What a text says of anybody: phrases with their places, and events, relatives and figures by kind."""

    text: str
    phrases: Mapping[str, Sequence[tuple[int, int]]]
    events: Mapping[str, Sequence[Said]]
    _known: dict[Hashable, tuple[Clue, ...]] = field(default_factory=dict, repr=False)

    def once(self, key: Hashable, clues: Callable[[], Iterable[Clue]]) -> tuple[Clue, ...]:
        """`clues()`, worked out at the first asking for `key`."""
        if key not in self._known:
            self._known[key] = tuple(clues())
        return self._known[key]


class Pieces:
    """Facts of people, under what a text would say of them. Built once for a list of people; then only read."""

    def __init__(self, people: Collection[ProtectedPerson]) -> None:
        self._facts = {person.id: person.facts for person in people}
        self._called = {person.id: person.pseudonyms for person in people if person.pseudonyms}
        self._of: dict[str, list[_Of]] = defaultdict(list)
        self._public: list[tuple[str, int]] = []
        self._dated: dict[_Dated, list[tuple[str, int]]] = defaultdict(list)
        for person, facts in self._facts.items():
            for phrase, fact, item, known in _phrases(facts):
                self._of[phrase].append(_Of(person, fact, item, known))
            for number, event in enumerate(facts.events):
                kinds, count, _ = kinds_of(event.what)
                if PUBLIC in kinds:
                    self._public.append((person, number))
                for kind in _or_alike(kinds) if event.date else ():
                    self._dated[_Dated(kind, str(event.date), count)].append((person, number))
            for phrase in facts.family:
                self._of[phrase].append(_Of(person, _WHOLE_FAMILY, FAMILY, phrase))
        self.known = any(facts != Facts() for facts in self._facts.values())
        self.state_days = _state_days(people)
        self._phrases = PhraseIndex(self._of)
        self._kinds: dict[str, list[_Dated]] = defaultdict(list)
        for dated in self._dated:
            self._kinds[dated.kind].append(dated)

    def told(self, text: str) -> Told:
        """What `text` says, of whomever."""
        spoken = words(text)
        events: dict[str, list[Said]] = defaultdict(list)
        for each in said(text, spoken):
            events[each.kind].append(each)
        return Told(text, self._phrases.places(text, spoken), events)

    def plain(self, text: str) -> dict[str, list[tuple[str, int, int]]]:
        """By person, the facts of theirs that `text` says in so many words: the item of consent, and where."""
        found: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
        for phrase, places in self._phrases.places(text, words(text)).items():
            for of in self._of[phrase]:
                item = "profession" if of.item == "specialty" else of.item
                if item in _CONSENTED:
                    found[of.person] += [(item, start, end) for start, end in places]
        return found

    def named_by_pseudonym(self, told: Told) -> frozenset[str]:
        """Those whose pseudonym stands in the text: it tells of them."""
        said_names = {name for called in self._called.values() for name in called if name in told.text}
        return frozenset(person for person, called in self._called.items() if said_names.intersection(called))

    def clues(self, told: Told) -> dict[str, list[Clue]]:
        """By person, what `told` tells of them: phrases and dated events, and whatever supports a dated event.

        What everybody may say of themselves (an undated event, a child) counts only beside those.
        """
        found: dict[str, list[Clue]] = defaultdict(list)
        alike: dict[tuple[str, ...], list[Clue]] = {}
        for phrase, places in told.phrases.items():
            here = [(start, end, is_of_a_region(told.text, start, end)) for start, end in places]
            for of in self._of[phrase]:
                if of.fact == _WHOLE_FAMILY:  # relatives are counted apart
                    continue
                made = alike.get((phrase, *of[1:]))
                if made is None:  # made once, however many people it is true of
                    made = alike[phrase, *of[1:]] = [_phrase_clue(of, *place) for place in here]
                found[of.person] += made
        dated = [*self._dated_events(told), *self._quoted(told)]
        for person, clue in dated:
            found[person].append(clue)
        for person in {person for person, _ in dated}:
            found[person] += supporting(self._facts[person], told)
        return found

    def _quoted(self, told: Told) -> Iterator[tuple[str, Clue]]:
        """Public words that the text quotes, of whoever is known to have spoken in public: they can be searched for."""
        for each in told.events.get(PUBLIC, ()):
            for person, at in self._public if each.number else ():
                event = self._facts[person].events[at]
                yield (
                    person,
                    Clue(
                        f"event {at}",
                        PUBLIC,
                        each.start,
                        each.end,
                        number=each.number,
                        value=PUBLIC,
                        recorded=event.recorded_by_state,
                    ),
                )

    def _dated_events(self, told: Told) -> Iterator[tuple[str, Clue]]:
        for kind, here in told.events.items():
            times: dict[tuple[str, int | None], list[Said]] = defaultdict(list)
            for each in here:
                if when := each.when or each.before:
                    times[when, each.number].append(each._replace(when=when))
            for mine in self._kinds.get(kind, ()) if times else ():
                for (when, number), places in times.items():
                    if _agree(number, mine.number) and dated_between(when, mine.date):
                        for person, at in self._dated[mine]:
                            for each in places:
                                yield person, _event(at, self._facts[person].events[at], each, mine.number)


def _state_days(people: Collection[ProtectedPerson]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for person in people:
        for day in state_days(person):
            found[day].append(person.id)
    return found


def _phrase_clue(of: _Of, start: int, end: int, regional: bool) -> Clue:
    item = "region" if regional and of.item == "town" else of.item
    return Clue(of.fact, item, start, end, value=of.known)


def _phrases(facts: Facts) -> Iterator[tuple[str, str, str, str]]:
    """Each phrase by which a person's facts may be told, which fact it is, its item, and the fact as it is known."""
    for item in ("profession", "specialty"):
        if known := getattr(facts, item):
            for phrase in same_phrases(known):
                yield phrase, item, item, known
    if facts.workplace:
        for phrase in dict.fromkeys(_workplaces(facts.workplace)):
            yield phrase, "workplace", "workplace", facts.workplace
    if facts.town:
        yield facts.town, "town", "town", facts.town
    for number, event in enumerate(facts.events):
        if not kinds_of(event.what)[0]:
            yield event.what, f"event {number}", _OTHER, event.what


def _workplaces(workplace: str) -> Iterator[str]:
    """A workplace's name, the same without ranks, and in any order: "the hospital in Pinsk" is Pinsk hospital."""
    yield workplace
    shorter = without_rank(workplace)
    yield shorter
    tokens = tokens_of(shorter)
    of_a_kind = any(token in group for token in tokens for group in institutions())
    if of_a_kind and 1 < len(tokens) <= _TURNED and not _NUMBERED.search(shorter):
        yield from map(" ".join, itertools.permutations(tokens))


def without_rank(workplace: str) -> str:
    """A workplace without the words that a narrator leaves out: "Pinsk central hospital" is the hospital of Pinsk.

    >>> without_rank("Ваўкавыская раённая бальніца")
    'Ваўкавыская бальніца'
    """
    kept = [word for word in workplace.split() if not ranks().fullmatch(word)]
    return " ".join(kept) if len(kept) > 1 else workplace


def supporting(facts: Facts, told: Told) -> Iterator[Clue]:
    """What says little by itself: undated events, relatives, figures, a year of birth."""
    for number, event in enumerate(facts.events):
        # Many people share an event's words; what a text says of those is worked out once.
        yield from told.once(
            ("event", number, event.what, event.recorded_by_state, bool(event.date)),
            functools.partial(_undated, number, event, told),
        )
    yield from told.once(("family", facts.family), functools.partial(_relatives, facts, told))
    yield from _percents(facts, told)
    yield from told.once(("born", facts.born), functools.partial(_birth, facts, told))


def _undated(number: int, event: RecordedEvent, told: Told) -> Iterator[Clue]:
    kinds, count, _ = kinds_of(event.what)
    for kind in _or_alike(kinds):
        for each in told.events.get(kind, ()):
            # What is said with a date was found by its date, or is another event; a year that was guessed may be wrong.
            if kind != PUBLIC and _agree(each.number, count) and not (each.when and event.date and not each.inferred):
                yield _event(number, event, each._replace(when=None), count)


def _or_alike(kinds: frozenset[str]) -> frozenset[str]:
    return kinds.union(*(_ALIKE.get(kind, frozenset()) for kind in kinds))


def _event(at: int, event: RecordedEvent, each: Said, count: int | None) -> Clue:
    number = each.number if count is not None and each.number == count else None
    near = precision(each.when) if event.date else "none"
    return Clue(
        f"event {at}", each.kind, each.start, each.end, near, event.recorded_by_state, number, each.kind, each.when
    )


def _agree(one: int | None, other: int | None) -> bool:
    return one is None or other is None or one == other


def _relatives(facts: Facts, told: Told) -> Iterator[Clue]:
    mine = [
        (number, _AS_CHILD.get(relative, relative), count)
        for number, phrase in enumerate(facts.family)
        for relative, count in relatives(phrase)
    ]
    for each in told.events.get(FAMILY, ()) if mine else ():
        for number, relative, count in mine:
            if _AS_CHILD.get(each.detail, each.detail) == relative and _agree(each.number, count):
                counted = each.number if each.number == count else None
                yield Clue(f"family {number} {relative}", FAMILY, each.start, each.end, number=counted, value=relative)


def _percents(facts: Facts, told: Told) -> Iterator[Clue]:
    mine = [percent for event in facts.events if (percent := kinds_of(event.what)[2])]
    for each in told.events.get(PERCENT, ()) if mine else ():
        if any(abs((each.number or 0) - percent) <= _NEAR_PERCENT for percent in mine):
            yield Clue("percent", "percent", each.start, each.end)


def _birth(facts: Facts, told: Told) -> Iterator[Clue]:
    if facts.born and facts.born[:4].isdigit():
        born = int(facts.born[:4])
        first, last = _TOLD_BETWEEN
        for each in told.events.get(AGE, ()):
            if first <= born + (each.number or 0) <= last:
                yield Clue("born", "born", each.start, each.end)
