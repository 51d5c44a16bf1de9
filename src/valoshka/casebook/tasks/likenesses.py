"""Words of others' interviews that may be one more form of somebody's name: for a person to read before erasing.

No list of forms is whole: a diminutive, a slip of the pen or a nickname is found by nobody who was not told of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from valoshka.casebook.identities.models import Name
from valoshka.casebook.records.models import Interview
from valoshka.casebook.tasks.alignment import Span
from valoshka.casebook.tasks.naming import stand_ins
from valoshka.casebook.tasks.passages import around
from valoshka.names import Finder, fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from valoshka.casebook.records.models import Person

BEGINNING = 4  # letters: case endings and diminutives change what follows ("Hleb", "Hlebushka")
AROUND = 60
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_BLACK = re.compile("█+")


@dataclass(frozen=True)
class Likeness:
    """A passage of an interview (its number), with what stands before and after the word in question."""

    interview: int
    before: str
    word: str
    after: str


def likenesses(person: Person) -> list[Likeness]:
    """Capitalised words that would stay in others' interviews, and begin or may sound like a name of `person`."""
    names = list(Name.objects.filter(person=person.id).values_list("text", flat=True))
    beginnings = {fold(part)[:BEGINNING] for name in names for part in _WORD.findall(name) if len(part) >= BEGINNING}
    standing = {part for text in stand_ins().values() for part in _WORD.findall(text)}
    finder = Finder({person.id: names})
    others = Interview.objects.exclude(source=person).order_by("number")
    return [each for interview in others for each in _alike(interview, finder, beginnings, standing)]


def _alike(
    interview: Interview, finder: Finder, beginnings: Collection[str], standing: Collection[str]
) -> Iterator[Likeness]:
    text = interview.working_text
    sounding = {(mention.start, mention.end) for mention in finder.find(text)}
    for match in _WORD.finditer(text):
        word = match.group()
        if not word[0].isupper() or word in standing:
            continue
        if fold(word)[:BEGINNING] in beginnings or any(a <= match.start() < b for a, b in sounding):
            yield _passage(interview, match.span())


def blackouts(interviews: Collection[str]) -> list[Likeness]:
    """The passage around each blackout of these interviews (by id): what is left can still tell who was meant."""
    found = Interview.objects.filter(id__in=list(interviews)).order_by("number")
    return [_passage(each, match.span()) for each in found for match in _BLACK.finditer(each.working_text)]


def _passage(interview: Interview, span: tuple[int, int]) -> Likeness:
    before, word, after = around(interview.working_text, Span(*span), AROUND)
    return Likeness(interview.number, " ".join(before.split()), word, " ".join(after.split()))
