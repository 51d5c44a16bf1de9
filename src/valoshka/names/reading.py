"""From words that may be parts of names to people: a given name beside a surname, initials, a surname alone."""

from __future__ import annotations

import functools
import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from rapidfuzz.distance import OSA

from valoshka.names import alone, knowledge
from valoshka.names.beside import AFTER_INITIAL, BESIDE, beside_surname, has_given_name, is_glued
from valoshka.names.family_plural import of_family
from valoshka.names.given.declined import declined
from valoshka.names.index import Bearer, Fit, Match, Part, PartIndex, is_common, is_surname_shaped
from valoshka.names.initials import are_initials_of, initials_beside
from valoshka.names.particles.roles import of_role
from valoshka.names.parts import given_groups, is_given_name, is_patronymic
from valoshka.names.sounding import heard
from valoshka.names.surely import is_surely, said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from valoshka.names.words import Word

How = Literal[
    "full_name",
    "given_patronymic",
    "initials",
    "surname",
    "run_together",
    "surname_common",
    "surname_alike",
    "surname_lower_case",
    "surname_of_another",
    "near",
    "slip",
    "initials_alone",
    "given",
    "given_word",
]
RANK: dict[How, int] = {
    "full_name": 0,
    "run_together": 0,
    "initials": 1,
    "given_patronymic": 1,
    "surname": 2,
    "surname_common": 3,
    "surname_alike": 3,
    "surname_lower_case": 3,
    "surname_of_another": 4,
    "near": 4,
    "slip": 5,
    "initials_alone": 4,
    "given": 5,
    "given_word": 6,
}
_REACH = 2  # words: a patronymic or a middle name may stand between given name and surname
_INITIAL = 2
_AS_SAID = 4  # letters
_LONG_ENOUGH = 6  # letters: shorter words sound alike by chance
_COMPOUND = re.compile(r"[-‐‑][^\W\d_A-ZА-ЯЁЎІЇЄҐ]")  # the word goes on in small letters: Пресс-секретарь


@dataclass(frozen=True)
class Hit:
    """A stretch of a text read as a name of `bearer`."""

    start: int
    end: int
    bearer: Bearer
    how: How
    words: int = 1
    strangers: bool = False  # a given name beside it says whose it is

    @property
    def rank(self) -> int:
        """0 for the strongest evidence."""
        return RANK[self.how]


@dataclass(frozen=True)
class Place:
    """One word of the text with what it may be."""

    word: Word
    fits: tuple[Fit, ...]

    def of(self, part: Part) -> list[Fit]:
        """As whose `part` of a name (given, patronymic, surname) the word fits."""
        return [fit for fit in self.fits if fit.match.part == part]

    def given_alone(self, text: str, plain: Sequence[Word]) -> Iterator[tuple[Match, alone.Reading]]:
        """As what given name the word may stand on its own."""
        for fit in self.fits:
            read_as = fit.match.part == "given" and alone.reading(text, plain, self.word, fit.match.word)
            if read_as:
                yield fit.match, read_as


def places(plain: Sequence[Word], made: Sequence[Word], index: PartIndex) -> list[Place]:
    """The words that may be part of somebody's name, with what they may be."""
    long_enough = [word for word in (*plain, *made) if len(word.folded) > 1]
    index.meet(word.folded for word in long_enough)
    found = [Place(word, (*index.fits(word.folded), *of_family(word, index))) for word in long_enough]
    return [place for place in found if place.fits]


def read(text: str, plain: Sequence[Word], named: Sequence[Place]) -> Iterator[Hit]:
    """Every reading of the words of `text` as a name, but for given names alone; readings may overlap."""
    starting: dict[int, list[Place]] = {}
    for place in named:
        starting.setdefault(place.word.first, []).append(place)
    for place in named:
        yield from _pairs(text, plain, place, starting)
        yield from _with_initials(text, plain, place)
        yield from _alone(text, plain, place)


def _pairs(text: str, plain: Sequence[Word], place: Place, starting: dict[int, list[Place]]) -> Iterator[Hit]:
    for first in range(place.word.last + 1, place.word.last + 2 + _REACH):
        for other in starting.get(first, ()):
            if not _is_beside(text, plain, place.word, other.word):
                continue
            for one, two in ((place, other), (other, place)):
                for bearer in _both(one.of("given"), two.of("surname")):
                    yield _span(text, plain, place.word, other.word, bearer, "full_name")
            fathers = _both(place.of("given"), other.of("patronymic"))
            if fathers and not _has_another_surname(text, plain, place.word, other.word):
                for bearer in fathers:
                    yield _span(text, plain, place.word, other.word, bearer, "given_patronymic")


def _both(ones: Sequence[Fit], others: Sequence[Fit]) -> list[Bearer]:
    """Who bears one of `ones` and one of `others`."""
    found = (bearer for one in ones for other in others for bearer in one.match.both(other.match))
    return list(dict.fromkeys(found))


def _has_another_surname(text: str, plain: Sequence[Word], given: Word, patronymic: Word) -> bool:
    """Whether given name and patronymic stand beside a surname; that of their bearer has been read as a full name."""
    after = plain[patronymic.last + 1] if patronymic.last + 1 < len(plain) else None
    if after and after.capital and len(after.folded) > _INITIAL and BESIDE.fullmatch(text, patronymic.end, after.start):
        return True
    before = plain[given.first - 1] if given.first else None
    # Before a name a capital may only open the sentence.
    shaped = before is not None and before.capital and is_surname_shaped(before.folded)
    return shaped and before is not None and bool(BESIDE.fullmatch(text, before.end, given.start))


def _span(text: str, plain: Sequence[Word], one: Word, other: Word, bearer: Bearer, how: How) -> Hit:
    """From `one` to `other`, and on over a patronymic that follows: it belongs to the name."""
    words = other.last - one.first + 1
    after = plain[other.last + 1] if other.last + 1 < len(plain) else None
    if after and is_patronymic(after.folded) and _is_beside(text, plain, other, after):
        other, words = after, words - 1
    return Hit(one.start, other.end, bearer, how, words)


def _is_beside(text: str, plain: Sequence[Word], one: Word, other: Word) -> bool:
    """Whether nothing but spaces, commas and whole words of a name stands between two words."""
    if not (one.capital and other.capital):
        return _are_one_in_small_letters(text, plain, one, other)
    ends = [one.end, *(plain[at].end for at in range(one.last + 1, other.first))]
    starts = [*(plain[at].start for at in range(one.last + 1, other.first)), other.start]
    between = range(one.last + 1, other.first)
    pattern = AFTER_INITIAL if any(len(plain[at].folded) <= _INITIAL for at in between) else BESIDE
    # A comma may stand behind a surname that comes first; behind a middle word it opens the next name of a list.
    if "," in text[ends[-1] : starts[-1]] and len(between):
        return False
    return all(pattern.fullmatch(text, end, start) for end, start in zip(ends, starts, strict=True)) and all(
        plain[at].capital for at in between
    )


def _are_one_in_small_letters(text: str, plain: Sequence[Word], one: Word, other: Word) -> bool:
    """Whether two words, one of them written small, stand beside each other with no more than a father's name between.

    In small letters any words may sound alike, so that no comma may part them.
    """
    words = [one, *(plain[at] for at in range(one.last + 1, other.first)), other]
    beside = (
        BESIDE.fullmatch(text, first.end, second.start) and "," not in text[first.end : second.start]
        for first, second in itertools.pairwise(words)
    )
    return all(is_patronymic(word.folded) for word in words[1:-1]) and all(beside)


def _with_initials(text: str, plain: Sequence[Word], place: Place) -> Iterator[Hit]:
    surnames = place.of("surname")
    letters = _initials(text, plain, place.word) if surnames else []
    for bearer in _every(surnames) if letters else ():
        if are_initials_of([letter.folded for letter in letters], bearer):
            span = [place.word, *letters]
            yield Hit(min(word.start for word in span), max(word.end for word in span), bearer, "initials")


def _initials(text: str, plain: Sequence[Word], surname: Word) -> list[Word]:
    """Initials before a surname are its own; after it they may be those of the next name."""
    return initials_beside(text, plain, surname, -1) or initials_beside(text, plain, surname, +1)


def _alone(text: str, plain: Sequence[Word], place: Place) -> Iterator[Hit]:
    word = place.word
    initials = [letter.folded for letter in _initials(text, plain, word)]
    beside = [other.folded for step in (-1, +1) for other in beside_surname(text, plain, word, step)]
    # In brackets stands another name of whoever is told of before them.
    in_brackets = text[max(0, word.start - 1) : word.start] == "("
    for fit in place.of("surname"):
        if not _is_likely(fit, text, word):
            continue
        read_as = {given: _surname_alone(text, plain, word, fit.match.word, has_given=given) for given in (True, False)}
        if read_as[True] == "surname_lower_case" and not _may_be_small(word, fit):
            continue
        for bearer in fit.match.bearers:
            how = read_as[bool(bearer.parts.given)]
            is_strangers = how == "surname_of_another" and not (
                in_brackets or any(_may_be_called(each, bearer) for each in beside)
            )
            if how == "surname" and initials and bearer.parts.given and not are_initials_of(initials, bearer):
                how = "surname_of_another"
            yield Hit(word.start, word.end, bearer, how, word.last - word.first + 1, is_strangers)


def _may_be_small(word: Word, fit: Fit) -> bool:
    """Whether a surname may be written so in small letters, where every common word is a candidate."""
    may_be = word.capital or word.folded not in knowledge.function_words()
    return may_be and fit.exact and is_surely(word.folded, fit.match.word)


def _may_be_called(folded: str, bearer: Bearer) -> bool:
    """Whether a name beside the surname may be the bearer's own, misspelt or cut short, or their father's."""
    own = (*bearer.parts.given, *bearer.parts.patronymic)
    return any(_are_near(one, other) for name in own for one in heard(name) for other in heard(folded))


def _are_near(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if len(short) >= _INITIAL + 1 and long.startswith(short):
        return True
    return len(short) > _INITIAL and OSA.distance(one, other, score_cutoff=1) <= 1


def _is_likely(fit: Fit, text: str, word: Word) -> bool:
    """Whether a word that only sounds like a surname may be it alone: no given name, nothing short, no part."""
    # An unstressed о that Belarusian hears as а makes no other name: Obama, Абама.
    sounds_whole = fit.exact or len(word.folded) >= _LONG_ENOUGH or _says_so(word.folded, fit.match.word)
    if sounds_whole and not (is_given_name(word.folded) or is_glued(text, word)):
        return True
    return is_surely(word.folded, fit.match.word)


def _goes_on(text: str, plain: Sequence[Word], word: Word) -> bool:
    """Whether a hyphen makes it a part of another word (Пресс-секретарь); the elder and the younger still bear it."""
    after = plain[word.last + 1] if word.last + 1 < len(plain) else None
    return bool(_COMPOUND.match(text, word.end)) and not (after and _is_of_family(after.folded))


def _is_of_family(folded: str) -> bool:
    """Whether the word, in some case, says which of a family is meant."""
    return not _generations().isdisjoint(heard(folded))


@functools.cache
def _generations() -> frozenset[str]:
    return frozenset(sound for word in of_role("generation") for sound in heard(word))


def _is_glued_to_name(text: str, plain: Sequence[Word], word: Word) -> bool:
    """Whether what it is written together with is a name, too: КавальчукАстапчук, but not CityVille."""
    beside = (plain[at] for at in (word.first - 1, word.last + 1) if 0 <= at < len(plain))
    glued = [other for other in beside if other.end == word.start or other.start == word.end]
    return bool(glued) and all(is_surname_shaped(other.folded) or given_groups(other.folded) for other in glued)


def _says_so(folded: str, surname: str) -> bool:
    return len(folded) >= _AS_SAID and not said(folded).isdisjoint(said(surname))


def _every(fits: Sequence[Fit]) -> list[Bearer]:
    return list(dict.fromkeys(bearer for fit in fits for bearer in fit.match.bearers))


def _surname_alone(text: str, plain: Sequence[Word], word: Word, surname: str, *, has_given: bool) -> How:
    is_word = word.folded in knowledge.function_words()
    if is_word or (not word.capital and not (is_surname_shaped(word.folded) and is_surname_shaped(surname))):
        return "surname_lower_case"
    # Beside a given name that is not the bearer's stands a relative's surname, or a namesake's.
    if has_given and has_given_name(text, plain, word):
        return "surname_of_another"
    is_given = is_given_name(word.folded) or bool(declined(word.folded))
    if is_common(surname) or is_given_name(surname) or (is_given and word.folded != surname):
        return "surname_common"
    is_part = _goes_on(text, plain, word) or (is_glued(text, word) and not _is_glued_to_name(text, plain, word))
    return "surname_alike" if is_part or not is_surely(word.folded, surname) else "surname"
