"""One name in many spellings: scripts, romanisations, grammatical cases, and where a person is named in a text."""

from valoshka.names.comparing import ACCEPT, Comparison, accept, compare
from valoshka.names.finding import Finder, Mention, find
from valoshka.names.folding import fold
from valoshka.names.forgetting import forget
from valoshka.names.forms import Spelling, cyrillise, declined, romanise, spellings, systems
from valoshka.names.parts import NameParts, parse
from valoshka.names.reasons import Reason
from valoshka.names.search import BlockingKey, Hit, NameIndex, blocking_keys

__all__ = [
    "ACCEPT",
    "BlockingKey",
    "Comparison",
    "Finder",
    "Hit",
    "Mention",
    "NameIndex",
    "NameParts",
    "Reason",
    "Spelling",
    "accept",
    "blocking_keys",
    "compare",
    "cyrillise",
    "declined",
    "find",
    "fold",
    "forget",
    "parse",
    "romanise",
    "spellings",
    "systems",
]
