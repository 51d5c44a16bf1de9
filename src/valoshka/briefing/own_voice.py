"""The parts of a briefing in the organisation's own voice: each names its source, or says that it has none."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from valoshka.briefing.furniture import furniture
from valoshka.briefing.pictures import load
from valoshka.briefing.plan import PlannedChart, PlannedPicture, PlannedQuote, PlannedText
from valoshka.briefing.typography import well_set
from valoshka.clearance import Bar, BarChart, KeyFigure, Paragraph, Part, Passage, Picture, Section, Use
from valoshka.errors import Refused
from valoshka.terms import edtf
from valoshka.terms.vocabulary import acts as act_terms

if TYPE_CHECKING:
    from collections.abc import Iterable

    from valoshka.briefing.material import AcceptedAct
    from valoshka.briefing.plan import Plan, PlannedPart
    from valoshka.briefing.resolving import Ledger


class OwnVoice:
    """Composes what the organisation says itself; what lacks a source goes into the ledger."""

    def __init__(self, plan: Plan, ledger: Ledger) -> None:
        self.plan, self.ledger, self.words = plan, ledger, furniture(plan.language)

    def plain(self, text: str, source: str | None = None) -> Passage:
        """A passage that claims nothing about one person."""
        return Passage(well_set(text, self.plan.language), source=self.named(source))

    def named(self, source: str | None) -> str | None:
        """A source as it is printed."""
        return well_set(source, self.plan.language) if source else None

    def sections(self) -> tuple[Section, ...]:
        """The context: a part with a title opens a section, one without continues it. Loose pictures come first."""
        sections: list[tuple[str | None, list[Part]]] = [(None, [self.picture(each) for each in self.plan.pictures])]
        for planned in self.plan.context:
            title = planned.title if isinstance(planned, PlannedText | PlannedPicture) else None
            if title:
                sections.append((title, []))
            sections[-1][1].append(self.part(planned))
        return tuple(Section(self.plain(title) if title else None, tuple(parts)) for title, parts in sections if parts)

    def part(self, planned: PlannedPart) -> Part:
        """One part of the context."""
        if isinstance(planned, PlannedPicture):
            return self.picture(planned)
        if isinstance(planned, PlannedChart):
            return self.chart(planned)
        if isinstance(planned, PlannedQuote):
            self.ledger.add(planned.line, "a quote outside a story has no speaker. Move it into its story's `text`.")
            return Paragraph(Passage(""))
        if not (planned.source or planned.own_voice):
            self.ledger.add(
                planned.line, "this text has no source. Add `source`, or `own_voice: yes` if you assert it."
            )
        return Paragraph(self.plain(planned.text, planned.source))

    def picture(self, planned: PlannedPicture) -> Picture:
        """A picture from the plan's folder."""
        image, media_type = b"", "image/png"
        try:
            image, media_type = load(self.plan.folder, planned.file)
        except Refused as refusal:
            self.ledger.add(planned.line, str(refusal))
        return Picture(image, media_type, self.plain(planned.alt), planned.credit, planned.shows_nobody)

    def figures(self) -> tuple[KeyFigure, ...]:
        """The key figures, each with its source."""
        made = []
        for each in self.plan.figures:
            if not each.source:
                self.ledger.add(each.line, "this figure has no source. Say who counted: `source`.")
            period = edtf.shown(edtf.parse(each.period), self.plan.language) if each.period else ""
            source = self.named(each.source)
            value = Passage(self.words.amount(each.operator, each.value, each.unit), source=source)
            label = self.plain(each.label, each.source)
            made.append(KeyFigure(value, label, well_set(period, self.plan.language), source or ""))
        return tuple(made)

    def chart(self, planned: PlannedChart) -> BarChart:
        """A chart whose bars the editor gives."""
        if not planned.source:
            self.ledger.add(planned.line, "this chart has no source. Say who counted: `source`.")
        bars = tuple(Bar(self.plain(bar.label, planned.source), bar.value, bar.emphasis) for bar in planned.bars)
        title = self.plain(planned.title, planned.source)
        return BarChart(title, bars, planned.unit, self.named(planned.source) or "", planned.people)

    def counted(self, planned: PlannedChart, told: Iterable[tuple[str, AcceptedAct]]) -> BarChart:
        """A chart counted from the acts that the stories tell: `told` pairs a person's id with an act."""
        by_term: dict[str, list[tuple[str, AcceptedAct]]] = defaultdict(list)
        for person, act in told:
            if act.modality == "happened" and act_terms()[act.term].violation:
                by_term[act.term].append((person, act))
        if not by_term:
            self.ledger.add(planned.line, "there is no accepted act to count. Name acts in the stories (`rests_on`).")
        labelled = sorted(by_term.items(), key=lambda pair: (-len(pair[1]), list(act_terms()).index(pair[0])))
        bars = tuple(Bar(self._counted_label(term, acts), len(acts)) for term, acts in labelled)
        claims = tuple(dict.fromkeys(claim for acts in by_term.values() for _, act in acts for claim in act.claims))
        source = self.named(planned.source) or self.words.counted_from_stories
        title = Passage(well_set(planned.title, self.plan.language), claims=claims)
        return BarChart(title, bars, planned.unit or self.words.acts_unit, source, planned.people)

    def _counted_label(self, term: str, acts: list[tuple[str, AcceptedAct]]) -> Passage:
        return Passage(
            act_terms()[term].label_in(self.plan.language),
            claims=tuple(dict.fromkeys(claim for _, act in acts for claim in act.claims)),
            uses=tuple(dict.fromkeys(Use(person, "pseudonym") for person, _ in acts)),
        )
