"""Who tells the stories: each once in a publication, under the pseudonym of today, findable by name."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from valoshka.clearance import passages
from valoshka.disclosure.findings import Finding, Place
from valoshka.disclosure.jigsaw.facts import phrase_places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from valoshka.clearance import Content, Story
    from valoshka.disclosure.lookout import Lookout
    from valoshka.disclosure.people import ProtectedPerson


def ill_told(content: Content, lookout: Lookout) -> Iterator[Finding]:
    """Tellers of two stories, tellers for whose name nobody could look, and pseudonyms that link releases."""
    told = Counter(story.person for story in content.stories)
    for number, story in enumerate(content.stories, start=1):
        where = f"stories {number}"
        if told[story.person] > 1:
            yield Finding("two_stories", story.person, Place(where=where))
        if person := lookout.people.get(story.person):
            if not (person.names or person.public_names):
                yield Finding("person_without_name", person.id, Place(where=where))
            yield from _former(story, where, person)


def _former(story: Story, where: str, person: ProtectedPerson) -> Iterator[Finding]:
    *earlier, today = person.pseudonyms or ("",)
    # The same pseudonym in another script is no other pseudonym.
    former = [each for each in earlier if not phrase_places(today, each)]
    for place, passage in passages(story, where):
        for pseudonym in former:
            for start, end in phrase_places(passage.text, pseudonym):
                text = passage.text[start:end]
                if text[:1].isupper():
                    yield Finding("former_pseudonym", person.id, Place(where=place, start=start, end=end, text=text))
