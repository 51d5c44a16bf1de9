"""The lexicon of acts, ready to search with: which patterns to try at which word."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Literal

from valoshka.coding.lexicon import words
from valoshka.coding.rules.patterns import STEM, Pattern, compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from valoshka.coding.reading.tokens import Sentence

Frame = Literal["object", "subject", "noun", "scene"]
FILES = {
    "en": ("acts", "wider_acts"),
    "ru": ("acts",),
    "be": ("acts",),
}
FRAMES: tuple[Frame, ...] = ("object", "subject", "noun", "scene")


@dataclass(frozen=True)
class Trigger:
    """One way to tell one act."""

    act: str
    frame: Frame
    pattern: Pattern
    weak: bool = False
    negative: bool = False
    asks: bool = False
    bases: tuple[str, ...] = ()
    not_victims: frozenset[str] = frozenset()


class Index:
    """Triggers by the word they begin with, so that a sentence costs one look-up a word."""

    def __init__(self, triggers: Sequence[Trigger]) -> None:
        self._words: dict[str, list[Trigger]] = {}
        self._stems: dict[str, list[Trigger]] = {}
        for trigger in triggers:
            for word in trigger.pattern.words:
                self._words.setdefault(word, []).append(trigger)
            for stem in trigger.pattern.stems:
                self._stems.setdefault(stem, []).append(trigger)

    def touches(self, lows: Sequence[str]) -> bool:
        """Whether any word of a sentence begins a pattern."""
        return any(low in self._words or low[:STEM] in self._stems for low in lows)

    def find(self, sentence: Sentence) -> Iterator[tuple[int, int, Trigger]]:
        """(first token, token after the last, trigger) for every pattern that fits, in order of the first token."""
        present = frozenset(sentence.lows)
        for number, low in enumerate(sentence.lows):
            for trigger in self._starting(low):
                pattern = trigger.pattern
                if pattern.needs and pattern.needs.isdisjoint(present):
                    continue
                fits = pattern.expression.match(sentence.folded, sentence.offsets[number])
                if fits is not None:
                    yield number, number + fits[0].count(" ") + 1, trigger

    def _starting(self, low: str) -> Sequence[Trigger]:
        """Triggers that can begin with the word; those that begin with any number are under the empty stem."""
        exact, stemmed = self._words.get(low, _NONE), self._stems.get(low[:STEM], _NONE)
        counted = self._stems.get("", _NONE) if low[0].isdigit() or "-" in low else _NONE
        if not stemmed and not counted:
            return exact
        return [*exact, *stemmed, *counted]


_NONE: list[Trigger] = []


@cache
def index(language: str) -> Index:
    """The index of the acts of `language`."""
    return Index(list(_triggers(language)))


@cache
def classes(language: str) -> Mapping[str, Sequence[str]]:
    """The word classes that patterns of `language` may name."""
    found = words(language, "classes")["classes"]
    assert isinstance(found, dict)
    return found


def _triggers(language: str) -> Iterator[Trigger]:
    for name in FILES[language]:
        acts = words(language, name)["acts"]
        assert isinstance(acts, dict)
        for act, frames in acts.items():
            barred = _not_victims(language, act)
            for frame in FRAMES:
                for entry in frames.get(frame, ()):
                    flags = entry if isinstance(entry, dict) else {"say": entry}
                    yield replace(_trigger(language, act, frame, flags), not_victims=barred)


def _not_victims(language: str, act: str) -> frozenset[str]:
    """Heads that name somebody else than the victim of the act, from all files of the language."""
    listed: set[str] = set()
    for name in FILES[language]:
        acts = words(language, name)["acts"]
        assert isinstance(acts, dict)
        listed.update(acts.get(act, {}).get("not_victims", ()))
    return frozenset(listed)


def _trigger(language: str, act: str, frame: Frame, flags: Mapping[str, str]) -> Trigger:
    say = flags["say"] if language == "en" else flags["say"].lower()
    if language == "en" and frame == "noun" and not say.endswith("s"):
        head, _, last = say.rpartition(" ")
        say = f"{head} {last}|{last}s".strip() if head else f"{last}|{last}s"
    inflects = language == "en" and frame in ("object", "subject")
    pattern = compile_pattern(say, classes(language), verb=inflects)
    bases = tuple(say.split()[0].split("|")) if inflects else ()
    weak, negative, asks = (flags.get(flag) == "true" for flag in ("weak", "negative", "asks"))
    return Trigger(act, frame, pattern, weak, negative, asks, bases)
