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
    own = [_own_story(text, paragraph, stories, people) for paragraph in paragraphs]
    for story in stories:
        own[story.paragraph] = story
    first = min(number for number, story in enumerate(own) if story is not None)
    return [_from_neighbours(own, paragraphs, number, first) for number in range(len(own))]


def _own_story(text: str, paragraph: Paragraph, stories: Sequence[Story], people: People) -> Story | None:
    named = {place.person.label for place in people.between(paragraph.start, paragraph.end)}
    fits = {story.label: story for story in stories if story.label in named}
    if len(fits) == 1:
        return next(iter(fits.values()))
    if fits:
        return None
    words = text[paragraph.start : paragraph.end]
    by_role = [story for story in stories if _tells_role(words, story)]
    return by_role[0] if len(by_role) == 1 else None


def _tells_role(words: str, story: Story) -> bool:
    """Whether a quotation is given to "the doctor" and this story's heading says doctor."""
    head = story.role.split()[-1] if story.role else ""
    return bool(head) and re.search(rf"[,.!?]?[’”»\"]\s*,?\s*\w+ the (?:\w+ )?{re.escape(head)}\b", words) is not None


def _from_neighbours(
    own: Sequence[Story | None], paragraphs: Sequence[Paragraph], number: int, first: int
) -> Story | None:
    if own[number] is not None or number < first:
        return own[number]
    before = next((story for story in reversed(own[:number]) if story is not None), None)
    after = next((story for story in own[number + 1 :] if story is not None), None)
    # A column that starts anew continues with what follows it, not with the column before.
    return (after or before) if paragraphs[number].gap >= FAR else (before or after)
