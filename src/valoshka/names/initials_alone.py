"""Initials that stand for somebody without any surname: "the nurse Z. P. told us", where one person bears them."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, TypedDict, cast

from valoshka.names.alone import opens_sentence
from valoshka.names.beside import AFTER_INITIAL
from valoshka.names.index import is_surname_shaped
from valoshka.names.initials import opening_letters, opens
from valoshka.names.knowledge import function_words
from valoshka.names.reading import Hit
from valoshka.own_yaml import own_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from valoshka.names.index import Bearer, PartIndex
    from valoshka.names.words import Word

_FEWEST, _MOST = 2, 3  # letters: given name and surname, with the father's name or without


class InitialsAlone:
    """Bearers under the letters of their names. Nothing is worked out before the first question."""

    def __init__(self, index: PartIndex) -> None:
        self._index = index
        self._under: dict[str, list[Bearer]] | None = None

    def read(self, text: str, plain: Sequence[Word]) -> Iterator[Hit]:
        """Initials beside no surname that are those of one protected person only, in either order."""
        for letters in _runs(text, plain):
            folded = [letter.folded for letter in letters]
            if "".join(folded) in _never():
                continue
            bearers = self._called(folded)
            if len({bearer.key for bearer in bearers}) == 1:
                yield Hit(letters[0].start, letters[-1].end, bearers[0], "initials_alone", len(letters))

    def _called(self, letters: Sequence[str]) -> list[Bearer]:
        """Who may be meant: the surname's letter stands last or first, the father's after that of the given name."""
        first, *rest = letters
        orders = [(letters[:-1], letters[-1]), (rest, first)]
        found = {
            id(bearer): bearer
            for names, surname in orders
            for phone in opening_letters(surname)
            for bearer in self._kept().get(phone, ())
            if _is_called(names, bearer)
        }
        return [*found.values()]

    def _kept(self) -> dict[str, list[Bearer]]:
        """Bearers by the phone that their surname opens with."""
        if self._under is None:
            found: dict[str, dict[int, Bearer]] = {}
            for match in self._index.matches():
                for phone in opening_letters(match.word) if match.part == "surname" else ():
                    found.setdefault(phone, {}).update((id(bearer), bearer) for bearer in match.bearers)
            self._under = {phone: list(bearers.values()) for phone, bearers in found.items()}
        return self._under


def _is_called(letters: Sequence[str], bearer: Bearer) -> bool:
    """Whether these are the initials of the bearer's given name, or of that and the father's."""
    borne = [*bearer.parts.given[:1], *bearer.parts.patronymic[:1]]
    return len(letters) <= len(borne) and all(opens(*each) for each in zip(letters, borne, strict=False))


def _runs(text: str, plain: Sequence[Word]) -> Iterator[list[Word]]:
    """Two or three capital letters with full stops beside each other, with no other capital word beside them."""
    at = 0
    while at < len(plain):
        run = [plain[at]]
        while at + len(run) < len(plain) and _is_next(text, run[-1], plain[at + len(run)]):
            run.append(plain[at + len(run)])
        if _FEWEST <= len(run) <= _MOST and all(_is_initial(text, word) for word in run):
            before, after = plain[max(0, at - 1) : at], plain[at + len(run) : at + len(run) + 1]
            gaps = [(word, (word.end, run[0].start)) for word in before]
            gaps += [(word, (run[-1].end, word.start)) for word in after]
            if not any(_is_surname(text, word, gap) for word, gap in gaps):
                yield run
        at += len(run)


def _is_initial(text: str, word: Word) -> bool:
    return len(word.folded) == 1 and word.capital and text[word.end : word.end + 1] == "."


def _is_next(text: str, one: Word, other: Word) -> bool:
    both = _is_initial(text, one) and _is_initial(text, other)
    return both and AFTER_INITIAL.fullmatch(text, one.end, other.start) is not None


def _is_surname(text: str, word: Word, gap: tuple[int, int]) -> bool:
    """Whether a word with nothing but a `gap` between it and the letters may be the surname that they belong to."""
    if not word.capital or word.folded in function_words() or AFTER_INITIAL.fullmatch(text, *gap) is None:
        return False
    return is_surname_shaped(word.folded) or not opens_sentence(text, word)


class _Written(TypedDict):
    never: str


@functools.cache
def _never() -> frozenset[str]:
    return frozenset(cast(_Written, own_yaml("valoshka.names", "initials_alone.yml"))["never"].split())
