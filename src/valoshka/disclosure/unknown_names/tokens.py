"""The words of a text that are written large, each with what stands beside it."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from valoshka.disclosure.unknown_names.knowledge import words
from valoshka.disclosure.unknown_names.language import Language, language_in, language_of
from valoshka.disclosure.unknown_names.stems import stem
from valoshka.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_JOIN = "['’ʼ`\u2011-]"
_WORD = re.compile(rf"[^\W\d_]+(?:{_JOIN}[^\W\d_]+)*")
_LARGE_WITHIN = re.compile(r"[-\u2011'’ʼ][A-ZА-ЯЁЎІЇЄҐ]")
_MARKS = " \t\u00a0\"'«»“”„‘’([{"
_OPENING_QUOTES = "«“„\"‘'"
_ENDS = ".!?…:;\n•*|>#"
_DASHES = "-–—"
_CELLS = frozenset({",", ";", "\t", "|", " | "})  # between the cells of a table that is written as text
# Part of a link, a handle or a code.
_ADDRESS_BEFORE = frozenset("/@#_=&0123456789")
_ADDRESS_AFTER = frozenset("/@_=0123456789")
_DOMAIN = re.compile(r"\.[a-zа-я]{2,6}\b")  # Tut.by: written together, and small
_WRAPPED = re.compile(r"(?<=[^\n]{40})(?<=[\w,]) ?\r?\n(?=[^\W\d_])")
_FEWEST_LINES, _LINES_ARE_SET = 3, 0.5
_BESIDE_NUMBER = re.compile(r"\.?[ \u00a0]?\d")
_AFTER_NUMBER = re.compile(r"\d[ \u00a0]?$")
_AFTER_COMMA = re.compile(r", ([A-Z][^\W\d_]+)")
_MOSTLY = 0.6  # share of large words in a line that is written as a title
_TITLE_WORDS = 3
_SENTENCE_BACK = 40


@dataclass(frozen=True, slots=True)
class Token:
    """A word written large at `start`-`end`.

    `opens` is whether its capital says nothing: it opens a sentence, or stands in a line of capitals. `before` and
    `after` are the neighbouring words as folded, "" if a mark that parts sentences stands between; `earlier` and
    `later` those beyond them. `numbered` is whether a sign such as No. and a number follow it, `beside_number` whether
    a number stands right before or behind it, `place_follows` whether a comma and a place do. `joined` says that only
    a space, or an initial's full stop, lies between it and the large word before it.
    """

    start: int
    end: int
    written: str
    folded: str
    language: Language
    opens: bool
    quoted: bool
    initial: bool
    joined: bool
    before: str
    after: str
    earlier: str
    later: str
    numbered: bool
    beside_number: bool
    place_follows: bool


@dataclass(frozen=True)
class Read:
    """The large words of a text, and all words that it also writes small, folded."""

    tokens: tuple[Token, ...]
    small: frozenset[str]


def read(text: str) -> Read:
    """The large words of `text` in order, and the words it writes small.

    >>> [(token.written, token.opens, token.before) for token in read("She met Dr. Bonch. Later Bonch left.").tokens]
    [('She', True, ''), ('Dr', False, 'met'), ('Bonch', False, 'dr'), ('Later', True, ''), ('Bonch', False, 'later')]
    """
    found: list[Token] = []
    small: set[str] = set()
    at = 0
    spoken = language_of(text)
    text = _unwrapped(text)
    for line in text.splitlines(keepends=True):
        found += _in_line(at, line, small, spoken)
        at += len(line)
    return Read(tuple(found), frozenset(small))


def _unwrapped(text: str) -> str:
    """`text` with spaces for the line ends within sentences, if it is set in lines: those that small letters follow."""
    ends = list(_WRAPPED.finditer(text))
    small = sum(text[end.end()].islower() for end in ends)
    if len(ends) < _FEWEST_LINES or small < _LINES_ARE_SET * len(ends):
        return text
    return _WRAPPED.sub(lambda end: " " * len(end.group()), text)


def _in_line(at: int, line: str, small: set[str], spoken: Language) -> Iterator[Token]:
    spans = [match.span() for match in _WORD.finditer(line)]
    large = [_is_large(line[start:end]) for start, end in spans]
    small.update(line[start:end].lower() for (start, end), is_large in zip(spans, large, strict=True) if not is_large)
    if not any(large):
        return
    language = language_in(line, spoken)
    titled = len(spans) >= _TITLE_WORDS and sum(large) >= _MOSTLY * len(spans) and line.rstrip()[-1] not in ".!?…"
    for place, (start, end) in enumerate(spans):
        if not large[place]:
            continue
        written = line[start:end]
        if line[start - 1 : start] in _ADDRESS_BEFORE or line[end : end + 1] in _ADDRESS_AFTER:
            continue
        if _DOMAIN.match(line, end):
            continue
        gap = line[spans[place - 1][1] : start] if place else line[:start]
        opens = _opens(line, start, gap, first=not place)
        lettered = place and stem(line[slice(*spans[place - 1])].lower()) in words().before_letters
        initial = not lettered and _is_initial(line, start, end, written)
        joined = bool(place) and large[place - 1] and _joins(gap, line[spans[place - 1][0] : spans[place - 1][1]])
        beside = _follows(line, spans, place)
        yield Token(
            at + start,
            at + end,
            written,
            fold(written),
            language,
            opens or titled,
            gap[-1:] in _OPENING_QUOTES if gap else False,
            initial,
            joined,
            line[slice(*spans[place - 1])].lower() if place and not opens else "",
            line[slice(*spans[place + 1])].lower() if beside else "",
            line[slice(*spans[place - 2])].lower() if place > 1 and not opens else "",
            line[slice(*spans[place + 2])].lower() if beside and _follows(line, spans, place + 1) else "",
            _numbered().match(line, end) is not None,
            _BESIDE_NUMBER.match(line, end) is not None
            or _AFTER_NUMBER.search(line, max(0, start - 4), start) is not None,
            _place_follows(line, end),
        )


@functools.cache
def _numbered() -> re.Pattern[str]:
    signs = "|".join(map(re.escape, words().number_signs))
    return re.compile(rf"[ \u00a0]?(?:{signs})\.?[ \u00a0]?\d", re.IGNORECASE)


def _place_follows(line: str, end: int) -> bool:
    follows = _AFTER_COMMA.match(line, end)
    return follows is not None and fold(follows[1]) in words().places


def _follows(line: str, spans: Sequence[tuple[int, int]], place: int) -> bool:
    """Whether no mark that parts sentences stands behind the word at `place`, and a word follows."""
    return place + 1 < len(spans) and not line[spans[place][1] : spans[place + 1][0]].strip(" \u00a0,–—-\"»”'’)")


def _is_large(word: str) -> bool:
    if word[0].isupper():
        return True
    match = _LARGE_WITHIN.search(word)
    return match is not None and word[: match.start()].lower() in words().particles | {
        "d",
        "д",
        "o",
        "о",
        "ан",
        "ад",
        "ас",
    }


def _is_initial(line: str, start: int, end: int, written: str) -> bool:
    dotted = line[end : end + 2].lstrip()[:1] == "."
    return dotted and (len(written) == 1 or (len(written) == 2 and written[1].islower() and written.lower() in _CUT))


_CUT = frozenset(["дз", "дж", "ал", "вл", "ст", "ев", "ел", "ед", "ch", "ju", "ja"])  # initials of two letters


def _joins(gap: str, before: str) -> bool:
    if not gap.strip(" \u00a0"):
        return True
    return gap.strip(" \u00a0") == "." and len(before) <= 2


def _opens(line: str, start: int, gap: str, *, first: bool) -> bool:
    """Whether a capital at `start` says nothing, because a sentence or a quotation opens there."""
    if first:
        return True
    plain = gap.rstrip(_MARKS)
    if gap in _CELLS:
        return True
    if not plain:
        return False
    last = plain[-1]
    if last in _ENDS:
        return last != "." or not _is_shortened(line[max(0, start - _SENTENCE_BACK) : start].rstrip(_MARKS)[:-1])
    # A dash opens direct speech after another mark; between two words it does not.
    return last in _DASHES and len(plain.strip()) > 1


def _is_shortened(before: str) -> bool:
    """Whether the word before a full stop is an abbreviation or an initial."""
    word = re.split(r"[\s.(«\"-]", before)[-1]
    return (len(word) == 1 and word.isupper()) or word.lower() in words().abbreviations or word.lower() in _CUT
