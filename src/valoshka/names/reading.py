"""From words that may be parts of names to people: a given name beside a surname, initials, a surname alone."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from valoshka.names import alone, knowledge
from valoshka.names.folding import fold, script
from valoshka.names.given import father_groups
from valoshka.names.index import Bearer, Fit, Match, Part, PartIndex, is_common, is_surname_shaped
from valoshka.names.parts import given_forms, given_groups, is_given_name, is_patronymic
from valoshka.names.phones import Sound, sounds
from valoshka.names.surely import is_surely

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
    "given": 5,
    "given_word": 6,
}
_REACH = 2  # words: a patronymic or a middle name may stand between given name and surname
_INITIAL = 2
_LONG_ENOUGH = 6  # letters: shorter words sound alike by chance
BESIDE = re.compile(r"(?:(?!\n[ \t]*\n)[\s,'’ʼ`´′\"“”«»()_\-‐‑–—/+%@#&=]){0,6}")
AFTER_INITIAL = re.compile(r"(?:(?!\n[ \t]*\n)[\s.,'’ʼ`´′_\-‐‑–]){0,4}")
_LINE = 12  # words that show whether a line is a heading
_MOSTLY = 0.6
_RUN_TOGETHER = 8  # letters: Halina + Bonch written as one handle
_BEFORE_HANDLE = re.compile(r"(?:[@#/_]|\w[.:+\-=])\Z")
_AFTER_HANDLE = re.compile(r"[@/_]|[.:+\-=]\w")
_COMPOUND = re.compile(r"[-‐‑][^\W\d_A-ZА-ЯЁЎІЇЄҐ]")  # the word goes on in small letters: Пресс-секретарь


@dataclass(frozen=True)
class Hit:
    """A stretch of a text read as a name of `bearer`."""

    start: int
    end: int
    bearer: Bearer
    how: How
    words: int = 1

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
    found = [Place(word, index.fits(word.folded)) for word in long_enough]
    return [place for place in found if place.fits]


def read(text: str, plain: Sequence[Word], named: Sequence[Place], index: PartIndex) -> Iterator[Hit]:
    """Every reading of the words of `text` as a name, but for given names alone; readings may overlap."""
    starting: dict[int, list[Place]] = {}
    for place in named:
        starting.setdefault(place.word.first, []).append(place)
    for place in named:
        yield from _pairs(text, plain, place, starting)
        yield from _with_initials(text, plain, place)
        yield from _alone(text, plain, place)
    yield from _run_together(text, plain, index)


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
    ends = [one.end, *(plain[at].end for at in range(one.last + 1, other.first))]
    starts = [*(plain[at].start for at in range(one.last + 1, other.first)), other.start]
    between = range(one.last + 1, other.first)
    pattern = AFTER_INITIAL if any(len(plain[at].folded) <= _INITIAL for at in between) else BESIDE
    return all(pattern.fullmatch(text, end, start) for end, start in zip(ends, starts, strict=True)) and all(
        plain[at].capital or not (one.capital and other.capital) for at in between
    )


def _with_initials(text: str, plain: Sequence[Word], place: Place) -> Iterator[Hit]:
    surnames = place.of("surname")
    letters = _initials(text, plain, place.word) if surnames else []
    for bearer in _every(surnames) if letters else ():
        if are_initials_of(letters, bearer):
            span = [place.word, *letters]
            yield Hit(min(word.start for word in span), max(word.end for word in span), bearer, "initials")


def _initials(text: str, plain: Sequence[Word], surname: Word) -> list[Word]:
    """Initials before a surname are its own; after it they may be those of the next name."""
    return initials_beside(text, plain, surname, -1) or initials_beside(text, plain, surname, +1)


def are_initials_of(letters: Sequence[Word], bearer: Bearer) -> bool:
    """Whether one of the initials is of the given name and, of two, the other of the father's, if that is known."""
    fathers = bearer.parts.patronymic
    return any(
        is_initial_of(letter.folded, bearer)
        and all(not fathers or _opens(other.folded, fathers[0]) for other in letters if other is not letter)
        for letter in letters
    )


def initials_beside(text: str, plain: Sequence[Word], surname: Word, step: int) -> list[Word]:
    """Up to two initials that stand before (`step` -1) or after (+1) the surname, written large if it is."""
    found: list[Word] = []
    near = surname
    at = surname.first - 1 if step < 0 else surname.last + 1
    while len(found) < _INITIAL and 0 <= at < len(plain):
        word = plain[at]
        one, other = (word, near) if step < 0 else (near, word)
        dotted = text[word.end : word.end + 1] == "."
        if len(word.folded) > (_INITIAL if dotted else 1) or word.capital != surname.capital:
            break
        # In lower case a single letter is a word: "а мороз", "с волком".
        if not (dotted or word.capital) or not AFTER_INITIAL.fullmatch(text, one.end, other.start):
            break
        found.append(word)
        near, at = word, at + step
    return found


def is_initial_of(letter: str, bearer: Bearer) -> bool:
    """Whether a folded initial may stand for the bearer's given name, in any spelling."""
    if any(
        letter[0] == initial[0] or _opening_letters(letter) & _opening_letters(initial)
        for initial in bearer.parts.initials
    ):
        return True
    return any(_opens(letter, given) for given in bearer.parts.given)


@functools.lru_cache(maxsize=1 << 14)
def _opens(letter: str, given: str) -> bool:
    forms = given_forms(given)
    if any(form.startswith(letter) for form in forms):
        return True
    return any(_opening_letters(letter) & _opening_letters(form) for form in forms)


@functools.lru_cache(maxsize=1 << 14)
def _opening_letters(folded: str) -> frozenset[str]:
    """The phones that a word may open with; of a lone initial, the phone that it stands for."""
    return frozenset(_opening(sound) for sound in sounds(folded) if sound.gaps or sound.trail)


def _opening(sound: Sound) -> str:
    if sound.gaps and sound.gaps[0]:
        return sound.gaps[0][:2] if sound.gaps[0][0] == "J" else sound.gaps[0][0]
    return sound.consonants[:1] or sound.trail[:2]


def _alone(text: str, plain: Sequence[Word], place: Place) -> Iterator[Hit]:
    word = place.word
    letters = _initials(text, plain, word)
    may_be_small = word.capital or word.folded not in knowledge.function_words()
    for fit in place.of("surname"):
        # In lower case every common word is a candidate, so that a mere likeness proves nothing.
        may_be_word = may_be_small and fit.exact and is_surely(word.folded, fit.match.word)
        if not _is_likely(fit, word):
            continue
        read_as = {given: _surname_alone(text, plain, word, fit.match.word, has_given=given) for given in (True, False)}
        for bearer in fit.match.bearers:
            how = read_as[bool(bearer.parts.given)]
            if how == "surname" and letters and bearer.parts.given and not are_initials_of(letters, bearer):
                how = "surname_of_another"
            if how != "surname_lower_case" or may_be_word:
                yield Hit(word.start, word.end, bearer, how, word.last - word.first + 1)


def _is_likely(fit: Fit, word: Word) -> bool:
    """Whether a word that only sounds like a surname may be it alone: no given name, nothing short."""
    if is_surely(word.folded, fit.match.word):
        return True
    return not is_given_name(word.folded) and (fit.exact or len(word.folded) >= _LONG_ENOUGH)


def _every(fits: Sequence[Fit]) -> list[Bearer]:
    return list(dict.fromkeys(bearer for fit in fits for bearer in fit.match.bearers))


def _surname_alone(text: str, plain: Sequence[Word], word: Word, surname: str, *, has_given: bool) -> How:
    is_word = word.folded in knowledge.function_words()
    if is_word or (not word.capital and not (is_surname_shaped(word.folded) and is_surname_shaped(surname))):
        return "surname_lower_case"
    if is_common(surname) or (is_given_name(word.folded) and word.folded != surname):
        return "surname_common"
    # Beside a given name that is not the bearer's stands a relative's surname, or a namesake's.
    if has_given and _has_given_name(text, plain, word):
        return "surname_of_another"
    is_part = _COMPOUND.match(text, word.end) or _glued(text, word)
    return "surname_alike" if is_part or not is_surely(word.folded, surname) else "surname"


def _glued(text: str, word: Word) -> bool:
    """Whether the word is a part of a longer one (CityVille)."""
    return text[max(0, word.start - 1) : word.start].isalpha() or text[word.end : word.end + 1].isalpha()


def surname_beside(text: str, plain: Sequence[Word], given: Word) -> Word | None:
    """What stands right beside a given name as a surname does; its bearer's was read as their full name.

    In Latin letters headings write any word large, so that there the surname must look like one.
    """
    after = plain[given.last + 1] if given.last + 1 < len(plain) else None
    if after is not None and _joined(text, given, after) and _may_be_surname(text, after):
        looks_so = script(after.folded) == "cyrillic" or is_surname_shaped(after.folded)
        return after if looks_so or not _in_heading(text, plain, after) else None
    before = plain[given.first - 1] if given.first else None
    # With a father's name beside it, too, it may be the bearer under another surname.
    is_followed = after is not None and is_patronymic(after.folded)
    if before is None or is_followed or text[before.end : given.start] != " " or not _may_be_surname(text, before):
        return None
    return before if script(before.folded) == "cyrillic" and is_surname_shaped(before.folded) else None


def _joined(text: str, given: Word, after: Word) -> bool:
    """Whether a space or a hyphen (Род-Айленд) is all that parts them."""
    return text[given.end : after.start] in (" ", "-", "‑")


def _may_be_surname(text: str, word: Word) -> bool:
    if not word.capital or len(word.folded) <= _INITIAL or text[word.start : word.end].isupper():
        return False
    if word.folded in knowledge.function_words() or is_given_name(word.folded):
        return False
    return not (is_patronymic(word.folded) or father_groups(word.folded))


def _in_heading(text: str, plain: Sequence[Word], word: Word) -> bool:
    """Whether most words of its line are written large."""
    opens, ends = text.rfind("\n", 0, word.start), text.find("\n", word.end)
    first = last = word.first
    while first and plain[first - 1].start > opens and word.first - first < _LINE:
        first -= 1
    while last + 1 < len(plain) and (ends < 0 or plain[last + 1].start < ends) and last - word.first < _LINE:
        last += 1
    large = sum(plain[at].capital for at in range(first, last + 1))
    return last - first >= _REACH and large > _MOSTLY * (last - first + 1)


def _has_given_name(text: str, plain: Sequence[Word], word: Word) -> bool:
    """Whether a given name stands beside the surname, or a patronymic, which nobody bears without one."""
    before, after = (_beside_surname(text, plain, word, step) for step in (-1, +1))
    if any(is_patronymic(each.folded) or given_groups(each.folded) for each in before):
        return True
    return any(given_groups(each.folded) and "," not in text[word.end : each.start] for each in after)


def _beside_surname(text: str, plain: Sequence[Word], word: Word, step: int) -> list[Word]:
    """The next capitalised word beside `word`, before (`step` -1) or after it, with a patronymic between."""
    found: list[Word] = []
    near = word
    for _ in range(_REACH):
        at = near.first - 1 if step < 0 else near.last + 1
        if not 0 <= at < len(plain) or not plain[at].capital or len(plain[at].folded) <= _INITIAL:
            break
        one, other = (plain[at], near) if step < 0 else (near, plain[at])
        if not BESIDE.fullmatch(text, one.end, other.start):
            break
        near = plain[at]
        found.append(near)
        if not is_patronymic(near.folded):
            break
    return found


def _run_together(text: str, plain: Sequence[Word], index: PartIndex) -> Iterator[Hit]:
    """Names written as one word in a handle, an address or a file's name."""
    for word in plain:
        before = text[max(0, word.start - 2) : word.start]
        is_handle = _BEFORE_HANDLE.search(before) or _AFTER_HANDLE.match(text, word.end)
        if len(word.folded) < _RUN_TOGETHER or not is_handle:
            continue
        for cut in range(2, len(word.folded) - 1):
            one, other = word.folded[:cut], word.folded[cut:]
            yield from _halves(word, index.fits(fold(one)), index.fits(fold(other)))


def _halves(word: Word, one: Sequence[Fit], other: Sequence[Fit]) -> Iterator[Hit]:
    for match, second in ((fit.match, also.match) for fit in one for also in other):
        if {match.part, second.part} == {"given", "surname"}:
            for bearer in set(match.bearers) & set(second.bearers):
                yield Hit(word.start, word.end, bearer, "run_together")
