"""Phones, addresses, documents, accounts and days of birth: those of protected people, and those of nobody known."""

from valoshka.disclosure.identifiers.findable import can_be_found, in_any_text
from valoshka.disclosure.identifiers.knowledge import kind_in_words
from valoshka.disclosure.identifiers.known import Identifiers
from valoshka.disclosure.identifiers.names_within import names_within, whole
from valoshka.disclosure.identifiers.sightings import Sighting
from valoshka.disclosure.identifiers.signs import Squashed, in_squashed_signs, squash
from valoshka.disclosure.identifiers.unknown import unknown_identifiers

__all__ = [
    "Identifiers",
    "Sighting",
    "Squashed",
    "can_be_found",
    "in_any_text",
    "in_squashed_signs",
    "kind_in_words",
    "names_within",
    "squash",
    "unknown_identifiers",
    "whole",
]
