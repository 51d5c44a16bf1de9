"""Asking for the fields of an act: each answer is checked when it is given, and asked again if it does not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from valoshka.casebook.tasks.people import find_person
from valoshka.casebook.tasks.reviewing import CORRECTIONS
from valoshka.casebook.tasks.working_text import span_of
from valoshka.cli.asking import ask_code, ask_text, ask_until
from valoshka.terms import edtf

if TYPE_CHECKING:
    from valoshka.casebook.records.models import Interview, Proposal

OF_VOCABULARY = {
    "term": "acts",
    "modality": "modality",
    "perpetrator_type": "perpetrator",
    "epistemic": "epistemic",
}
MAY_BE_EMPTY = ("perpetrator_type",)


def asked_corrections(proposal: Proposal) -> dict[str, str]:
    """Ask for each field, with what is suggested as the default; only what was changed is a correction."""
    victim = proposal.victims[0]["label"] if proposal.victims else ""
    who = proposal.perpetrator or {"label": "", "type": ""}
    now = {
        "term": proposal.act,
        "modality": proposal.modality,
        "date": proposal.date,
        "victim": victim,
        "perpetrator": who["label"],
        "perpetrator_type": who["type"],
        "place": proposal.place,
        "story": proposal.story,
        "epistemic": proposal.epistemic,
        "quote": " ".join(proposal.mentions[0]["quote"].split()),
    }
    click.echo("An empty answer keeps what is in brackets; - takes it away; ? lists the codes.", err=True)
    answers = {key: _asked(key, now[key], proposal.interview) for key in CORRECTIONS if key in now}
    return {key: value for key, value in answers.items() if value != now[key]}


def _asked(key: str, now: str, interview: Interview) -> str:
    question = f"  {key.replace('_', ' ')}"
    if key in OF_VOCABULARY:
        return ask_code(question, now, OF_VOCABULARY[key], optional=key in MAY_BE_EMPTY)
    if key == "date":
        return ask_until(question, now, edtf.parse)
    if key == "story":
        return ask_until(question, now, find_person)
    if key == "quote":
        return ask_until(question, now, lambda words: span_of(interview, words))
    return ask_text(question, now)


def asked_act() -> dict[str, str]:
    """Ask for an act that a person makes by hand; only what was said is in it."""
    answers = {
        "term": ask_code("Act (a code such as dismissal; ? lists them)", "", "acts"),
        "date": ask_until("Date (2020-11, 2020-11-03, 2020~; empty: not said)", "", edtf.parse),
        "victim": ask_text("To whom (pseudonym, or the text's words; empty: the source)", ""),
        "perpetrator": ask_text("By whom, in the text's words (empty: not said)", ""),
        "perpetrator_type": ask_code("By whom (a code; ? lists them)", "unstated", "perpetrator"),
        "place": ask_text("Where (empty: not said)", ""),
    }
    return {key: value for key, value in answers.items() if value}
