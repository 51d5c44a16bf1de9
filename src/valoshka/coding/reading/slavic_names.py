"""Names of people in Russian and Belarusian text, whatever case they stand in."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache
from typing import TYPE_CHECKING

from valoshka.coding.lexicon import towns, word_list, words
from valoshka.coding.reading.people import Named, Person

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from valoshka.coding.reading.people import Gender

_WORD = r"[А-ЯЁІЎ][а-яёіў]+(?:[-’'ʼ][А-ЯЁІЎа-яёіў]+)*"
_NAMES = re.compile(rf"(?<![\w«„“#@]){_WORD}(?:[ \t]+{_WORD}){{0,2}}")
_OPENING = re.compile(r"(?:^|[.!?…:»”]\s*|[\n–—-]\s*)[«„“\"(]?$")


def named_in(text: str, language: str, known: Sequence[str]) -> list[Named]:
    """Every occurrence of a person's name; `known` are names that headings, speakers and tellers give.

    A capitalised word counts if it is known, follows a word such as "врач", or stands twice inside sentences.

    >>> [named.person.label for named in named_in("Врача Галину задержали. Галина дома.", "ru", ["Галина"])]
    ['Галина', 'Галина']
    """
    found = list(_candidates(text, language))
    stems = {stem(name, language) for name in known}
    inside = Counter(key for _, _, _, key, opening, _ in found if not opening)
    titled = {key for _, _, _, key, _, title in found if title}
    accepted = stems | titled | {key for key, count in inside.items() if count > 1}
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for _, _, name, key, _, _ in found:
        forms[key][name] += 1
    for name in known:
        forms[stem(name, language)][name] += 1000
    persons = {
        key: Person(_nominative(counted, language), _gender(_nominative(counted, language)))
        for key, counted in forms.items()
    }
    return [Named(start, end, persons[key]) for start, end, _, key, _, _ in found if key in accepted]


def _candidates(text: str, language: str) -> Iterator[tuple[int, int, str, str, bool, bool]]:
    """(start, end, name, stem, opens a sentence, follows a title) of capitalised words that could be a name."""
    titles, none = _listed("titles", language), _listed("not_names", language) | _town_stems(language)
    for found in _NAMES.finditer(text):
        start, name = _without_title(found.start(), found[0], titles)
        first = name.split()[0].lower() if name else ""
        if not name or first in none or stem(name, language) in none or first in _listed("closed", language):
            continue
        before = text[max(0, start - 20) : start]
        last = before.split()[-1].lower() if before.split() else ""
        titled = any(last.startswith(title[:TITLE]) for title in titles)
        yield start, found.end(), " ".join(name.split()), stem(name, language), _opens(before), titled


def _without_title(start: int, name: str, titles: frozenset[str]) -> tuple[int, str]:
    """The name without a title that stands before it: "Врача Галину"."""
    head, space, rest = name.partition(" ")
    if any(head.lower().startswith(title[:TITLE]) for title in titles):
        return start + len(head) + len(space), rest
    return start, name


def _opens(before: str) -> bool:
    return _OPENING.search(before) is not None


@cache
def _listed(name: str, language: str) -> frozenset[str]:
    if name != "closed":
        return frozenset(word_list(language, "people", name))
    pronouns = words(language, "people")["pronouns"]
    assert isinstance(pronouns, dict)
    groups = ("prepositions", "clause_breaks", "negators", "negation_stops", "place_stops")
    return frozenset(pronouns).union(*(word_list(language, "cues", group) for group in groups))


@cache
def _town_stems(language: str) -> frozenset[str]:
    return frozenset(stem(town, language) for town in towns()[language])


@cache
def _endings(language: str) -> tuple[str, ...]:
    listed = words(language, "people")["endings"]
    assert isinstance(listed, list)
    return tuple(sorted(listed, key=len, reverse=True))


def stem(name: str, language: str) -> str:
    """The part of a name that its cases share, folded.

    >>> stem("Галину", "ru"), stem("Галине", "ru"), stem("Кастуся", "be")
    ('галин', 'галин', 'кастус')
    """
    return " ".join(_bare(part.lower().replace("ё", "е"), language) for part in name.split())


def _bare(word: str, language: str) -> str:
    for ending in _endings(language):
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            return word[: -len(ending)]
    return word


TITLE = 5  # letters by which a title is known in any case
SHORTEST = 3  # letters that a stem keeps: "Ян" and "Яна" stay apart


def _nominative(forms: Counter[str], language: str) -> str:
    """The likeliest base form: one without an ending, else one in -а or -я, else made from the commonest."""
    for ends in ("бвгджзйклмнпрстфхцчшщьў", "ая"):
        fits = [form for form in forms if form[-1] in ends and not form.endswith(("ой", "ей", "ай", "яй"))]
        if fits:
            return max(fits, key=lambda form: (forms[form], form))
    usual = max(forms, key=lambda form: (forms[form], form))
    oblique = words(language, "people")["oblique"]
    assert isinstance(oblique, dict)
    return " ".join(_from_oblique(part, oblique) for part in usual.split())


def _from_oblique(word: str, oblique: dict[str, str]) -> str:
    for ending, nominative in oblique.items():
        if word.endswith(ending):
            return word.removesuffix(ending) + nominative
    return word


def _gender(label: str) -> Gender:
    return "f" if label.split()[0][-1] in "ая" else "m"
