"""Posts that staff found elsewhere: only with their author's yes, without handle or link, sealed like any message."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from valoshka.desk.moderation.keys import seal_json
from valoshka.desk.moderation.opened import tidied
from valoshka.disclosure.identifiers import unknown_identifiers
from valoshka.errors import Refused
from valoshka.solidarity.items import LONGEST_WORDS
from valoshka.solidarity.staffing import Inbox
from valoshka.square.sealing import Letter, seal

if TYPE_CHECKING:
    from pathlib import Path

    from valoshka.desk.moderation.pictures import Darkroom
    from valoshka.square.staff_key import StaffPublicKey

_SHORTEST_YES = 12  # characters: "yes" says neither how nor when
_GAP = "…"


@dataclass(frozen=True)
class Found:
    """A post as staff found it: a picture's bytes or none, words or none, and how its author said yes, and when."""

    consent: str
    language: str
    untrusted_picture: bytes = b""
    words: str = ""


def add(folder: Path, found: Found, key: StaffPublicKey, day: str, darkroom: Darkroom) -> str:
    """Put a found post into the inbox, sealed; its random id. Raises `Refused`: no yes, no content, no picture.

    The author's yes is sealed beside it: it may say who they are.
    """
    require_yes(found.consent)
    words = tidied(found.words).strip()
    if len(words) > LONGEST_WORDS:
        raise Refused(f"The text has {len(words)} characters; {LONGEST_WORDS} are the most. Ask which part to take.")
    if not (words or found.untrusted_picture):
        raise Refused("There is nothing to add: give a picture, or a text with --text.")
    drawn = darkroom.drawn(found.untrusted_picture) if found.untrusted_picture else None
    letter = Letter(
        found.language, words=words, alike=drawn.alike if drawn else "", picture=drawn.jpeg if drawn else b""
    )
    inbox, id_ = Inbox(folder), secrets.token_hex(8)
    # The yes first: a found post must never lie in the inbox as if a visitor had sent it.
    inbox.keep_beside(id_, "consent", seal_json({"how": found.consent.strip(), "day": day}, key))
    inbox.keep(id_, day, seal(letter, key))
    return id_


def require_yes(consent: str) -> None:
    """Raises `Refused` if `consent` does not say how and when the author agreed."""
    if len(consent.strip()) < _SHORTEST_YES:
        raise Refused(
            "Say how and when the author agreed, such as: --consent “asked by direct message, said yes on 2 May”. "
            "A hashtag is not a yes."
        )


def without_handles(text: str) -> tuple[str, int]:
    """`text` without handles, links, addresses and numbers of people, and how many were taken out.

    >>> without_handles("With you! @invented_somebody")
    ('With you! …', 1)
    """
    kept, at, taken = "", 0, 0
    for sighting in sorted(unknown_identifiers(text), key=lambda sighting: sighting.start):
        if sighting.start >= at:
            kept += text[at : sighting.start] + _GAP
            taken += 1
        at = max(at, sighting.end)
    return kept + text[at:], taken
