"""What the machine proposes: one act, the passages that tell it, who and when. A person decides.

The codes are those of `valoshka.terms`; the JSON is that of `valoshka propose FILE --json`.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Literal

Kind = Literal["person", "group"]
Basis = Literal["explicit", "inferred", "unstated"]
Voice = Literal["narrator", "quote"]


@dataclass(frozen=True, order=True)
class Mention:
    """A passage that tells the act: code points, 0-based, end exclusive; `quote` is `text[start:end]`."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True)
class Victim:
    """To whom it happened, in the text's own words (a name where the text gives one)."""

    label: str
    kind: Kind


@dataclass(frozen=True)
class Perpetrator:
    """Who did it: a type of `terms.vocabulary.perpetrators()`, and the source's own words with their place."""

    type: str
    label: str
    start: int
    end: int


@dataclass(frozen=True)
class Proposal:
    """One act, as proposed. `date` is EDTF; `story` is the heading's or speaker's name under which it is told."""

    act: str
    modality: str
    mentions: tuple[Mention, ...]
    victims: tuple[Victim, ...]
    perpetrator: Perpetrator | None
    date: str | None
    date_basis: Basis
    place: str | None
    epistemic: str
    voice: Voice
    story: str | None

    def as_json(self) -> dict[str, object]:
        """A plain dictionary, ready for `json.dumps`, with the fields in the order of this class.

        >>> act = Proposal("dismissal", "happened", (Mention(0, 13, "She was fired"),), (Victim("She", "person"),),
        ...                None, None, "unstated", None, "organisation", "narrator", None)
        >>> act.as_json()["mentions"]
        [{'start': 0, 'end': 13, 'quote': 'She was fired'}]
        """
        plain = asdict(self)
        return {**plain, "mentions": list(plain["mentions"]), "victims": list(plain["victims"])}
