"""What a text of the plan rests on: the accepted acts that it names, and the claims under them."""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING

from valoshka.errors import Refused
from valoshka.terms import edtf
from valoshka.terms.vocabulary import acts as act_terms
from valoshka.terms.vocabulary import audiences, consent_items

if TYPE_CHECKING:
    from collections.abc import Iterable

    from valoshka.briefing.material import AcceptedAct, StoryMaterial


class Unresolved(Refused):
    """Parts of a plan that rest on no claim, consent, accepted act or source: all of them, each with its line."""

    def __init__(self, name: str, missing: Iterable[tuple[int, str]]) -> None:
        self.missing = tuple(sorted(set(missing)))
        told = "\n".join(f"  line {line}: {sentence}" for line, sentence in self.missing)
        count = len(self.missing)
        super().__init__(
            f"{name} cannot be built yet: {count} {'thing rests' if count == 1 else 'things rest'} on nothing that may "
            f"be published. Nothing was written.\n{told}"
        )


@dataclass
class Ledger:
    """Gathers what does not resolve, so that the editor sees all of it at once."""

    audience: str
    missing: list[tuple[int, str]] = field(default_factory=list)

    def add(self, line: int, sentence: str) -> None:
        """Remember one thing that does not resolve."""
        self.missing.append((line, sentence))

    def ask_consent(self, line: int, story: StoryMaterial, items: Iterable[str]) -> None:
        """Remember every item to which this person has not agreed for this audience (if that is known here)."""
        for item in items:
            if not consented(story, item, self.audience):
                what, whom = consent_items()[item].label_in("en").lower(), audiences()[self.audience].label_in("en")
                self.add(
                    line,
                    f"{story.pseudonym} has not agreed to “{what}” for “{whom.lower()}”. "
                    "Leave it out, or ask and record the answer.",
                )


def consented(story: StoryMaterial, item: str, audience: str) -> bool:
    """Whether the person agreed, as far as the material tells; where it does not tell, the gate will ask."""
    return story.consents is None or audience in story.consents.get(item, frozenset())


def acts_named(reference: str, story: StoryMaterial) -> tuple[AcceptedAct, ...]:
    """The accepted acts of `story` that `reference` names: an act's id, a term, or a term and an EDTF date.

    Raises `Refused` with a sentence if there is none.
    """
    by_id = tuple(act for act in story.acts if act.id == reference)
    if by_id:
        return by_id
    term, _, date = reference.partition(" ")
    if term not in act_terms():
        raise Refused(
            f"what this text rests on is neither a term nor an accepted act of this story.{_near(term, story)}"
        )
    found = tuple(act for act in story.acts if act.term == term)
    if date:
        when = edtf.parse(date)
        found = tuple(act for act in found if act.date is not None and edtf.overlap(edtf.parse(act.date), when))
    if not found:
        when_told = f" dated {date}" if date else ""
        raise Refused(
            f"no act “{term}”{when_told} has been accepted in the story of {story.pseudonym}. Review it first."
        )
    return found


def _near(term: str, story: StoryMaterial) -> str:
    near = get_close_matches(term, [*act_terms(), *(act.id for act in story.acts)], n=1)
    return f" Did you mean “{near[0]}”?" if near else " docs/briefing-yml.md says how acts are named."
