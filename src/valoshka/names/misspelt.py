"""A surname with one slip of the pen, where a given name or an initial beside it says who may be meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.names import knowledge
from valoshka.names.beside import BESIDE, has_given_name, is_glued
from valoshka.names.folding import script
from valoshka.names.index import is_common, is_surname_shaped
from valoshka.names.initials import are_initials_of, initials_beside
from valoshka.names.nearly import LONG_ENOUGH
from valoshka.names.parts import is_given_name, is_patronymic
from valoshka.names.reading import Hit, Place
from valoshka.names.surely import is_slip_of, is_surely

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from valoshka.names.index import Match, PartIndex
    from valoshka.names.words import Word

_AS_WRITTEN = 2  # slips: what is one for the ear may be two for the eye (Лапотэмка)


def misspelt(
    text: str, plain: Sequence[Word], named: Sequence[Place], index: PartIndex, *, alone: bool = False
) -> Iterator[Hit]:
    """Given names and initials beside what is nearly their bearer's surname, or is it: a fuller reading comes first.

    `alone` reads surnames with one slip that stand by themselves, too: of few people only, as among very many, chance
    makes more slips than pens do.
    """
    for place in named:
        yield from _beside_given(text, plain, place, index, few=alone)
    for word in plain:
        yield from _with_initials(text, plain, word, index)
        if alone:
            yield from _alone(text, plain, word, index)


def _beside_given(text: str, plain: Sequence[Word], place: Place, index: PartIndex, *, few: bool) -> Iterator[Hit]:
    given = place.of("given") if place.word.capital else []
    for beside in _may_be_surnames(text, plain, place.word) if given else ():
        one, two = sorted((place.word, beside), key=lambda word: word.start)
        # Among very many surnames too many are two sounds away to compare each letter by letter.
        more = _letter_by_letter(beside.folded, index) if few else ()
        for match in (*_with_one_slip(beside.folded, index), *more):
            for bearer in {bearer: None for fit in given for bearer in fit.match.both(match)}:
                yield Hit(one.start, two.end, bearer, "near", 2)


def _may_be_surnames(text: str, plain: Sequence[Word], given: Word) -> Iterator[Word]:
    """What stands before a given name, after it, or behind a patronymic that follows it."""
    after = _joined(text, plain, given, +1)
    behind = _joined(text, plain, after, +1) if after and is_patronymic(after.folded) else None
    for word in (_joined(text, plain, given, -1), after, behind):
        if word and not is_given_name(word.folded):
            yield word


def _joined(text: str, plain: Sequence[Word], word: Word, step: int) -> Word | None:
    """The capitalised word right before (`step` -1) or after another."""
    at = word.first - 1 if step < 0 else word.last + 1
    other = plain[at] if 0 <= at < len(plain) else None
    if other is None or not (other.capital or _is_surname(other.folded)):
        return None
    one, two = (other, word) if step < 0 else (word, other)
    return other if BESIDE.fullmatch(text, one.end, two.start) else None


def _is_surname(folded: str) -> bool:
    """Whether it looks like a surname even without its capital, which may have slipped away with the first letter."""
    women = knowledge.surname_knowledge()["first_of_women"]
    return is_surname_shaped(folded) or (len(folded) >= LONG_ENOUGH and folded.endswith(women))


def _with_one_slip(folded: str, index: PartIndex) -> Iterator[Match]:
    """Surnames that the word is with one slip as heard and, in one script, two as written: Громов is no Храмцоў."""
    for match in index.nearly(folded):
        word, is_other = match.word, script(match.word) != script(folded)
        if is_other or is_slip_of(folded, word, _AS_WRITTEN) or is_surely(folded, word):
            yield match


def _letter_by_letter(folded: str, index: PartIndex) -> Iterator[Match]:
    return (match for match in index.roughly_beside(folded) if is_slip_of(folded, match.word))


def _is_large(text: str, word: Word) -> bool:
    """Whether it opens with a capital, or would if its first two letters had not changed places (уЗорник)."""
    return word.capital or (text[word.start + 1].isupper() and text[word.start + 2 : word.end].islower())


def _alone(text: str, plain: Sequence[Word], word: Word, index: PartIndex) -> Iterator[Hit]:
    """A rare surname with one slip that nothing beside it explains."""
    if len(word.folded) < LONG_ENOUGH - 1 or not _is_large(text, word):
        return
    if is_given_name(word.folded) or is_glued(text, word):
        return
    near = index.roughly(word.folded)
    if any(is_surely(word.folded, match.word) for match in near) or (near and has_given_name(text, plain, word)):
        return
    for match in near:
        # Of a frequent surname many others are one letter away, if it is not long.
        may_be = len(match.word) > LONG_ENOUGH or not is_common(match.word)
        for bearer in match.bearers if may_be and is_slip_of(word.folded, match.word) else ():
            yield Hit(word.start, word.end, bearer, "slip")


def _with_initials(text: str, plain: Sequence[Word], word: Word, index: PartIndex) -> Iterator[Hit]:
    if not word.capital or len(word.folded) < LONG_ENOUGH - 1:
        return
    letters = initials_beside(text, plain, word, -1) or initials_beside(text, plain, word, +1)
    dotted = [letter for letter in letters if text[letter.end : letter.end + 1] == "."]
    for match in _with_one_slip(word.folded, index) if dotted else ():
        for bearer in match.bearers:
            if are_initials_of([letter.folded for letter in dotted], bearer):
                span = [word, *letters]
                yield Hit(min(each.start for each in span), max(each.end for each in span), bearer, "near", len(span))
