"""A few people of one kind in one place, counted in words: "only one urologist was dismissed in Hrodna region"."""

from __future__ import annotations

import bisect
import functools
import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, cast

from valoshka.disclosure.findings import Finding
from valoshka.disclosure.jigsaw.said import sentences
from valoshka.disclosure.tables.wording import numbers
from valoshka.disclosure.third_persons.vocabulary import LANGUAGES, Mark, Vocabulary, listed, tokens
from valoshka.own_yaml import own_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from valoshka.disclosure.findings import Place
    from valoshka.disclosure.third_persons.vocabulary import Token

_OPENS = frozenset({"small", "sole", "only"})
_BESIDE = 2  # words between a number and the people that it counts: "two young nurses"
_BETWEEN = 3  # more: "the only one in the region", in languages that put the place between
_BORROWED = ("medic", "small", "from", "say")
_PAUSE = re.compile(r"[,;:.!?()]")
_NAMED = re.compile(r"\s*,\s*[A-ZА-ЯЁІЎЇЄҐŁŚŻŹĆ]\w+\s*,")  # "one nurse, Halina, …" is a story
_OPENING = re.compile(r"[\s\"“«„(]*")


class Few(NamedTuple):
    """`number` people told at `start`-`end` (code points)."""

    start: int
    end: int
    number: int


def told_few(text: str) -> Iterator[Few]:
    """The counts under five of people of one calling in one place that `text` tells, in en, be, ru, uk and pl.

    >>> [few.number for few in told_few("Only one urologist was dismissed in Hrodna region. Two nurses left the ward.")]
    [1, 2]
    >>> [few.number for few in told_few("One of the doctors said so. Two men met her. Twelve nurses left the ward.")]
    []
    """
    told = tokens(text)
    marks = _vocabulary().marks(told)
    if not any(mark.kind in _OPENS for mark in marks):
        return
    starts = [start for start, _ in sentences(text)]
    here: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        here[bisect.bisect_right(starts, mark.start) - 1].append(mark)
    for number in sorted(here):
        if any(mark.kind in _OPENS for mark in here[number]):
            yield from _Sentence(text, told, here[number]).counts()


def few_in_text(text: str, at: Place) -> Iterator[Finding]:
    """The same as findings; `at` says what the text is part of."""
    for few in told_few(text):
        place = replace(at, start=few.start, end=few.end, text=text[few.start : few.end])
        yield Finding("told_few", None, place, (("count", str(few.number)),))


class _Sentence:
    """One sentence, its marks by kind."""

    def __init__(self, text: str, told: list[Token], marks: list[Mark]) -> None:
        self._text, self._told = text, told
        self._by: dict[str, list[Mark]] = defaultdict(list)
        for mark in marks:
            self._by[mark.kind].append(mark)

    def counts(self) -> Iterator[Few]:
        past = -1
        for mark in sorted((*self._sole(), *self._by["small"]), key=lambda each: (each.start, -each.end)):
            if mark.start < past:
                continue
            people = self._counted(mark)
            if people and self._is_told(mark, people):
                past = people.end
                yield Few(mark.start, people.end, self._value(mark))
            elif past > 0 and self._is_left_out(mark):
                past = mark.end
                yield Few(mark.start, mark.end, self._value(mark))

    def _sole(self) -> Iterator[Mark]:
        """Words for only one; "the region's only" is one, too."""
        yield from self._by["sole"]
        units = {each.last for each in self._by["unit"]}
        for mark in self._by["only"]:
            if mark.first - 1 in units:
                yield mark._replace(kind="sole")

    def _counted(self, mark: Mark) -> Mark | None:
        """The people whom a number counts; nobody if it is of some larger number, or counts days."""
        people = {each.first: each for kind in ("medic", "people") for each in self._by[kind]}
        blocked = {each.first for kind in ("no_people", "part_of", "say", "fate") for each in self._by[kind]}
        reach = _BESIDE + (_BETWEEN if mark.kind == "sole" else 0)
        for place in range(mark.last + 1, min(mark.last + 2 + reach, len(self._told))):
            if place in blocked or _PAUSE.search(self._text, mark.end, self._told[place].start):
                return None
            if place in people:
                return people[place]
            if self._told[place].folded in numbers() or self._told[place].folded.isdigit():
                return None
        return None

    def _is_told(self, mark: Mark, people: Mark) -> bool:
        """Whether the place is so small, or told so exactly, that the few can be known."""
        if self._speaks(people) or self._is_ordinal(mark) or _NAMED.match(self._text, people.end):
            return False
        alone = mark.kind == "sole" or any(0 < mark.first - each.last <= _BESIDE for each in self._by["only"])
        placed = self._unit(mark, people) or self._named_place(mark, people)
        return placed and (alone or bool(self._by["fate"]))

    def _unit(self, mark: Mark, people: Mark) -> bool:
        return any(
            not people.first <= each.first <= people.last and each.first != mark.first for each in self._by["unit"]
        )

    def _named_place(self, mark: Mark, people: Mark) -> bool:
        """A town or region by its name after in, from, of; a whole country is no small place."""
        wide = {each.first for each in self._by["wide"]}
        after = people.last + 1
        if mark.kind == "sole" and after < len(self._told) and after not in wide and self._told[after].capital:
            return True
        for prep in self._by["from"]:
            place = prep.last + 1
            if place >= len(self._told) or place in wide or mark.first <= place <= people.last:
                continue
            if self._told[place].capital:
                return True
        return False

    def _is_left_out(self, mark: Mark) -> bool:
        """A number after a count of people that leaves them out: "… two doctors, from Brest region one"."""
        after = self._text[mark.end : mark.end + 3]
        ends = not after.strip() or _PAUSE.match(after.strip()) is not None
        preps = [each for each in self._by["from"] if 0 < mark.first - each.last <= _BESIDE + 1]
        return ends and any(self._told[each.last + 1].capital for each in preps)

    def _speaks(self, people: Mark) -> bool:
        return any(0 < each.first - people.last <= 1 for each in self._by["say"])

    def _is_ordinal(self, mark: Mark) -> bool:
        """Whether a digit is a number of something: "No. 3 surgeons", "2. Nurses"."""
        if not self._told[mark.first].folded.isdigit():
            return False
        before = self._text[max(0, mark.start - 5) : mark.start].rstrip()
        return before.endswith(("№", "No.", "nr", ".", ",", "/", "-", "–")) or _OPENING.fullmatch(before) is not None

    def _value(self, mark: Mark) -> int:
        words = [self._told[place].folded for place in range(mark.first, mark.last + 1)]
        known = numbers()
        return next(
            (int(word) if word.isdigit() else known[word] for word in words if word.isdigit() or word in known), 1
        )


@functools.cache
def _vocabulary() -> Vocabulary:
    known = cast(dict[str, dict[str, list[object]]], own_yaml("valoshka.disclosure.tables", "few.yml"))
    groups = [(kind, ",".join(map(str, known[language][kind]))) for language in LANGUAGES for kind in known[language]]
    borrowed = [(kind, listed(language)[kind]) for language in LANGUAGES for kind in _BORROWED]
    return Vocabulary([*groups, *borrowed])
