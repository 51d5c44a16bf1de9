"""What an engine found, held against where people are named.

A *mention* is found if any finding overlaps it and names its person; an *entity* if all mentions of that person are.
Findings that touch each other are one *stretch*: what a reader is shown at once. A stretch is blocked if one of its
findings is strong; it is right if a protected person is indeed named there and a finding says who. The corpora do not
always give one person one id, nor every name a mark: what names somebody whose name, in Latin letters, is all but the
protected one is right, and so is a word that the same corpus marks elsewhere as that person.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from anyascii import anyascii
from rapidfuzz import fuzz

from benchmarks.names.scoring import Share

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from benchmarks.gate.corpora.texts import Named, Text
    from benchmarks.gate.peers.engine import Found
    from benchmarks.gate.tasks import Task

OWN = ("full", "initials", "surname", "given")
NEARLY = 75  # of 100


@dataclass
class Judged:
    """Counts over any number of texts."""

    words: int = 0
    mentions: Counter[tuple[str, bool]] = field(default_factory=Counter)  # (shape, found) → how many
    blocked: Counter[tuple[str, bool]] = field(default_factory=Counter)  # (shape, found beyond doubt) → how many
    stretches: Counter[tuple[bool, bool]] = field(default_factory=Counter)  # (strong, right) → how many
    entities: dict[str, bool] = field(default_factory=dict)
    missed: list[tuple[str, Named]] = field(default_factory=list)
    wrong: list[tuple[str, Found]] = field(default_factory=list)
    asked: set[tuple[str, str, str]] = field(default_factory=set)  # (text, rule, words) of false alarms

    def recall(self, *shapes: str) -> Share:
        """Mentions of these shapes found at all; of all the person's own names if none is said."""
        return _share(self.mentions, shapes or OWN)

    def blocked_share(self, *shapes: str) -> Share:
        """Mentions found beyond doubt."""
        return _share(self.blocked, shapes or OWN)

    @property
    def entity_recall(self) -> Share:
        """People of whom every mention (of their own names) was found."""
        return Share(sum(self.entities.values()), len(self.entities))

    @property
    def precision(self) -> Share:
        """Blocked stretches that are right."""
        right, wrong = self.stretches[True, True], self.stretches[True, False]
        return Share(right, right + wrong)

    @property
    def alarms(self) -> float:
        """Stretches to review in which nobody protected is named, per 1,000 words."""
        return 1000 * self.stretches[False, False] / max(1, self.words)

    @property
    def decisions(self) -> float:
        """What those alarms ask of an editor: each rule and word once a text, per 1,000 words."""
        return 1000 * len(self.asked) / max(1, self.words)

    @property
    def given_alarms(self) -> float:
        """Those of the false alarms that rest on a given name alone, as the engine says, per 1,000 words."""
        given = sum(not found.strong and "given" in found.how for _, found in self.wrong)
        return 1000 * given / max(1, self.words)

    @property
    def reviews(self) -> float:
        """All stretches to review, per 1,000 words."""
        return 1000 * (self.stretches[False, False] + self.stretches[False, True]) / max(1, self.words)


def judge(texts: Sequence[Text], found: Sequence[Sequence[Found]], task: Task) -> Judged:
    """`found` for each of `texts`, when the task's people were protected."""
    asked = task.asked
    forms = _forms(texts)
    told = Judged()
    entities: dict[str, list[bool]] = defaultdict(list)
    for text, here in zip(texts, found, strict=True):
        told.words += len(text.text.split())
        mine = [named for named in text.named if named.people & asked]
        for named in filter(lambda named: named.sure, mine):
            right = [each for each in here if each.key in named.people and _overlap(each, named)]
            told.mentions[named.shape, bool(right)] += 1
            told.blocked[named.shape, any(each.strong for each in right)] += 1
            if named.shape in OWN:
                for person in named.people & asked:
                    entities[person].append(bool(right))
            if not right:
                told.missed.append((text.id, named))
        _stretches(text, here, task, forms, told)
    told.entities = {person: all(each) for person, each in entities.items()}
    return told


def _forms(texts: Iterable[Text]) -> set[tuple[str, str]]:
    return {
        (person, text.text[named.start : named.end].lower())
        for text in texts
        for named in text.named
        for person in named.people
    }


def _stretches(text: Text, here: Iterable[Found], task: Task, forms: set[tuple[str, str]], told: Judged) -> None:
    for stretch in stretches(here):
        strong = any(each.strong for each in stretch)
        right = any(
            _overlap(each, named) and _is_theirs(each.key, named, task) for each in stretch for named in text.named
        ) or any((each.key, text.text[each.start : each.end].lower()) in forms for each in stretch)
        told.stretches[strong, right] += 1
        if not right:
            wrong = max(stretch, key=lambda each: each.strong)
            told.wrong.append((text.id, wrong))
            if not strong:
                told.asked.add((text.id, wrong.how, text.text[wrong.start : wrong.end].lower()))


def _is_theirs(key: str, named: Named, task: Task) -> bool:
    if key not in task.asked:
        return False
    return key in named.people or all_but_the_same(named.lemma, task.people[key][0])


@cache
def all_but_the_same(lemma: str, protected: str) -> bool:
    """Whether each word of `lemma` is nearly a word of `protected`, in Latin letters; no knowledge of names is used.

    >>> all_but_the_same("Галина Бонч", "Halina Bonch"), all_but_the_same("Бонч", "Halina Bunke")
    (True, False)
    """
    told, other = ([word for word in anyascii(name).lower().split() if len(word) > 2] for name in (lemma, protected))
    return bool(told) and all(max(fuzz.ratio(word, each) for each in other or [""]) >= NEARLY for word in told)


def stretches(here: Iterable[Found]) -> list[list[Found]]:
    """Findings that overlap, together."""
    together: list[list[Found]] = []
    end = -1
    for each in sorted(here):
        if each.start < end:
            together[-1].append(each)
        else:
            together.append([each])
        end = max(end, each.end)
    return together


def _overlap(one: Found, other: Named) -> bool:
    return one.start < other.end and other.start < one.end


def _share(counted: Counter[tuple[str, bool]], shapes: Sequence[str]) -> Share:
    found = sum(counted[shape, True] for shape in shapes)
    return Share(found, found + sum(counted[shape, False] for shape in shapes))
