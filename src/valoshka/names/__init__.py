"""One name in many spellings: scripts, romanisations, grammatical cases, and where a person is named in a text."""

from valoshka.names.finding import Finder, Mention, find
from valoshka.names.folding import fold
from valoshka.names.parts import NameParts, parse

__all__ = ["Finder", "Mention", "NameParts", "find", "fold", "parse"]
