"""One person's story: every passage with the claims under it, and what it uses of the person."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from valoshka.briefing.furniture import furniture
from valoshka.briefing.own_voice import OwnVoice
from valoshka.briefing.plan import PlannedQuote, PlannedText
from valoshka.briefing.resolving import acts_named, consented
from valoshka.briefing.typography import well_set
from valoshka.clearance import Moment, Paragraph, Part, Passage, Picture, PullQuote, Story, Timeline, Use
from valoshka.errors import Refused
from valoshka.terms import edtf, spoken_dates
from valoshka.terms.vocabulary import acts as act_terms
from valoshka.terms.vocabulary import modalities

if TYPE_CHECKING:
    from collections.abc import Iterable

    from valoshka.briefing.material import AcceptedAct, Material, StoryMaterial
    from valoshka.briefing.plan import Plan, PlannedPart, PlannedStory
    from valoshka.briefing.resolving import Ledger


class Teller:
    """Composes one story; what rests on nothing goes into the ledger."""

    def __init__(
        self, plan: Plan, planned: PlannedStory, story: StoryMaterial, material: Material, ledger: Ledger
    ) -> None:
        self.plan, self.planned, self.material_of_story = plan, planned, story
        self.material, self.ledger = material, ledger
        self.voice, self.words = OwnVoice(plan, ledger), furniture(plan.language)

    def story(self) -> Story:
        """The whole story."""
        self.ledger.ask_consent(self.planned.line, self.material_of_story, ["pseudonym"])
        parts = [self._part(part) for part in self.planned.parts]
        if self.planned.timeline and (moments := self._moments()):
            title = self.words.timeline_title.format(name=self.planned.pseudonym)
            source = self.words.timeline_source.format(publisher=self.plan.publisher)
            parts.append(Timeline(self._passage(title, self._claims()), moments, source))
        return Story(
            person=self.material_of_story.person,
            name=self._passage(self.planned.pseudonym, self._claims()),
            role=self._role(),
            headline=self._headline(),
            parts=tuple(parts),
        )

    def told(self) -> list[tuple[str, AcceptedAct]]:
        """The acts that the story's texts rest on, each once, with the person's id."""
        named: dict[str, AcceptedAct] = {}
        for part in self.planned.parts:
            if isinstance(part, PlannedText):
                named |= {act.id: act for act in self._acts(part, silently=True)}
        return [(self.material_of_story.person, act) for act in named.values()]

    def _part(self, planned: PlannedPart) -> Part:
        if isinstance(planned, PlannedQuote):
            return PullQuote(self._quote(planned), self._speaker(planned))
        if not isinstance(planned, PlannedText):
            part = self.voice.part(planned)
            return self._pictured(part, planned.line) if isinstance(part, Picture) else part
        acts = self._acts(planned)
        if not (acts or planned.source or planned.rests_on):
            self.ledger.add(
                planned.line,
                "this text rests on nothing. Name the accepted acts under it (`rests_on`), or its published `source`.",
            )
        return Paragraph(self._text(planned, _claims_of(acts)))

    def _pictured(self, picture: Picture, line: int) -> Picture:
        """A picture in a story is taken for one of its teller, unless the plan says that it shows nobody."""
        items = [] if picture.shows_nobody else ["photo"]
        self.ledger.ask_consent(line, self.material_of_story, items)
        return replace(picture, alt=self._passage(picture.alt.text, (), items))

    def _text(self, planned: PlannedText, claims: tuple[str, ...]) -> Passage:
        items = [*planned.uses, *self._dated(planned.text)]
        self.ledger.ask_consent(planned.line, self.material_of_story, items)
        return self._passage(planned.text, claims, items, source=planned.source)

    def _acts(self, planned: PlannedText, *, silently: bool = False) -> list[AcceptedAct]:
        found: list[AcceptedAct] = []
        for reference in planned.rests_on:
            try:
                found += acts_named(reference, self.material_of_story)
            except Refused as refusal:
                if not silently:
                    self.ledger.add(planned.line, str(refusal))
        return found

    def _quote(self, planned: PlannedQuote) -> Passage:
        found = self.material.quote(self.material_of_story.person, planned.quote)
        if found is None:
            self.ledger.add(
                planned.line,
                f"these words stand in no interview of {self.planned.pseudonym}. Copy them exactly, or retell them.",
            )
        items = ["verbatim_quotes", *planned.uses, *self._dated(planned.translation or planned.quote)]
        self.ledger.ask_consent(planned.line, self.material_of_story, items)
        told_in = found.language if found and not planned.translation else ""
        spoken = told_in or self.plan.language
        language = spoken if spoken in ("en", "be", "ru") else self.plan.language
        printed = well_set(planned.translation or planned.quote, language, inside_quote=True)
        claims = (found.claim,) if found else ()
        return self._made(printed, claims, items, language=spoken if spoken != self.plan.language else None)

    def _speaker(self, planned: PlannedQuote) -> Passage:
        named = planned.speaker or ", ".join(filter(None, (self.planned.pseudonym, self.planned.role)))
        translated = f" ({self.words.translated})" if planned.translation else ""
        items = ["profession"] if self.planned.role and not planned.speaker else []
        return self._passage(named + translated, (), items)

    def _role(self) -> Passage:
        if not self.planned.role:
            return Passage("")
        self.ledger.ask_consent(self.planned.line, self.material_of_story, ["profession"])
        return self._passage(self.planned.role, self._claims(), ["profession"])

    def _headline(self) -> Passage:
        planned = self.planned.headline
        if isinstance(planned, PlannedQuote):
            words = self._quote(planned)
            return Passage(self.words.quoted(words.text), words.claims, words.uses, about=words.about)
        return self._text(planned, _claims_of(self._acts(planned)) or self._claims())

    def _moments(self) -> tuple[Moment, ...]:
        exact = consented(self.material_of_story, "exact_dates", self.plan.audience)
        exact = exact and self.material_of_story.consents is not None
        dated = [(edtf.parse(act.date), act) for _, act in self.told() if act.date and act.modality != "believed"]
        by_date: dict[str, list[AcceptedAct]] = {}
        for date, act in sorted(dated, key=lambda pair: edtf.sort_key(pair[0])):
            by_date.setdefault(str(date if exact else edtf.coarsen(date, "season")), []).append(act)
        return tuple(self._moment(edtf.parse(date), acts) for date, acts in by_date.items())

    def _moment(self, date: edtf.Edtf, acts: list[AcceptedAct]) -> Moment:
        """What happened at one date, in one entry: after coarsening, a whole season may be one date."""
        labels = list(dict.fromkeys(self._happened(act) for act in acts))
        told = "; ".join([labels[0], *(label[:1].lower() + label[1:] for label in labels[1:])])
        items = ["exact_dates"] if _to_the_day(date) else []
        shown = well_set(edtf.shown(date, self.plan.language), self.plan.language)
        return Moment(str(date), shown, self._passage(told, _claims_of(acts), items))

    def _happened(self, act: AcceptedAct) -> str:
        label = act_terms()[act.term].label_in(self.plan.language)
        if act.modality == "happened":
            return label
        return f"{label} ({modalities()[act.modality].label_in(self.plan.language).lower()})"

    def _dated(self, text: str) -> list[str]:
        """`["exact_dates"]` if `text` gives a date to the day."""
        found = spoken_dates.find(text, self.plan.language)
        return ["exact_dates"] if any(each.date and _to_the_day(edtf.parse(each.date)) for each in found) else []

    def _claims(self) -> tuple[str, ...]:
        return _claims_of(act for _, act in self.told())

    def _passage(
        self, text: str, claims: tuple[str, ...], items: Iterable[str] = (), *, source: str | None = None
    ) -> Passage:
        return self._made(well_set(text, self.plan.language), claims, items, source=self.voice.named(source))

    def _made(
        self,
        text: str,
        claims: tuple[str, ...],
        items: Iterable[str],
        *,
        source: str | None = None,
        language: str | None = None,
    ) -> Passage:
        person = self.material_of_story.person
        uses = tuple(Use(person, item) for item in dict.fromkeys(["pseudonym", *items]))
        return Passage(text, claims, uses, source=source, about=person, language=language)


def _claims_of(acts: Iterable[AcceptedAct]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(claim for act in acts for claim in act.claims))


def _to_the_day(date: edtf.Edtf) -> bool:
    return edtf.precision(date) == "day"
