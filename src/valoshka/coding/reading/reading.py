"""A text, read: its passages, each with language, story, turn and voice; the people it names."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from valoshka.coding.lexicon import words
from valoshka.coding.reading.languages import language_of
from valoshka.coding.reading.paragraphs import Paragraph, is_capitals, paragraphs
from valoshka.coding.reading.people import Gender, People, people
from valoshka.coding.reading.sentences import sentences
from valoshka.coding.reading.slavic_names import named_in
from valoshka.coding.reading.speakers import Turn, self_named, turns
from valoshka.coding.reading.stories import Story, assign, headings
from valoshka.coding.reading.tokens import Sentence
from valoshka.coding.reading.voices import Voices, quotations

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass
class Passage:
    """One sentence with what surrounds it; `number` is its place among all sentences, `paragraph` its paragraph's."""

    number: int
    sentence: Sentence
    paragraph: int
    language: str
    story: Story | None
    turn: Turn | None


@dataclass
class Reading:
    """The whole text, read."""

    text: str
    paragraphs: list[Paragraph]
    people: People
    voices: Voices
    passages: list[Passage] = field(default_factory=list)
    narrator: str | None = None


def read(text: str, language: str | None = None) -> Reading:
    """Everything about `text` that the rules need. Paragraphs in a language without a lexicon give no passages.

    >>> [passage.sentence.lows for passage in read("She left. He stayed.").passages]
    [['she', 'left', '.'], ['he', 'stayed', '.']]
    """
    blocks = paragraphs(text)
    main = language or language_of(text) or "en"
    spoken = turns(text, blocks, main)
    narrator = self_named(text, main)
    stories = headings(text, blocks)
    known = _known(stories, spoken, narrator)
    named = people(text, known)
    if _CYRILLIC.search(text):
        named = _with_slavic(text, named, main, [label for label, _ in known])
    reading = Reading(text, blocks, named, Voices(quotations(text, blocks)), narrator=narrator)
    told = assign(text, blocks, stories, named)
    reading.passages = list(_passages(text, blocks, told, spoken, language, main))
    return reading


def _with_slavic(text: str, named: People, main: str, known: Sequence[str]) -> People:
    cyrillic = main if main in ("ru", "be") else language_of(_NOT_LATIN.sub("", text)) or "ru"
    return People([*named.occurrences, *named_in(text, cyrillic, [label for label in known if not label.isascii()])])


_CYRILLIC = re.compile(r"[А-Яа-яІіЎў]")
_NOT_LATIN = re.compile(r"[A-Za-z]+")


def _known(stories: Sequence[Story], spoken: Sequence[Turn | None], narrator: str | None) -> list[tuple[str, Gender]]:
    known = Counter({(story.label, story.gender): 1 for story in stories})
    labels = {story.label for story in stories}
    speakers = {turn.speaker for turn in spoken if turn and turn.speaker} | ({narrator} if narrator else set())
    unknown: Gender = "-"
    return [*known, *((speaker, unknown) for speaker in sorted(speakers - labels) if speaker)]


def _passages(
    text: str,
    blocks: Sequence[Paragraph],
    told: Sequence[Story | None],
    spoken: Sequence[Turn | None],
    language: str | None,
    main: str,
) -> Iterator[Passage]:
    number = 0
    for index, block in enumerate(blocks):
        own = language or language_of(text[block.start : block.end], main)
        if own is None or _is_heading(told[index], index) or is_capitals(text[block.start : block.end]):
            continue
        turn = spoken[index]
        start = turn.start if turn is not None and turn.start else block.start
        for begin, end in sentences(text, start, block.end, _abbreviations(own)):
            yield Passage(number, Sentence(text, begin, end, _contractions(own)), index, own, told[index], turn)
            number += 1


def _is_heading(story: Story | None, index: int) -> bool:
    return story is not None and story.paragraph == index


@cache
def _abbreviations(language: str) -> frozenset[str]:
    listed = words(language, "cues")["abbreviations"]
    assert isinstance(listed, list)
    return frozenset(listed)


@cache
def _contractions(language: str) -> dict[str, str]:
    listed = words(language, "cues").get("contractions", {})
    assert isinstance(listed, dict)
    return listed


_SPACE = re.compile(r"\s+")


def on_one_line(words_found: str) -> str:
    """A stretch of text as a label: white space and line breaks become one space.

    >>> on_one_line("riot\\n  police")
    'riot police'
    """
    return _SPACE.sub(" ", words_found).strip()
