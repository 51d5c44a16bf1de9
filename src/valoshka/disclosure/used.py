"""What a cleared content shows of people with their consent, so that a withdrawal finds every use of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.clearance import Picture, PullQuote, Timeline, Use, passages
from valoshka.disclosure.jigsaw.days import ITEM as DAY
from valoshka.disclosure.jigsaw.days import days_told, unagreed_moments
from valoshka.disclosure.jigsaw.facts import facts_told
from valoshka.names import Finder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from valoshka.clearance import Content, Passage, Story
    from valoshka.disclosure.lookout import Lookout
    from valoshka.disclosure.people import ProtectedPerson


def found_uses(content: Content, lookout: Lookout) -> tuple[Use, ...]:
    """Each person and item that `content` shows, whether its passages declare it or not; sorted, each once."""
    found = {Use(person, "real_name") for person in _named(content, lookout)}
    for story in content.stories:
        found |= {Use(story.person, item) for item in _shown(story)}
    for passage, person in _told_of(content, lookout):
        found |= {Use(person.id, item) for item in _told(passage, person, content.language)}
    return tuple(sorted(found, key=lambda use: (use.person, use.item)))


def _named(content: Content, lookout: Lookout) -> Iterator[str]:
    agreed = {
        person.id: person.names for person in lookout.people.values() if person.may("real_name", lookout.audience)
    }
    finder = Finder(agreed)
    for _, passage in passages(content):
        yield from (mention.key for mention in finder.find(passage.text))


def _shown(story: Story) -> Iterator[str]:
    for part in story.parts:
        if isinstance(part, PullQuote):
            yield "verbatim_quotes"
        elif isinstance(part, Picture) and not part.shows_nobody:
            yield "photo"
        elif isinstance(part, Timeline) and any(unagreed_moments(story, "", story.person)):
            yield DAY


def _told_of(content: Content, lookout: Lookout) -> Iterator[tuple[Passage, ProtectedPerson]]:
    tellers = {id(passage): story.person for story in content.stories for _, passage in passages(story)}
    for _, passage in passages(content):
        person = lookout.people.get(passage.about or tellers.get(id(passage), ""))
        if person is not None:
            yield passage, person


def _told(passage: Passage, person: ProtectedPerson, language: str) -> Iterator[str]:
    yield from (item for item, _, _ in facts_told(passage.text, person.facts))
    if days_told(passage, language):
        yield DAY
