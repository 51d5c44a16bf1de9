"""The talk of `valoshka review`: one passage, one suggestion, one key."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from valoshka.casebook.tasks.alignment import Span
from valoshka.casebook.tasks.passages import around, locate
from valoshka.casebook.tasks.people import find_person
from valoshka.casebook.tasks.reviewing import Verdict, decide, make_by_hand
from valoshka.casebook.tasks.working_text import alignment_of
from valoshka.cli.asking import ask_text, ask_until
from valoshka.cli.casework import counted, in_words, printable
from valoshka.cli.corrections import asked_act, asked_corrections
from valoshka.errors import Refused
from valoshka.terms.vocabulary import acts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from valoshka.casebook.records.models import Interview, Proposal

KEYS = "accept [a]  correct [c]  reject [r]  move to another story [m]  act by hand [h]  skip [s]  quit [q]"
QUIT = ("q", "\x03", "\x04", "\x1b", "")


class Talk:
    """Goes through suggestions with one person; what was decided is kept at once."""

    def __init__(self, author: str, total: int) -> None:
        self.author = author
        self.total = total
        self.decided: dict[str, int] = {}
        self.acts = 0

    def over(self, proposals: Iterable[Proposal]) -> None:
        """Until the end, or until the person quits."""
        for number, proposal in enumerate(proposals, start=1):
            show_passage(proposal, number, self.total)
            click.echo(click.style("Press a key to see the suggestion, q to quit. ", dim=True), nl=False)
            if _key() in QUIT:
                return
            click.echo("\n" + suggestion(proposal))
            if not self._decided(proposal):
                return

    def _decided(self, proposal: Proposal) -> bool:
        """Ask until there is an answer; false to quit."""
        while True:
            click.echo(click.style(KEYS, dim=True))
            key = _key().casefold()
            if key in QUIT:
                return False
            if key == "s":
                return True
            try:
                if self._act_on(key, proposal):
                    return True
            except Refused as refusal:
                click.echo(str(refusal), err=True)

    def _act_on(self, key: str, proposal: Proposal) -> bool:
        if key == "h":
            self.by_hand(proposal.interview)
            return False
        verdict = self._verdict(key, proposal)
        if verdict is None:
            return False
        made = decide(proposal, verdict)
        self._count(verdict.kind, len(made))
        click.echo(f"Kept: {in_words({verdict.kind: 1})[2:]}{', ' + counted(len(made), 'act') if made else ''}.")
        return True

    def _verdict(self, key: str, proposal: Proposal) -> Verdict | None:
        if key == "a":
            return Verdict("accept", author=self.author)
        if key == "r":
            return Verdict("reject", reason=ask_text("Reason (may stay empty)", ""), author=self.author)
        if key == "m":
            story = ask_until("Whose story (pseudonym or id; empty: do not move it)", "", find_person)
            return Verdict("move", {"story": story}, author=self.author) if story else None
        if key == "c":
            return Verdict("correct", asked_corrections(proposal), author=self.author)
        return None

    def by_hand(self, interview: Interview) -> None:
        """Make acts on passages that the person copies from the working text, until an empty answer."""
        while quote := ask_text(f"Words of interview {interview.number} that tell the act (empty: no more)", ""):
            places = locate(interview.working_text, quote)
            if not places:
                click.echo("These words do not stand there. Copy them as they are printed.", err=True)
                continue
            verdict = Verdict("by_hand", asked_act(), author=self.author)
            try:
                self._count("by_hand", len(make_by_hand(interview, places[0], verdict)))
            except Refused as refusal:
                click.echo(str(refusal), err=True)

    def _count(self, kind: str, acts_made: int) -> None:
        self.decided[kind] = self.decided.get(kind, 0) + 1
        self.acts += acts_made

    def summary(self) -> str:
        """What was decided in this sitting."""
        return f"\nDecided: {in_words(self.decided) or 'nothing'}. {counted(self.acts, 'act')} made."


def _key() -> str:
    """One key at a terminal; without one, the first letter of a line, so that a script can answer too."""
    stream = sys.stdin
    if stream.isatty():
        try:
            return click.getchar()
        except (KeyboardInterrupt, EOFError):
            return "q"
    line = stream.readline()
    return line.strip()[:1] or ("\n" if line else "")


def show_passage(proposal: Proposal, number: int, total: int) -> None:
    """Every passage that the suggestion rests on, in its surroundings; nothing of the suggestion yet."""
    interview = proposal.interview
    alignment = alignment_of(interview)
    click.echo(click.style(f"\n{number} of {total}, interview {interview.number}", bold=True))
    for mention in proposal.mentions:
        span = alignment.to_working(Span(mention["start"], mention["end"]))
        before, passage, after = around(interview.working_text, span)
        marked = click.style(f"▸{printable(passage)}◂", bold=True)
        click.echo(f"{printable(before)}{marked}{printable(after)}\n")


def suggestion(proposal: Proposal) -> str:
    """A suggestion in words."""
    lines = [f"Suggested: {acts()[proposal.act].label_in('en')} ({proposal.act})"]
    if proposal.modality != "happened":
        lines[0] += f", {proposal.modality}"
    victims = ", ".join(victim["label"] for victim in proposal.victims)
    lines.append(f"  to whom: {victims or 'the source'}")
    if proposal.perpetrator:
        lines.append(f"  by whom: {proposal.perpetrator['label']} ({proposal.perpetrator['type']})")
    lines.append(f"  when:    {proposal.date or 'not said'} ({proposal.date_basis})")
    if proposal.place:
        lines.append(f"  where:   {proposal.place}")
    if proposal.story:
        lines.append(f"  story:   {proposal.story}")
    return printable("\n".join([*lines, f"  known:   {proposal.epistemic}"]))
