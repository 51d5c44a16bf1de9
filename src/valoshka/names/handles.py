"""Names within handles, addresses and names of files: @marynaastapchuk, @mastapchuk, t.me/maryna_astap."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from valoshka.names.beside import is_glued
from valoshka.names.folding import fold
from valoshka.names.initials import are_initials_of
from valoshka.names.reading import Hit
from valoshka.names.sounding import heard
from valoshka.names.surely import is_surely

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from valoshka.names.index import Bearer, Fit, PartIndex
    from valoshka.names.words import Word

_SHORTEST = 8  # letters: Halina + Bonch written as one handle
_WHOLE = 5  # letters of a surname that may stand glued to an initial
_CUT_SHORT = 4  # letters of a surname that was cut short (kostya_zhybr)
_INITIALS = 2
_LONGEST = 40  # characters of an account's name
_PART = re.compile(r"[\w.-]")
_BEFORE = re.compile(r"(?:[@#/_]|\w[.:+\-=])\Z")
_AFTER = re.compile(r"[@/_]|[.:+\-=]\w")
# Before or behind what is an account's name for certain: a hyphen or a full stop stands in words, too (126-миллионный).
_SURELY_BEFORE = re.compile(r"(?:[@#_]|[A-Za-z0-9]/)\Z")
_SURELY_AFTER = re.compile(r"[@_]")
_JOINT = re.compile(r"[._\-\d]{1,4}")


def in_handles(text: str, plain: Sequence[Word], index: PartIndex) -> Iterator[Hit]:
    """Names that handles are made of: given name and surname, an initial and a surname, a surname cut short."""
    for at, word in enumerate(plain):
        if not _is_in_handle(text, word):
            continue
        surely = _is_surely_in_handle(text, word)
        if surely and len(word.folded) > _WHOLE and not is_glued(text, word):
            yield from _with_initials(word, index)
        if len(word.folded) >= _SHORTEST:
            for cut in range(2, len(word.folded) - 1):
                halves = (fold(word.folded[:cut]), fold(word.folded[cut:]))
                yield from _run_together(word, index.fits(halves[0]), index.fits(halves[1]))
                for given, rest in (halves, halves[::-1]) if surely else ():
                    yield from _cut_short(word, word, index.fits(given), given, rest)
        after = plain[at + 1] if at + 1 < len(plain) else None
        if surely and after is not None and _JOINT.fullmatch(text, word.end, after.start):
            for one, other in ((word, after), (after, word)):
                yield from _cut_short(word, after, index.fits(one.folded), one.folded, other.folded)


def _is_in_handle(text: str, word: Word) -> bool:
    before = text[max(0, word.start - 2) : word.start]
    return bool(_BEFORE.search(before) or _AFTER.match(text, word.end))


def _is_surely_in_handle(text: str, word: Word) -> bool:
    # Of kostya.zhybr@mail.example the sign stands behind the second word.
    start, end = _whole(text, word)
    return bool(_SURELY_BEFORE.search(text[max(0, start - 2) : start]) or _SURELY_AFTER.match(text, end)) or (
        "_" in text[start:end]
    )


def _whole(text: str, word: Word) -> tuple[int, int]:
    """The stretch of letters, figures, full stops and low lines around the word, as far as an account's name goes."""
    start, end = word.start, word.end
    while start > max(0, word.start - _LONGEST) and _PART.match(text, start - 1):
        start -= 1
    while end < min(len(text), word.end + _LONGEST) and _PART.match(text, end):
        end += 1
    return start, end


def _run_together(word: Word, one: Sequence[Fit], other: Sequence[Fit]) -> Iterator[Hit]:
    for match, second in ((fit.match, also.match) for fit in one for also in other):
        if {match.part, second.part} == {"given", "surname"}:
            for bearer in match.both(second):
                yield Hit(word.start, word.end, bearer, "run_together")


def _with_initials(word: Word, index: PartIndex) -> Iterator[Hit]:
    """An initial or two glued to a surname, before or behind it (kzhybrytski), where the whole is nobody's surname."""
    if any(fit.match.part == "surname" for fit in index.fits(word.folded)):
        return
    for count in range(1, _INITIALS + 1):
        for letters, rest in (
            (word.folded[:count], word.folded[count:]),
            (word.folded[-count:], word.folded[:-count]),
        ):
            surnames = [fit.match for fit in index.fits(rest) if fit.match.part == "surname"]
            for match in surnames if len(rest) >= _WHOLE else ():
                if not is_surely(rest, match.word):
                    continue
                for bearer in match.bearers:
                    if are_initials_of([*letters], bearer):
                        yield Hit(word.start, word.end, bearer, "run_together")


def _cut_short(first: Word, last: Word, fits: Sequence[Fit], given: str, rest: str) -> Iterator[Hit]:
    """A given name beside the opening of its bearer's surname."""
    if min(len(given) + 1, len(rest)) < _CUT_SHORT:
        return
    for match in (fit.match for fit in fits if fit.match.part == "given" and fit.exact):
        for bearer in match.bearers:
            if _opens_surname(rest, bearer):
                yield Hit(first.start, last.end, bearer, "run_together")


def _opens_surname(rest: str, bearer: Bearer) -> bool:
    """Whether the surname sounds longer, and opens so."""
    own = [sound for surname in bearer.parts.surname for sound in heard(surname)]
    openings = [opening for opening in heard(rest)[:1] if len(opening) >= _CUT_SHORT]
    return any(sound != opening and sound.startswith(opening) for opening in openings for sound in own)
