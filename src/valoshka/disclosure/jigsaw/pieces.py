"""The facts of many people, looked for in a text at once."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from valoshka.disclosure.jigsaw.clues import Clue
from valoshka.disclosure.jigsaw.days import dated_between, state_days
from valoshka.disclosure.jigsaw.phrase_index import PhraseIndex
from valoshka.disclosure.jigsaw.phrases import phrases_of
from valoshka.disclosure.jigsaw.regions import is_of_a_region
from valoshka.disclosure.jigsaw.said import FAMILY, PUBLIC, Said, kinds_of, said
from valoshka.disclosure.jigsaw.supporting import agree, event_clue, or_alike, supporting
from valoshka.disclosure.people import Facts
from valoshka.names.words import words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence

    from valoshka.disclosure.people import ProtectedPerson

_WHOLE_FAMILY = "whole family"
_CONSENTED = frozenset({"profession", "workplace", "town", FAMILY})


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
            for phrase, fact, item, known in phrases_of(facts):
                self._of[phrase].append(_Of(person, fact, item, known))
            for number, event in enumerate(facts.events):
                kinds, count, _ = kinds_of(event.what)
                if PUBLIC in kinds:
                    self._public.append((person, number))
                for kind in or_alike(kinds) if event.date else ():
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
            towns = [(start, end) for start, end in places if not is_of_a_region(text, start, end)]
            for of in self._of[phrase]:
                item = "profession" if of.item == "specialty" else of.item
                if item in _CONSENTED:
                    found[of.person] += [(item, start, end) for start, end in (towns if item == "town" else places)]
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
                    if agree(number, mine.number) and dated_between(when, mine.date):
                        for person, at in self._dated[mine]:
                            for each in places:
                                yield person, event_clue(at, self._facts[person].events[at], each, mine.number)


def _state_days(people: Collection[ProtectedPerson]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for person in people:
        for day in state_days(person):
            found[day].append(person.id)
    return found


def _phrase_clue(of: _Of, start: int, end: int, regional: bool) -> Clue:
    item = "region" if regional and of.item == "town" else of.item
    return Clue(of.fact, item, start, end, value=of.known)
