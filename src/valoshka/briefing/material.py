"""What a casebook lends to a briefing: accepted acts and quotes, under pseudonyms, each with its claims.

The casebook implements `Material`; the briefing never sees a model, a store or a name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class AcceptedAct:
    """One act that a person has accepted. Codes are those of `terms/`; `date` is EDTF or `None`."""

    id: str
    term: str
    modality: str
    date: str | None
    date_basis: str
    place: str | None
    perpetrator_type: str | None
    perpetrator_label: str | None
    epistemic: str
    victims: tuple[str, ...]  # labels under pseudonyms
    claims: tuple[str, ...]


@dataclass(frozen=True)
class FoundQuote:
    """Words found in the working text of an interview: the claim's id and the words as they stand there."""

    claim: str
    words: str
    language: str


@dataclass(frozen=True)
class StoryMaterial:
    """What a casebook holds on one person, under the pseudonym that the briefing used.

    `consents` says to which audiences each item of `terms/consent.yml` may go, as it stands today (nothing withdrawn,
    nothing expired). `None` means "not told": dates are then coarsened to the month and the gate asks for the rest.
    """

    person: str  # random id
    pseudonym: str
    acts: tuple[AcceptedAct, ...]
    consents: Mapping[str, frozenset[str]] | None = None


class Material(Protocol):
    """The casebook's side of the counter."""

    @property
    def casebook(self) -> str:
        """The random id of the casebook."""

    def story(self, pseudonym: str) -> StoryMaterial | None:
        """The story told under `pseudonym`, or `None` if no person bears it."""

    def quote(self, person: str, words: str) -> FoundQuote | None:
        """Where `words` stand in an interview of `person` (white space and quotation marks folded), if they do."""
