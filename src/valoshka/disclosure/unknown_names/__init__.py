"""Persons' names that are neither protected nor cleared as public: of somebody whom nobody thought of."""

from valoshka.disclosure.unknown_names.in_content import unknown_in_content
from valoshka.disclosure.unknown_names.in_files import count_explained, unknown_in_file
from valoshka.disclosure.unknown_names.mentions import Mention, unknown_names
from valoshka.disclosure.unknown_names.offering import Told, find_unknown_names

__all__ = [
    "Mention",
    "Told",
    "count_explained",
    "find_unknown_names",
    "unknown_in_content",
    "unknown_in_file",
    "unknown_names",
]
