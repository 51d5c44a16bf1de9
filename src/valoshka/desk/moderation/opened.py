"""One message with its seal broken, in memory only: what the visitor sent, and what the staff noted of it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from valoshka.desk.moderation.keys import open_json, seal_json
from valoshka.desk.moderation.pictures import covers_from
from valoshka.errors import Refused
from valoshka.solidarity.items import Item, read_items
from valoshka.square.sealing import Letter, open_sealed

if TYPE_CHECKING:
    from valoshka.desk.moderation.pictures import Cover
    from valoshka.solidarity.staffing import Inbox, Kept
    from valoshka.square.staff_key import StaffPublicKey, StaffSecretKey

_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029]")
# What an item may not hold: control signs, and those that turn the direction of a line unseen.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


@dataclass(frozen=True)
class Notes:
    """What the staff added: translations by language, what a picture shows in words, covers over it."""

    translations: dict[str, str] = field(default_factory=dict)
    alt: str = ""
    covers: tuple[Cover, ...] = ()


@dataclass(frozen=True)
class Opened:
    """A message: its id and day, what was in it, the staff's notes; of a post found elsewhere, its author's yes."""

    id: str
    day: str
    letter: Letter = field(repr=False)
    notes: Notes = field(repr=False)
    consent: str = field(default="", repr=False)

    @property
    def words(self) -> str:
        """The visitor's words as they are judged, shown and published."""
        return tidied(self.letter.words)

    def item(self, picture: str = "") -> Item:
        """As it would be published; `picture` is the SHA-256 of the picture that would be shown. Raises `Refused`."""
        told = {
            **{key: getattr(self.letter, key) for key in ("language", "country", "seed", "kind", "phrase")},
            "id": self.id,
            "day": self.day,
            "words": self.words,
            "picture": picture,
            "translations": self.notes.translations,
            "alt": self.notes.alt if self.letter.picture else "",
        }
        return next(read_items([json.dumps(told).encode()], f"message {self.id}"))


def open_message(kept: Kept, inbox: Inbox, key: StaffSecretKey) -> Opened:
    """A message opened, with all that lies beside it. Raises `Refused`, with its id, if it does not open."""
    try:
        letter = open_sealed(inbox.read(kept), key)
        consent = inbox.read_beside(kept.id, "consent")
        how = str(open_json(consent, key).get("how", "")) if consent else ""
        return Opened(kept.id, kept.day, letter, _read_notes(kept.id, inbox, key), how)
    except Refused as refusal:
        raise Refused(f"Message {kept.id}: {refusal}") from refusal


def keep_notes(id_: str, notes: Notes, inbox: Inbox, key: StaffPublicKey) -> None:
    """Write the staff's notes down, sealed like the message."""
    told: dict[str, object] = {"translations": notes.translations, "alt": notes.alt, "covers": notes.covers}
    inbox.keep_beside(id_, "notes", seal_json(told, key))


def with_translation(notes: Notes, language: str, text: str) -> Notes:
    """The notes with one translation more, or, if `text` is empty, one less."""
    others = {code: words for code, words in notes.translations.items() if code != language}
    tidy = tidied(text).strip()
    return replace(notes, translations={**others, language: tidy} if tidy else others)


def tidied(text: str) -> str:
    """`text` with plain line feeds and without signs that nobody sees.

    >>> tidied("Thank\\u202e you\\r\\nall")
    'Thank you\\nall'
    """
    return _UNSEEN.sub("", _LINE_ENDS.sub("\n", text).replace("\t", " "))


def _read_notes(id_: str, inbox: Inbox, key: StaffSecretKey) -> Notes:
    sealed = inbox.read_beside(id_, "notes")
    if sealed is None:
        return Notes()
    told = open_json(sealed, key)
    translations = told.get("translations")
    known = translations if isinstance(translations, dict) else {}
    return Notes({str(code): str(text) for code, text in known.items()}, str(told.get("alt", "")),
                 covers_from(told.get("covers", [])))  # fmt: skip
