"""Timelines that tell of somebody else than their story's teller, or stand in no story: whose days are they?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.disclosure.jigsaw.days import ITEM, exact_moment, gives_a_day, moments

if TYPE_CHECKING:
    from collections.abc import Iterator

    from valoshka.clearance import Content, Moment
    from valoshka.disclosure.findings import Finding
    from valoshka.disclosure.lookout import Lookout


def find_days_in_timelines(content: Content, lookout: Lookout) -> Iterator[Finding]:
    """Entries with a day, of whoever they are about and has not agreed to exact dates.

    A story's own teller is asked for with the rest of the story (`unagreed_moments`).
    """
    for where, moment, teller in _entries(content):
        person = lookout.people.get(moment.text.about or "")
        if person and person.id != teller and not person.may(ITEM, lookout.audience) and gives_a_day(moment):
            yield exact_moment(moment, where, person.id)


def _entries(content: Content) -> Iterator[tuple[str, Moment, str | None]]:
    for number, story in enumerate(content.stories, start=1):
        for where, moment in moments(story.parts, f"stories {number}"):
            yield where, moment, story.person
    for number, section in enumerate(content.sections, start=1):
        for where, moment in moments(section.parts, f"sections {number}"):
            yield where, moment, None
