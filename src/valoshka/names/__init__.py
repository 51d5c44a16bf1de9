"""One name in many spellings: scripts, romanisations, grammatical cases, and where a person is named in a text."""

from valoshka.names.comparing import ACCEPT, Comparison, accept, compare
from valoshka.names.finding import Finder, Mention, find
from valoshka.names.folding import fold
from valoshka.names.parts import NameParts, parse
from valoshka.names.reasons import Reason
from valoshka.names.search import Hit, NameIndex

__all__ = [
    "ACCEPT",
    "Comparison",
    "Finder",
    "Hit",
    "Mention",
    "NameIndex",
    "NameParts",
    "Reason",
    "accept",
    "compare",
    "find",
    "fold",
    "parse",
]
