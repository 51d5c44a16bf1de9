"""Words that may be names of people nobody knows yet: offered with their passage, never replaced unasked.

A rule, not a model: capitalised in the middle of a sentence, never written small in the same text, and not one of the
words in `not_names.yml`. It misses names that only open sentences; the second reader does not.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from valoshka.own_yaml import own_yaml

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from valoshka.casebook.records.models import Interview

AROUND = 40
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_LAST_WORD = re.compile(rf"(?<![^\W\d_])(?:{_WORD.pattern})(?=[ \u00a0]\Z)")
_SPACES = (" ", "\u00a0")
_STAND_IN = re.compile(r"\[\w+ \d+\]")
_OPENS_SENTENCE = re.compile(r"(?:^|[.!?…:;\n]|[«“„\"‘—–-])\s*$")


@dataclass(frozen=True)
class OfferedName:
    """Words that may be a name: how often they stand in the text, and the first passage."""

    words: str
    times: int
    passage: str
    start: int


@cache
def _known_words() -> frozenset[str]:
    groups = own_yaml("valoshka.casebook.tasks", "not_names.yml")
    return frozenset(word.casefold() for group in groups.values() for word in group["words"])


def offered_names(working_text: str, known: Collection[str] = ()) -> list[OfferedName]:
    """What may be names in `working_text`, the most frequent first; `known` are pseudonyms and dismissed words.

    >>> offered_names("In March Prykladny came. She said that Prykladny slept.")[0]
    OfferedName(words='Prykladny', times=2, passage='In March Prykladny came. She said that Prykladny slept.', start=9)
    """
    small = {match.group() for match in _WORD.finditer(working_text) if match.group().islower()}
    dismissed = small | _known_words() | {part.casefold() for word in known for part in _WORD.findall(word)}
    runs = [*_runs(working_text, dismissed), *_stand_ins(working_text)]
    times = Counter(words for words, _ in runs)
    first: dict[str, int] = {}
    for words, start in runs:
        first.setdefault(words, start)
    return [
        OfferedName(words, count, _passage(working_text, first[words], len(words)), first[words])
        for words, count in times.most_common()
    ]


def _stand_ins(text: str) -> Iterator[tuple[str, int]]:
    """Where "[name 1]" stands for a given name that may be several people's."""
    return ((match.group(), match.start()) for match in _STAND_IN.finditer(text))


def _runs(text: str, dismissed: Collection[str]) -> Iterator[tuple[str, int]]:
    """Neighbouring capitalised words as one: a given name and a surname are one offer."""
    run: list[re.Match[str]] = []
    for match in _WORD.finditer(text):
        near = bool(run) and text[run[-1].end() : match.start()] == " "
        if run and not (near and _looks_like_name(text, match, dismissed)):
            yield text[run[0].start() : run[-1].end()], run[0].start()
            run = []
        if _looks_like_name(text, match, dismissed):
            run.append(match)
    if run:
        yield text[run[0].start() : run[-1].end()], run[0].start()


def _looks_like_name(text: str, match: re.Match[str], dismissed: Collection[str]) -> bool:
    word = match.group()
    bare = re.sub(r"['’]s$", "", word)
    if len(bare) < 3 or not bare[0].isupper() or bare.isupper() or bare.casefold() in dismissed:
        return False
    return not _OPENS_SENTENCE.search(text[max(0, match.start() - 6) : match.start()])


def name_after(text: str, end: int) -> tuple[int, int] | None:
    """Where the word beside `text[:end]` stands, if it may be a surname, in capitals or not: start, end."""
    match = _WORD.match(text, end + 1) if text[end : end + 1] in _SPACES else None
    if match is None or not match.group()[0].isupper() or len(match.group()) == 1:
        return None
    return None if match.group().casefold() in _known_words() else match.span()


def name_before(text: str, start: int) -> bool:
    """Whether the word right before `text[start:]` looks like a name; one that opens a sentence may be any word."""
    match = _last_word(text, start)
    return match is not None and _looks_like_name(text, match, _known_words())


def word_before(text: str, start: int) -> tuple[int, int] | None:
    """Where the word right before `text[start:]` stands: start, end."""
    match = _last_word(text, start)
    return match.span() if match else None


def _last_word(text: str, start: int) -> re.Match[str] | None:
    return _LAST_WORD.search(text, max(0, start - AROUND), start)


def _passage(text: str, start: int, length: int) -> str:
    left, right = max(0, start - AROUND), min(len(text), start + length + AROUND)
    if left:
        left = text.find(" ", left, start) + 1 or left
    if right < len(text):
        right = max(text.rfind(" ", start + length, right), start + length)
    return " ".join(text[left:right].split())


def offered_everywhere() -> list[tuple[Interview, list[OfferedName]]]:
    """What may be names in each interview of the casebook, beside the pseudonyms and stand-ins that it bears.

    First stand those that hold the given name of somebody known here, then the given names that took a stand-in.
    """
    from valoshka.casebook.records.models import Interview
    from valoshka.casebook.tasks.working_text import Masks

    masks = Masks.now()
    known = list(masks.standing.values())

    def order(name: OfferedName) -> tuple[bool, bool]:
        return not masks.finder.find(name.words), not _STAND_IN.fullmatch(name.words)

    found = [
        (interview, sorted(offered_names(interview.working_text, known), key=order))
        for interview in Interview.objects.order_by("number")
    ]
    return [(interview, names) for interview, names in found if names]
