"""Invented material that the tests of the briefing share: plans in three languages and a casebook that lends."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from valoshka.briefing.compose import compose
from valoshka.briefing.material import AcceptedAct, FoundQuote, StoryMaterial
from valoshka.briefing.reading import read_plan
from valoshka.clearance import (
    Bar,
    BarChart,
    CallToAction,
    KeyFigure,
    Moment,
    Paragraph,
    Passage,
    PullQuote,
    Section,
    Story,
    Timeline,
)
from valoshka.clearance.minting import mint_cleared

FOLDER = Path(__file__).parent / "invented"


@dataclass(frozen=True)
class Lent:
    """A `Material` out of material.yml."""

    stories: list[dict]
    casebook: str

    def _of(self, pseudonym: str) -> dict | None:
        return next((each for each in self.stories if pseudonym in each["pseudonyms"]), None)

    def story(self, pseudonym: str) -> StoryMaterial | None:
        told = self._of(pseudonym)
        if told is None:
            return None
        acts = tuple(_act(each, pseudonym) for each in told["acts"])
        consents = told.get("consents")
        given = None if consents is None else {item: frozenset(whom) for item, whom in consents.items()}
        return StoryMaterial(told["person"], pseudonym, acts, given)

    def quote(self, person: str, words: str) -> FoundQuote | None:
        for story in self.stories:
            for quote in story["quotes"]:
                if story["person"] == person and quote["words"] == words:
                    return FoundQuote(quote["claim"], words, quote["language"])
        return None


def _act(each: dict, pseudonym: str) -> AcceptedAct:
    return AcceptedAct(
        id=each["id"],
        term=each["term"],
        modality=each.get("modality", "happened"),
        date=each.get("date"),
        date_basis="explicit",
        place=None,
        perpetrator_type=each.get("perpetrator"),
        perpetrator_label=None,
        epistemic="experienced",
        victims=(pseudonym,),
        claims=(f"c-{each['id']}",),
    )


def lent(**changes) -> Lent:
    """The casebook of the tests; `changes` maps a person's id to keys of their story that differ."""
    whole = yaml.safe_load((FOLDER / "material.yml").read_text(encoding="utf-8"))
    return Lent([story | changes.get(story["person"], {}) for story in whole["stories"]], whole["casebook"])


def content(language: str):
    """A composed briefing in `language`."""
    return compose(read_plan(FOLDER / f"{language}.yml"), lent())


def cleared(language: str):
    """The same as if the gate had cleared it."""
    return mint_cleared(content(language), ())


LONGEST_WORD = "Недвухсотпятидесятичетырёхлетнийсамыйдлинныйтестовыйфальшивыйзаголовок"


def crowded():
    """A content that has too much of everything: many bars, figures and steps, long quotes, words without a break."""
    plain = content("ru")
    word, many = Passage(LONGEST_WORD, source=LONGEST_WORD), Passage("слово и ещё слово " * 90)
    chart = BarChart(word, tuple(Bar(word, 10**11 + number) for number in range(45)), LONGEST_WORD, LONGEST_WORD)
    moments = tuple(Moment("2020", f"{LONGEST_WORD} {number}", word) for number in range(50))
    told = (PullQuote(word, word), PullQuote(many, word), chart, Timeline(word, moments, LONGEST_WORD), Paragraph(many))
    figure = KeyFigure(Passage("Не менее 100 000 000"), word, LONGEST_WORD, LONGEST_WORD)
    story = Story("p1", word, word, Passage(f"{LONGEST_WORD} " * 4), told)
    call = CallToAction(word, (word, many) * 8, "#" + LONGEST_WORD)
    return replace(
        plain,
        title=Passage(f"{LONGEST_WORD} " * 3),
        subtitle=Passage(f"{LONGEST_WORD} " * 3),
        standfirst=(word, many),
        figures=(figure,) * 13,
        sections=(Section(word, told),),
        stories=(story,) * 2,
        call=call,
        publisher=LONGEST_WORD,
    )
