"""Every use of a person held against the matrix of consent: item × audience, default no."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.clearance import Content, Passage, Picture, PullQuote, Story, passages
from valoshka.disclosure.findings import Finding, Place
from valoshka.disclosure.jigsaw.days import ITEM as DAY
from valoshka.disclosure.jigsaw.days import unagreed_days, unagreed_moments
from valoshka.disclosure.jigsaw.facts import facts_told
from valoshka.terms.vocabulary import audiences, consent_items

if TYPE_CHECKING:
    from collections.abc import Iterator

    from valoshka.disclosure.lookout import Lookout
    from valoshka.disclosure.people import ProtectedPerson


def unconsented(content: Content, lookout: Lookout) -> Iterator[Finding]:
    """Every passage, story and fact of `content` that somebody did not agree to."""
    for number, story in enumerate(content.stories, start=1):
        yield from _story(story, f"stories {number}", lookout)
    for where, passage in passages(content):
        yield from _uses(passage, where, lookout)
    for where, passage, teller in _told_of(content):
        if person := lookout.people.get(teller):
            yield from _facts(passage, where, person, lookout.audience)
            if not person.may(DAY, lookout.audience):
                yield from unagreed_days(passage, where, person, content.language)


def _story(story: Story, where: str, lookout: Lookout) -> Iterator[Finding]:
    person = lookout.people.get(story.person)
    if person is None:
        yield Finding("person_unknown", story.person, Place(where=where))
        return
    agreed = person.may("pseudonym", lookout.audience) or person.may("real_name", lookout.audience)
    if person.veto:
        yield Finding("veto", person.id, Place(where=where))
    elif person.third_person:
        yield Finding("third_person_used", person.id, Place(where=where))
    elif not agreed:
        yield Finding("story_without_consent", person.id, Place(where=where), _said("pseudonym", lookout.audience))
    if not person.may("real_name", lookout.audience) and person.id in lookout.named_by(story.name.text):
        yield Finding("pseudonym_is_own_name", person.id, Place(where=f"{where}, name", text=story.name.text))
    if not person.may(DAY, lookout.audience):
        yield from unagreed_moments(story, where, person.id)
    yield from _quotes_and_pictures(story, where, person, lookout.audience)


def _quotes_and_pictures(story: Story, where: str, person: ProtectedPerson, audience: str) -> Iterator[Finding]:
    """A picture in a story is taken for one of its teller, unless it is said to show nobody."""
    for number, part in enumerate(story.parts, start=1):
        item = "verbatim_quotes" if isinstance(part, PullQuote) else None
        if isinstance(part, Picture) and not part.shows_nobody:
            item = "photo"
        if item and (rule := _objection(person, item, audience)):
            yield Finding(rule, person.id, Place(where=f"{where}, parts {number}"), _said(item, audience))


def _uses(passage: Passage, where: str, lookout: Lookout) -> Iterator[Finding]:
    asked = [(use.person, use.item) for use in passage.uses]
    if passage.about is not None and not any(person == passage.about for person, _ in asked):
        # Whatever is told about somebody is told under a pseudonym at least.
        asked.append((passage.about, "pseudonym"))
    for person_id, item in asked:
        if rule := _objection(lookout.people.get(person_id), item, lookout.audience):
            yield Finding(rule, person_id, Place(where=where), _said(item, lookout.audience))


def _objection(person: ProtectedPerson | None, item: str, audience: str) -> str | None:
    if person is None:
        return "person_unknown"
    if person.third_person:
        return "third_person_used"
    if person.veto:
        return "veto"
    named_instead = item == "pseudonym" and person.may("real_name", audience)
    return None if named_instead or person.may(item, audience) else "consent_missing"


def _told_of(content: Content) -> Iterator[tuple[str, Passage, str]]:
    """Every passage that tells of one person: those of their story, and those that say so."""
    for number, story in enumerate(content.stories, start=1):
        for where, passage in passages(story, f"stories {number}"):
            yield where, passage, passage.about or story.person
    outside = {name: getattr(content, name) for name in ("standfirst", "figures", "sections", "call", "notes")}
    for name, part in outside.items():
        for where, passage in passages(part, name):
            if passage.about is not None:
                yield where, passage, passage.about


def _facts(passage: Passage, where: str, person: ProtectedPerson, audience: str) -> Iterator[Finding]:
    for item, start, end in facts_told(passage.text, person.facts):
        if not person.may(item, audience):
            at = Place(where=where, start=start, end=end, text=passage.text[start:end])
            yield Finding("fact_without_consent", person.id, at, _said(item, audience))


def _said(item: str, audience: str) -> tuple[tuple[str, str], ...]:
    items, known = consent_items(), audiences()
    item_label = items[item].label["en"] if item in items else item
    audience_label = known[audience].label["en"] if audience in known else audience
    return (("item", item_label), ("audience", audience_label))
