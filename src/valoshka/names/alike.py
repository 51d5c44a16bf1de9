"""Whose surname a word may be if both are declined, romanised or in another script: more than a reading relies on."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from valoshka.names.agreement import stems
from valoshka.names.declension import oblique_stems
from valoshka.names.folding import script
from valoshka.names.given import father_groups, forms_of
from valoshka.names.index import surname_forms
from valoshka.names.one_word import is_one_word
from valoshka.names.phones import sounds
from valoshka.names.prefilter import Prefilter
from valoshka.names.sounding import romanised
from valoshka.names.tokens import token_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from valoshka.names.index import Bearer, Match, PartIndex
    from valoshka.names.phones import Sound


class Alike:
    """Bearers by words that `accept` takes for their surnames. Nothing is worked out before the first question."""

    def __init__(self, index: PartIndex) -> None:
        self._index = index
        self._declined: dict[str, list[Match]] | None = None
        self._prefilter = Prefilter()
        self._called: dict[int, list[Match]] = {}
        self._children: dict[int, list[Match]] = {}
        self._found: dict[str, tuple[Bearer, ...]] = {}

    def bearers(self, folded: str) -> tuple[Bearer, ...]:
        """Whose surname the folded word may be; each distinct word is worked out once."""
        if folded not in self._found:
            each = (bearer for match in self._matches(folded) for bearer in match.bearers)
            self._found[folded] = tuple(dict.fromkeys(each))
        return self._found[folded]

    def _matches(self, folded: str) -> Iterator[Match]:
        declined = self._under()
        candidates: dict[int, Match] = {}
        heard = _heard(folded) if self._may_be(folded) else ()
        for key in {sound.skeleton for sound in heard}:
            for match in itertools.chain(self._index.under(key), declined.get(key, ())):
                candidates[id(match)] = match
        yield from (match for match in candidates.values() if _is_whole(match) and is_one_word(folded, match.word))
        for group in token_of(folded).groups:
            yield from self._called.get(group, ())
        # Карповіч is a surname, and whoever romanises it does as with a patronymic.
        for father in father_groups(folded):
            yield from self._children.get(father, ())

    def _may_be(self, folded: str) -> bool:
        """A quick no, for most words beside a name are nobody's surname."""
        forms = (each for form in surname_forms(folded) for each in (form, *oblique_stems(form)))
        return script(folded) == "other" or any(
            self._index.may_be(each) or self._prefilter.may_be(each) for each in forms
        )

    def _under(self) -> dict[str, list[Match]]:
        """Surnames that are written in some case, or in another script, under what the index does not hear in them."""
        if self._declined is None:
            self._declined = {}
            for match in filter(_is_whole, self._index.matches()):
                sounds_without_ending = set(_declined(match.word))
                for sound in sounds_without_ending:
                    self._prefilter.add(sound)
                for key in {sound.skeleton for sound in sounds_without_ending}:
                    self._declined.setdefault(key, []).append(match)
                for group in token_of(match.word).groups:
                    self._called.setdefault(group, []).append(match)
                for father in father_groups(match.word):
                    self._children.setdefault(father, []).append(match)
        return self._declined


def _is_whole(match: Match) -> bool:
    """Whether it may be a surname: a name taken for a given name that no table writes so may be one, too."""
    return match.part == "surname" or (match.part == "given" and not forms_of(match.word))


def _heard(folded: str) -> Iterator[Sound]:
    if script(folded) == "other":
        yield from sounds(romanised(folded))
    for form in surname_forms(folded):
        for stem in (*(stem for stem, _ in stems(form)), *oblique_stems(form)):
            yield from sounds(stem)


def _declined(word: str) -> Iterator[Sound]:
    """How a surname sounds without a case ending that it may bear."""
    if script(word) == "other":
        yield from sounds(romanised(word))
    for form in surname_forms(word):
        for stem, cut in stems(form):
            if cut:
                yield from sounds(stem)
