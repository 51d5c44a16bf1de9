"""Third persons whom nobody named: a patient, a cellmate, a child, told of so closely that they can be found.

A medic's duty of secrecy makes their telling of one patient a crime, and a patient never agreed: a patient, a medic and
a day, or a hospital by its name, are blocked wherever they stand together.
"""

from __future__ import annotations

import functools
import re
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple, TypedDict, cast

import yaml

from valoshka.clearance import passages
from valoshka.disclosure.findings import Finding, Place
from valoshka.disclosure.jigsaw.facts import professions
from valoshka.disclosure.jigsaw.said import dates, precision, sentences
from valoshka.disclosure.jigsaw.sayings import Sayings
from valoshka.names.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from valoshka.clearance import Content

_NEIGHBOURS = 1  # sentences before and after the one that tells of the patient
_BESIDE = 60  # characters
_BEFORE = re.compile(r"(?:[^\s.!?,;:()]+\s+){1,3}$")
_AFTER = re.compile(r"\s+(?:(?:№|No\.|of|in|у|в|г\.)\s*)?([^\W_][\w-]*)")
_NARROW = frozenset({"day", "part"})


class _Words(TypedDict):
    patients: dict[str, str]
    medics: dict[str, str]
    hospitals: dict[str, str]


class Unnamed(NamedTuple):
    """One told of without a name at `start`-`end` (code points of the text); `rule` of rules.yml, `shown` by what."""

    rule: str
    start: int
    end: int
    shown: tuple[str, ...]


def unnamed_in_text(text: str, name: str) -> Iterator[Finding]:
    """What the text of the file `name` tells of third persons without a name."""
    for each in unnamed(text):
        at = Place(file=name, start=each.start, end=each.end, text=text[each.start : each.end])
        yield Finding(each.rule, None, at, (("shown", ", ".join(each.shown)),))


def unnamed_in_content(content: Content) -> Iterator[Finding]:
    """The same in a publication, passage by passage; in a story by a medic every passage is a medic's."""
    medic = {id(passage) for story in content.stories if _is_medic(story.role.text) for _, passage in passages(story)}
    for where, passage in passages(content):
        for each in unnamed(passage.text, by_a_medic=id(passage) in medic):
            at = Place(where=where, start=each.start, end=each.end, text=passage.text[each.start : each.end])
            yield Finding(each.rule, None, at, (("shown", ", ".join(each.shown)),))


def unnamed(text: str, *, by_a_medic: bool = False) -> Iterator[Unnamed]:
    """Everybody so told of.

    >>> [found.shown for found in unnamed("As a surgeon I operated on a patient on 12 August 2020.")]
    [('medic', 'date')]
    """
    found = sorted(_sayings().found(text, words(text)), key=lambda each: each[1:])
    if not any(meaning == "patient" for meaning, _, _ in found):
        return
    spans = sentences(text)
    narrow = [(start, end) for start, end, date in dates(text) if precision(date) in _NARROW]
    hospitals = [(start, end) for meaning, start, end in found if meaning == "hospital" and _named(text, start, end)]
    medics = [(start, end) for meaning, start, end in found if meaning == "medic"]
    past = 0
    for meaning, start, end in found:
        if meaning == "patient" and start >= past:
            past = end
            first, last = _around(spans, start)
            shown = ["medic"] if by_a_medic or _within(medics, first, last) else []
            shown += ["date"] if _within(narrow, first, last) else []
            shown += ["hospital"] if _within(hospitals, first, last) else []
            if shown[:1] == ["medic"] and len(shown) > 1:
                yield Unnamed("third_person_patient", start, end, tuple(shown))


def _around(spans: list[tuple[int, int]], at: int) -> tuple[int, int]:
    here = next(number for number, (start, end) in enumerate(spans) if start <= at < end)
    return spans[max(0, here - _NEIGHBOURS)][0], spans[min(len(spans) - 1, here + _NEIGHBOURS)][1]


def _within(places: list[tuple[int, int]], first: int, last: int) -> bool:
    return any(first <= start and end <= last for start, end in places)


def _named(text: str, start: int, end: int) -> bool:
    """Whether a hospital is told by name, number or town: a capital or a digit among the words beside it."""
    before = _BEFORE.search(text[max(0, start - _BESIDE) : start])
    told = before[0].split() if before else []
    # A sentence begins with a capital, whatever it says.
    opens = bool(told) and re.search(r"(?:^|[.!?…]\s+|\n)[\"“«]?$", text[: start - len(" ".join(told)) - 1]) is not None
    names = [word for word in told[1 if opens else 0 :] if word[:1].isupper() or word[:1].isdigit()]
    after = _AFTER.match(text[end : end + _BESIDE])
    return bool(names) or (after is not None and (after[1][:1].isupper() or after[1][:1].isdigit()))


def _is_medic(role: str) -> bool:
    return any(meaning == "medic" for meaning, _, _ in _sayings().found(role, words(role)))


@functools.cache
def _sayings() -> Sayings[str]:
    text = resources.files("valoshka.disclosure.jigsaw").joinpath("unnamed.yml").read_text(encoding="utf-8")
    told = cast(_Words, yaml.safe_load(text))
    medics = [
        f"{word}~" for group in professions() if group & set(told["medics"]["groups"].split("|")) for word in group
    ]
    return Sayings(
        {
            "patient": list(told["patients"].values()),
            "medic": [*medics, told["medics"]["acts"]],
            "hospital": list(told["hospitals"].values()),
        }
    )
