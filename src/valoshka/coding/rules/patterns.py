"""The pattern language of the lexicon: words, alternatives, gaps and classes, compiled to bounded regular expressions.

`a|b` either; `word?` may be missing; `word~` every form of the verb; `*` up to 5 words, `*9` up to 9, never past a full
stop, colon or semicolon; `<class>` a word class; `stem%` a word that begins so. Matching is on a sentence's folded
tokens with one space between, so no pattern can backtrack over more than its own few words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from valoshka.coding.rules.inflection import forms

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

GAP = 5
STEM = 3  # letters of a stem by which patterns are looked up
_GAP_WORD = r"(?: [^ .;:!?]+)"


@dataclass(frozen=True)
class Pattern:
    """A pattern, compiled when it is first tried: most of a lexicon is never needed for one text.

    `words` and `stems` (first letters) are what it can begin with; of `needs` one word has to stand in the sentence.
    """

    source: str
    words: frozenset[str]
    stems: frozenset[str]
    needs: frozenset[str] = frozenset()

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The regular expression over folded tokens."""
        return re.compile(self.source)


def compile_pattern(say: str, classes: Mapping[str, Sequence[str]], *, verb: bool = False) -> Pattern:
    """The pattern `say`; with `verb`, its first word takes every form.

    >>> pattern = compile_pattern("take * into custody", {}, verb=True)
    >>> pattern.expression.match("took the nurse into custody").group()
    'took the nurse into custody'
    >>> sorted(pattern.words)
    ['take', 'taken', 'takes', 'taking', 'took']
    """
    pieces = say.replace("ё", "е").split()
    first = _alternatives(pieces[0] + ("~" if verb else ""), classes)
    rest = "".join(_piece(piece, classes) for piece in pieces[1:])
    heads = [alternative.split()[0] for alternative in first if not alternative.startswith("/")]
    expression = f"(?:{'|'.join(_escaped(alternative) for alternative in _longest_first(first))}){rest}(?= |$)"
    stems = frozenset(head.rstrip("%")[:STEM] for head in heads if head.endswith("%"))
    if any(alternative.startswith("/") for alternative in first):
        stems |= {""}
    return Pattern(
        expression,
        frozenset(head for head in heads if not head.endswith("%")),
        stems,
        _needs(pieces[1:], classes),
    )


def _needs(pieces: Sequence[str], classes: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """First words of the piece that the fewest words can fill: without one of them a sentence cannot fit."""
    fixed = [piece for piece in pieces if not piece.startswith("*") and not piece.endswith("?")]
    sets = [frozenset(word.split()[0] for word in _alternatives(piece, classes)) for piece in fixed]
    plain = [words for words in sets if not any(word.startswith("/") or word.endswith("%") for word in words)]
    return min(plain, key=len, default=frozenset())


def _piece(piece: str, classes: Mapping[str, Sequence[str]]) -> str:
    if piece.startswith("*"):
        return f"{_GAP_WORD}{{0,{int(piece[1:] or GAP)}}}?"
    optional = piece.endswith("?")
    inner = "|".join(_escaped(word) for word in _longest_first(_alternatives(piece.rstrip("?"), classes)))
    return f"(?: (?:{inner}))" + ("?" if optional else "")


def _alternatives(piece: str, classes: Mapping[str, Sequence[str]]) -> list[str]:
    found: list[str] = []
    for raw in piece.rstrip("?").split("|"):
        word = raw.rstrip("?")
        if word.startswith("<"):
            found += classes[word.strip("<>~")]
        elif word.endswith("~"):
            found += forms(word[:-1])
        else:
            found.append(word)
    # "asked|ask~": the sign that follows the last alternative holds for that one alone, but a verb's first word
    # inflects whole.
    if piece.endswith("~") and "|" in piece:
        for word in piece.rstrip("~").split("|"):
            if not word.startswith("<"):
                found += forms(word)
    return list(dict.fromkeys(found))


def _longest_first(alternatives: Iterable[str]) -> list[str]:
    return sorted(alternatives, key=lambda word: (-len(word), word))


def _escaped(word: str) -> str:
    if word.startswith("/"):
        return word.strip("/")
    if word.endswith("%"):
        return re.escape(word[:-1]) + r"[^ .,;:!?]*"
    return re.escape(word)
