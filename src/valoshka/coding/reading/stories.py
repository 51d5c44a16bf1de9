"""Stories: whose account a paragraph belongs to, even where a page's columns came out in the wrong order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from valoshka.coding.reading.paragraphs import is_capitals
from valoshka.coding.reading.people import Gender, gender_of, word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from valoshka.coding.reading.paragraphs import Paragraph
    from valoshka.coding.reading.people import People

FAR = 3  # line breaks before a paragraph that show where a column or a page ended
LONGEST_HEADING = 80
_MARKDOWN = re.compile(r"^(?:#{1,6}\s+|\*\*)(.+?)(?:\**)\s*$")
_NUMBER = re.compile(r"^(?:story|case|chapter|part|witness|гісторыя|история)?\s*\d*\s*[:.)–—-]*\s*", re.IGNORECASE)
_NAME_ROLE = re.compile(r"^([^\W\d_][\w’' .-]{1,40}?)\s*(?:[,–—:(|]|\s-\s)\s*(.{2,60}?)\)?$")
_GIVEN_TO_ROLE = re.compile(r"[’”»\"]\s*,?\s*\w+ the (?:\w+ )??(\w+)\b")
_PRONOUN = re.compile(r"(he|she|his|her)\b", re.IGNORECASE)
_GENDERS: dict[str, Gender] = {"he": "m", "his": "m", "she": "f", "her": "f"}
_HE, _SHE = re.compile(r"\b(?:[Hh]e|[Hh]is|[Hh]im)\b"), re.compile(r"\b(?:[Ss]he|[Hh]er|[Hh]ers)\b")


@dataclass(frozen=True)
class Story:
    """Somebody's account under a heading: the name as people write it, the role of the heading, gender if known."""

    label: str
    role: str
    gender: Gender
    paragraph: int


def headings(text: str, paragraphs: Sequence[Paragraph]) -> list[Story]:
    """Headings that name a person ("HALINA, NURSE", "## Story 2: Kacia, a student").

    >>> from valoshka.coding.reading.paragraphs import paragraphs
    >>> text = "ALES, TEACHER\\n(not his real name)\\n\\nHe was fined."
    >>> [(story.label, story.role, story.gender) for story in headings(text, paragraphs(text))]
    [('Ales', 'teacher', 'm')]
    """
    found = []
    for number, paragraph in enumerate(paragraphs):
        following = text[paragraph.end : paragraph.end + 600]
        story = _heading(text[paragraph.start : paragraph.end], number, following)
        if story is not None:
            found.append(story)
    return found


def _heading(line: str, number: int, following: str) -> Story | None:
    first = line.split("\n")[0].strip()
    markdown = _MARKDOWN.match(first)
    if len(line) > LONGEST_HEADING * 2 or not (markdown or is_capitals(first)):
        return None
    title = _NUMBER.sub("", markdown[1] if markdown else first, count=1)
    named = _NAME_ROLE.match(title)
    label, role = (named[1], named[2]) if named else (title, "")
    label = _as_written(label.strip().strip("“”\"'‘’"))
    if not _is_name(label, role):
        return None
    return Story(label, role.lower().strip("() "), _gender(label, line, following), number)


def _as_written(label: str) -> str:
    return " ".join(part.capitalize() if part.isupper() and len(part) > 2 else part for part in label.split())


def _is_name(label: str, role: str) -> bool:
    """Whether a heading's first part is a name: few capitalised words, none of them a word for something else."""
    parts = label.split()
    if not parts or len(parts) > 3 or not all(part[0].isupper() for part in parts):
        return False
    lows = {part.lower().strip(".,") for part in parts}
    if lows & (word_set("org_words") | word_set("not_names") | word_set("determiners") | word_set("modifiers")):
        return False
    known = parts[0].lower() in (word_set("female_names") | word_set("male_names"))
    return bool(role) or known or (len(parts) <= 2 and gender_of(label) != "-")


def _gender(label: str, line: str, following: str) -> Gender:
    near = line + following[:60]
    if re.search(r"\bnot her real name|name changed at her", near):
        return "f"
    if re.search(r"\bnot his real name|name changed at his", near):
        return "m"
    known = gender_of(label)
    if known != "-":
        return known
    he, she = len(_HE.findall(following)), len(_SHE.findall(following))
    return "m" if he > she else "f" if she > he else "-"


def assign(text: str, paragraphs: Sequence[Paragraph], stories: Sequence[Story], people: People) -> list[Story | None]:
    """The story of each paragraph, by the person it names, the role or pronoun it uses, or its neighbours."""
    if not stories:
        return [None] * len(paragraphs)
    by_label = {story.label: story for story in stories}
    by_role = _by_role(stories)
    own = [_own_story(text, paragraph, by_label, by_role, people) for paragraph in paragraphs]
    for story in stories:
        own[story.paragraph] = story
    return _filled(text, own, paragraphs)


def _by_role(stories: Sequence[Story]) -> dict[str, Story | None]:
    """The story that a role belongs to, or `None` if several share it."""
    found: dict[str, Story | None] = {}
    for story in stories:
        if story.role:
            head = story.role.split()[-1]
            found[head] = None if head in found else story
    return found


def _own_story(
    text: str, paragraph: Paragraph, by_label: dict[str, Story], by_role: dict[str, Story | None], people: People
) -> Story | None:
    named = {place.person.label for place in people.between(paragraph.start, paragraph.end)} & set(by_label)
    if len(named) == 1:
        return by_label[named.pop()]
    if named:
        return None
    # A quotation is given to "the doctor": the story whose heading says doctor.
    given = _GIVEN_TO_ROLE.search(text, paragraph.start, paragraph.end)
    return by_role.get(given[1].lower()) if given else None


def _filled(text: str, own: Sequence[Story | None], paragraphs: Sequence[Paragraph]) -> list[Story | None]:
    """Paragraphs that name nobody get the story before or after them; another heading in between ends a story."""
    before, after = _last_seen(text, own, paragraphs), _last_seen(text, own[::-1], paragraphs[::-1])[::-1]
    filled: list[Story | None] = []
    for number, paragraph in enumerate(paragraphs):
        opening = _PRONOUN.match(text, paragraph.start)
        if own[number] is not None or (before[number] is None and opening is None):
            filled.append(own[number])
        else:
            filled.append(_neighbour(before[number], after[number], opening, paragraph.gap))
    return filled


def _last_seen(text: str, own: Sequence[Story | None], paragraphs: Sequence[Paragraph]) -> list[Story | None]:
    seen: Story | None = None
    found: list[Story | None] = []
    for story, paragraph in zip(own, paragraphs, strict=True):
        if story is not None:
            seen = story
        elif _is_other_heading(text, paragraph):
            seen = None
        found.append(seen)
    return found


def _is_other_heading(text: str, paragraph: Paragraph) -> bool:
    line = text[paragraph.start : min(paragraph.end, paragraph.start + LONGEST_HEADING)]
    return line.startswith(("# ", "## ")) or (len(line) < LONGEST_HEADING and is_capitals(line))


def _neighbour(before: Story | None, after: Story | None, opening: re.Match[str] | None, gap: int) -> Story | None:
    if opening is not None:
        gender = _GENDERS[opening[1].lower()]
        fits = [story for story in (before, after) if story is not None and story.gender in ("-", gender)]
        if len({story.label for story in fits}) == 1:
            return fits[0]
    # A column that starts anew continues with what follows it, not with the column before.
    return (after or before) if gap >= FAR else (before or after)
