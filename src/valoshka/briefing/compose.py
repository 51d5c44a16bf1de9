"""A plan and a casebook's material → one `Content`, each passage tied to what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.briefing.furniture import furniture
from valoshka.briefing.own_voice import OwnVoice
from valoshka.briefing.resolving import Ledger, Unresolved
from valoshka.briefing.storytelling import Teller
from valoshka.briefing.typography import well_set
from valoshka.clearance import CallToAction, Content, Passage, Section, Story

if TYPE_CHECKING:
    from valoshka.briefing.material import Material, StoryMaterial
    from valoshka.briefing.plan import Plan, PlannedCall


def compose(plan: Plan, material: Material) -> Content:
    """The content that `plan` describes, from what `material` lends.

    Straight quotation marks become the language's own; a quote must stand in an interview of its speaker; dates are
    coarsened to the month where their person has not agreed to exact ones. Raises `Unresolved` with every part that
    rests on no claim, consent, accepted act or source.
    """
    ledger = Ledger(plan.audience)
    voice = OwnVoice(plan, ledger)
    tellers = [
        Teller(plan, planned, found, material, ledger)
        for planned in plan.stories
        if (found := _story_material(planned.pseudonym, planned.line, material, ledger))
    ]
    stories = tuple(teller.story() for teller in tellers)
    sections = (*voice.sections(), *_in_numbers(plan, voice, tellers, stories))
    content = Content(
        title=voice.plain(plan.title),
        subtitle=voice.plain(plan.subtitle),
        standfirst=tuple(voice.plain(text.text, text.source) for text in plan.standfirst),
        figures=voice.figures(),
        sections=sections,
        stories=stories,
        call=_call(plan.call, plan.language) if plan.call else None,
        notes=tuple(voice.plain(text.text, text.source) for text in plan.notes),
        publisher=plan.publisher,
        date=plan.date,
        language=plan.language,
        audience=plan.audience,
        casebook=material.casebook,
    )
    if ledger.missing:
        raise Unresolved(plan.name, ledger.missing)
    return content


def _story_material(pseudonym: str, line: int, material: Material, ledger: Ledger) -> StoryMaterial | None:
    found = material.story(pseudonym)
    if found is None:
        # What was typed may be a real name: it is not repeated.
        ledger.add(line, "nobody in this casebook is told of under the name written here. Give a pseudonym in use.")
    return found


def _in_numbers(plan: Plan, voice: OwnVoice, tellers: list[Teller], stories: tuple[Story, ...]) -> tuple[Section, ...]:
    """The charts, as the last section before the stories."""
    charts = tuple(
        voice.counted(chart, [act for teller in tellers for act in teller.told()])
        if chart.of_acts
        else voice.chart(chart)
        for chart in plan.charts
    )
    return (Section(Passage(furniture(plan.language).in_numbers), charts),) if charts else ()


def _call(planned: PlannedCall, language: str) -> CallToAction:
    steps = tuple(Passage(well_set(step, language)) for step in planned.steps)
    return CallToAction(Passage(well_set(planned.title, language)), steps, planned.hashtag)
