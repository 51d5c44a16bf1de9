"""The people whom a text names: every occurrence of a name, joined to one person by its longest form."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Literal

from valoshka.coding.lexicon import towns, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Gender = Literal["f", "m", "-"]
SOON = 150  # characters after a name in which a pronoun tells its gender
ENOUGH = 2  # evidence that a capitalised word is a person's name
_WORD = r"[A-ZÀ-ÖØ-ÞĀ-ŽŁŚŻŹĆ][a-zà-öø-ÿā-žłśżźć]+(?:[-’'][A-ZÀ-Þa-zà-ÿ][a-zà-ÿ]+)*"
_NEXT_WORD = rf"[ \t]*\n?[ \t]*(?:[A-Z]\.[ \t]*){{0,2}}(?<=[ \t\n.]){_WORD}"
_NAMES = re.compile(rf"(?<![\w#@]){_WORD}(?:{_NEXT_WORD}){{0,3}}|(?<![\w#@])(?:[A-Z]\.\s?){{1,2}}{_WORD}")
_BY_NUMBER = re.compile(r"\b([A-Z][a-z]+) (?:\d{1,3}|[A-Z])(?!\w|[.,]\d)")
_SAYS = re.compile(r"\s+(?:said|says|told|added|recalls?|recalled|remembers?)\b")
_INSIDE = re.compile(r"[a-z],?\s$")  # inside a sentence, where a capital is no accident
_PRONOUN = re.compile(r"\b(?:he|his|him|she|her)\b", re.IGNORECASE)
_DOT_INSIDE = re.compile(r"\.,?\s+[a-z(]")
_PLAIN = re.compile(r"(?<=\s)[a-z][a-z-]+\b")
_AFTER = re.compile(
    r"(?:['’]s\b|\s*,\s+(?:\d\d|an?|the|who|her|his|aged)\b|\s+(?:was|were|is|has|had|who|says?|said|told|recalls?|"
    r"remembers?|added|explained|believes?|left|fled|refused|resigned|works?|worked|did|does|could|lost|spent|"
    r"and (?:her|his)|remains?|faces?|received|got|went|"
    r"came|became|took|gave|hid|began|stood|sat|wrote|spoke|[a-z]{3,}ed)\b)"
)
_BEFORE_PERSON = re.compile(
    r"\b(?:called|named|says|said|told|by|against|with|for|of|to|Mrs|Mr|Ms|Dr|Miss|Prof)\.?\s+$"
)
_BEFORE_PLACE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ff]rom|outside|the|The|into|[Oo]n|around|across|of the|to|[Ll]eft|[Ff]led)\s+$"
)


@dataclass
class Person:
    """Somebody named: the fullest form of the name, gender as far as the text tells, and the other forms."""

    label: str
    gender: Gender = "-"
    aliases: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Named:
    """One occurrence of a name: code points, end exclusive."""

    start: int
    end: int
    person: Person


class People:
    """All named persons of a text, and where each is named."""

    def __init__(self, occurrences: Sequence[Named]) -> None:
        self.occurrences = sorted(occurrences, key=lambda named: named.start)
        self._starts = [named.start for named in self.occurrences]

    def between(self, start: int, end: int) -> list[Named]:
        """The names that stand in `start:end`, in order."""
        return self.occurrences[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


@cache
def word_set(name: str) -> frozenset[str]:
    """One of the word lists of en/people.yml."""
    listed = words("en", "people")[name]
    assert isinstance(listed, list)
    return frozenset(listed)


@cache
def _no_persons() -> frozenset[str]:
    return word_set("not_names") | frozenset(town.lower() for town in towns()["en"])


def people(text: str, known: Sequence[tuple[str, Gender]] = ()) -> People:
    """The persons named in the Latin-script parts of `text`; `known` names (of headings, of speakers) need no evidence.

    >>> [named.person.label for named in people("Dr Alena Kot was fined. Kot left.").occurrences]
    ['Alena Kot', 'Alena Kot']
    """
    found = [*_candidates(text), *_numbered(text)]
    weight: Counter[str] = Counter({label: ENOUGH for label, _ in known})
    for start, end, name in found:
        weight[name] += ENOUGH if name[-1].isdigit() or name[-2:-1] == " " else 0
        weight[name] += _evidence(text, start, end, name)
    accepted = {name for name, score in weight.items() if score >= ENOUGH}
    parts = {part for name in accepted for part in name.split()}
    accepted |= {name for _, _, name in found if name in parts}
    persons = _joined(sorted(accepted, key=lambda name: (-len(name.split()), name)), dict(known))
    occurrences = [Named(start, end, persons[name]) for start, end, name in found if name in persons]
    _learn_genders(text, occurrences)
    return People(occurrences)


def _learn_genders(text: str, occurrences: Sequence[Named]) -> None:
    """Where a name does not tell, the pronouns that follow it soon do."""
    votes: Counter[tuple[str, str]] = Counter()
    for named in occurrences:
        pronoun = _PRONOUN.search(text, named.end, named.end + SOON) if named.person.gender == "-" else None
        if pronoun is not None:
            votes[named.person.label, "m" if pronoun[0].lower() in ("he", "his", "him") else "f"] += 1
    for named in occurrences:
        she, he = votes[named.person.label, "f"], votes[named.person.label, "m"]
        if named.person.gender == "-" and she != he:
            named.person.gender = "f" if she > he else "m"


def _candidates(text: str) -> Iterator[tuple[int, int, str]]:
    """Capitalised words that could be a name, without the titles and common words around them."""
    plain = set(_PLAIN.findall(text))
    for found in _NAMES.finditer(text):
        start = found.start()
        parts = [(start + part.start(), start + part.end(), part[0]) for part in re.finditer(r"\S+", found[0])]
        while parts and (_common(parts[0][2]) or _is_word_of(text, parts[0], plain)):
            parts.pop(0)
        while parts and _common(parts[-1][2]):
            parts.pop()
        if parts and not any(part[2].lower() in word_set("org_words") for part in parts):
            yield parts[0][0], parts[-1][1], " ".join(part[2] for part in parts)


def _numbered(text: str) -> Iterator[tuple[int, int, str]]:
    """People whom a text calls by a number or letter: "Witness 17", "Doctor B."."""
    for found in _BY_NUMBER.finditer(text):
        if found[1].lower() in _heads() or found[1].lower() in word_set("numbered"):
            # "Doctor B. was dismissed": the full stop of the letter belongs to the name.
            dotted = _DOT_INSIDE.match(text, found.end()) is not None
            yield found.start(), found.end() + dotted, found[0]


def _common(word: str) -> bool:
    low = word.lower().rstrip(".")
    if low in _heads():
        return True
    return low in _no_persons() or low in word_set("titles") or low in _function_words()


@cache
def _function_words() -> frozenset[str]:
    cues = words("en", "cues")
    listed: set[str] = {
        "the",
        "a",
        "an",
        "my",
        "our",
        "your",
        "its",
        "her",
        "his",
        "their",
        "this",
        "there",
        "here",
        "what",
    }
    for name in ("prepositions", "adverbs", "breaks", "negators", "says"):
        group = cues[name]
        assert isinstance(group, list)
        listed.update(group)
    pronouns, determiners = words("en", "people")["pronouns"], word_set("determiners")
    assert isinstance(pronouns, dict)
    return frozenset(listed | set(pronouns) | determiners | word_set("modifiers"))


def _is_word_of(text: str, part: tuple[int, int, str], plain: set[str]) -> bool:
    """Whether a word that opens a sentence also stands in the text without its capital: then it is no name."""
    before = text[max(0, part[0] - 3) : part[0]].rstrip(" \t‘“„«'\"(")
    if before and before[-1] not in ".!?:\n–—-" and part[0] > 0:
        return False
    return part[2].lower() in plain


def _evidence(text: str, start: int, end: int, name: str) -> int:
    parts = name.split()
    before, first = text[max(0, start - 24) : start], parts[0].lower()
    score = 1 if len(parts) > 1 else 0
    score += 2 if gender_of(name) != "-" and first in (word_set("male_names") | word_set("female_names")) else 0
    score += 1 if _AFTER.match(text, end) else 0
    score += 1 if _INSIDE.search(before) else 0
    score += 1 if _SAYS.match(text, end) else 0
    score += 1 if _BEFORE_PERSON.search(before) else 0
    last = before.split()[-1].lower().rstrip(".") if before.split() else ""
    score += 2 if last in word_set("titles") or last in _heads() else 0
    return score - (2 if _BEFORE_PLACE.search(before) else 0)


@cache
def _heads() -> frozenset[str]:
    persons = words("en", "people")["persons"]
    assert isinstance(persons, dict)
    return frozenset(persons)


def gender_of(name: str) -> Gender:
    """Gender as far as a given name's list or ending tells (Slavic names in -a are women's, with listed exceptions)."""
    first = name.split()[0].lower()
    if first in word_set("male_names"):
        return "m"
    if first in word_set("female_names"):
        return "f"
    last = name.split()[-1].lower()
    if last.endswith(("skaya", "kaya", "ova", "eva", "ina")) and len(name.split()) > 1:
        return "f"
    return "f" if first.endswith(tuple(word_set("female_endings"))) else "-"


def _joined(names: Sequence[str], genders: dict[str, Gender]) -> dict[str, Person]:
    """Each name's person: a shorter name belongs to the only longer one of which it is a part."""
    persons: dict[str, Person] = {}
    by_part: defaultdict[str, list[Person]] = defaultdict(list)
    for name in names:
        parts = name.split()
        if parts[-1].isdigit() or len(parts[-1]) == 1:
            persons[name] = Person(name)
            continue
        longer = by_part.get(parts[-1]) or by_part.get(parts[0]) or []
        fits = [person for person in longer if set(parts) <= set(person.label.split()) or len(parts) == 1]
        if len(fits) == 1:
            persons[name] = fits[0]
            fits[0].aliases.add(name)
            continue
        persons[name] = Person(name, genders.get(name) or gender_of(name))
        for part in parts:
            by_part[part].append(persons[name])
    return persons
