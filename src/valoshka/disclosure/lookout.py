"""Protected people in any text: what names or identifies them, held against what they agreed to."""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from valoshka.disclosure.as_words import Spoken, as_a_word, is_beyond_doubt, who_may_be_called_so
from valoshka.disclosure.findings import Finding, Place, rules
from valoshka.disclosure.identifiers import Identifiers, kind_in_words, names_within, unknown_identifiers, whole
from valoshka.disclosure.jigsaw.pieces import Pieces
from valoshka.disclosure.unknown_names.stems import stem
from valoshka.names import Finder, fold
from valoshka.names.everyday import bears_everyday_name
from valoshka.names.finding import STRONG

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from valoshka.disclosure.identifiers import Sighting
    from valoshka.disclosure.people import ProtectedPerson
    from valoshka.names import Mention

CROWD = 5  # people; Hundepool et al. 2012, ch. 4
_MANY = 200  # people: more than anybody who reads a report knows by their given names
_WHOLE = 1  # rank up to which a mention is of a whole name, or of one with initials


@dataclass(frozen=True)
class Lookout:
    """Watches for a fixed set of people on behalf of one audience. Built once, then asked text by text.

    Whatever `names.accept` takes for a protected name blocks, as it links two entries of lists; see `names.Finder`.
    """

    people: Mapping[str, ProtectedPerson]
    audience: str
    _protected: Finder
    _public: Finder | None  # mostly nobody may be named, and then no text is read for it
    _identifiers: Identifiers

    @classmethod
    def over(cls, people: Iterable[ProtectedPerson], audience: str) -> Lookout:
        """A lookout for `people`; those who agreed to be named to `audience` are not watched for by name."""
        known = sorted(people, key=lambda person: person.id)
        hidden = {person.id: person.names for person in known if not person.may("real_name", audience)}
        shown = {person.id: names for person in known if (names := (*person.public_names, *_named(person, audience)))}
        identifiers = [(person.id, each) for person in known for each in person.identifiers]
        born = [(person.id, person.facts.born) for person in known if person.facts.born]
        return cls(
            {person.id: person for person in known},
            audience,
            Finder(hidden, strangers=False),
            Finder(shown, strangers=False) if shown else None,
            Identifiers(identifiers, born),
        )

    @functools.cached_property
    def pieces(self) -> Pieces:
        """Everybody's facts, indexed when they are first asked for."""
        return Pieces(tuple(self.people.values()))

    def findings(self, text: str, at: Place, about: Collection[str] = ()) -> list[Finding]:
        """Everything in `text` that names or identifies somebody; `at` says what the text is part of.

        `about` are the ids of those whom the text is known to tell of: even a given name points to them.
        """
        seen = list(unknown_identifiers(text))
        known = list(self._known_identifiers(text, at, seen))
        addressed = list(self._names_in_addresses(text, at, seen))
        named = [*addressed, *_not_within(self._names(text, at, about), addressed)]
        return [*named, *known, *_unknown(text, at, seen, [*known, *named])]

    def named_by(self, text: str) -> frozenset[str]:
        """Ids of the people whom `text` may name, even by a given name alone."""
        return frozenset(mention.key for mention in self._protected.find(text))

    def _names(self, text: str, at: Place, about: Collection[str]) -> Iterator[Finding]:
        mentions, given = self._protected.sight(text)
        public, public_given = self._public.sight(text) if self._public else ([], [])
        language = Spoken(text)
        told_of = {*about, *(mention.key for mention in mentions if is_beyond_doubt(mention, language))}
        doubts: dict[tuple[str, int, int], list[str]] = {}
        for mention in mentions:
            if how := as_a_word(_how(mention, public), mention, self._names_of(mention.key), language, told_of):
                rule = self._rule(mention, how, text[mention.start : mention.end])
                if rules()[rule].tier == "block":
                    yield Finding(rule, mention.key, _within(at, text, mention.start, mention.end))
                else:
                    doubts.setdefault((rule, mention.start, mention.end), []).append(mention.key)
        for (rule, start, end), bearers in doubts.items():
            yield _doubt(rule, bearers, _within(at, text, start, end))
        told_of |= {key for _, bearers in doubts.items() for key in bearers}
        named = {(name.start, name.end): name.bearers for name in public_given}
        for name in given:
            if not any(other.start <= name.start and name.end <= other.end and other.strong for other in public):
                known = named.get((name.start, name.end), {})
                bearers = sorted(
                    key for key in who_may_be_called_so(name, self._names_of, language) if key not in known
                )
                yield from self._given_alone(bearers, name.how, _within(at, text, name.start, name.end), told_of)

    def _names_of(self, key: str) -> Sequence[str]:
        return self.people[key].names

    def _given_alone(self, bearers: Sequence[str], how: str, at: Place, about: Collection[str]) -> Iterator[Finding]:
        """A given name that a crowd bears points to nobody by itself, but to whoever the text tells of.

        Of many protected people somebody bears almost every frequent name.
        """
        if len(bearers) >= CROWD:
            bearers = [key for key in bearers if key in about]
        elif len(self.people) >= _MANY:
            bearers = [key for key in bearers if key in about or not bears_everyday_name(self._names_of(key))]
        if len(bearers) == 1 and self.people[bearers[0]].third_person:
            yield _doubt("third_person_doubt", bearers, at)
        elif bearers:
            yield _doubt(f"name_{how}", bearers, at)

    def _rule(self, mention: Mention, how: str, written: str) -> str:
        person = self.people[mention.key]
        if person.sought and mention.rank > _WHOLE:
            return "sought_surname"
        if person.third_person:
            return "third_person_named" if how in STRONG else "third_person_doubt"
        if how == "surname_alike" and _is_listed(written, person):
            return "name_also_word"
        return f"name_{how}"

    def _names_in_addresses(self, text: str, at: Place, seen: Sequence[Sighting]) -> Iterator[Finding]:
        """A whole name within an e-mail address, an account's name or a link; a surname alone in it is a doubt."""
        for address, words in names_within(text, seen):
            public = self._public.find(words) if self._public else []
            whole_names = (mention for mention in self._protected.find(words) if mention.rank <= _WHOLE)
            for key, how in sorted({(mention.key, how) for mention in whole_names if (how := _how(mention, public))}):
                rule = "third_person_named" if self.people[key].third_person else f"name_{how}"
                yield Finding(rule, key, _within(at, text, address.start, address.end))

    def _known_identifiers(self, text: str, at: Place, unknown: Sequence[Sighting]) -> Iterator[Finding]:
        for seen in whole(self._identifiers.find(text), unknown):
            rule = "address_street" if seen.doubtful else "identifier_known"
            yield Finding(rule, seen.owner, _within(at, text, seen.start, seen.end))
        for seen in self._identifiers.births(text):
            rule = "birth_date_doubt" if seen.doubtful else "identifier_birth_date"
            yield Finding(rule, seen.owner, _within(at, text, seen.start, seen.end))


def _named(person: ProtectedPerson, audience: str) -> tuple[str, ...]:
    return person.names if person.may("real_name", audience) else ()


def _is_listed(written: str, person: ProtectedPerson) -> bool:
    """Whether a word stands so, in some case, among the names of `person`: it does not only sound like one."""
    listed = {stem(word) for name in person.names for word in fold(name).split()}
    return stem(fold(written)) in listed


def _doubt(rule: str, bearers: Sequence[str], at: Place) -> Finding:
    """One doubt at one place, however many people may be meant."""
    only = bearers[0] if len(bearers) == 1 else None
    return Finding(rule, only, at, (("count", str(len(bearers))),))


def _not_within(named: Iterable[Finding], addressed: Sequence[Finding]) -> Iterator[Finding]:
    """What is no part of a person's name that was told of an address already."""
    for finding in named:
        if not any(each.person == finding.person and _overlap(each, finding) for each in addressed):
            yield finding


def _overlap(one: Finding, other: Finding) -> bool:
    return (one.at.start or 0) < (other.at.end or 0) and (other.at.start or 0) < (one.at.end or 0)


def _unknown(text: str, at: Place, found: Sequence[Sighting], told: Sequence[Finding]) -> Iterator[Finding]:
    """Identifiers of nobody known, but those that are `told` of as somebody's, or with somebody's name, already."""
    taken = [(finding.at.start or 0, finding.at.end or 0) for finding in told if finding.tier == "block"]
    for seen in found:
        if any(start < seen.end and seen.start < end for start, end in taken):
            continue
        kind = kind_in_words(seen.kind or "number")
        yield Finding("identifier_unknown", None, _within(at, text, seen.start, seen.end), kind)


def _how(mention: Mention, public: Sequence[Mention]) -> str | None:
    """How `mention` names somebody once the names cleared as public are known; `None` if one of those explains it."""
    covering = [other for other in public if other.start <= mention.start and mention.end <= other.end]
    if any(other.key == mention.key or other.rank < mention.rank for other in covering):
        return None
    if mention.how == "surname" and covering:
        return "surname_common"  # a public figure's surname too
    return mention.how


def _within(at: Place, text: str, start: int, end: int) -> Place:
    return replace(at, start=start, end=end, text=text[start:end])
