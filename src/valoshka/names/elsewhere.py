"""Surnames from elsewhere in the other script than the one in which they are protected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.names import knowledge
from valoshka.names.folding import script
from valoshka.names.index import Fit
from valoshka.names.reading import Place
from valoshka.names.transcribed import heard_elsewhere, heard_in_a_case

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from valoshka.names.index import Match, PartIndex
    from valoshka.names.transcribed import Heard
    from valoshka.names.words import Word


class Elsewhere:
    """Surnames under the way they sound in the other script. Nothing is worked out before the first question."""

    def __init__(self, index: PartIndex) -> None:
        self._index = index
        self._under: dict[str, dict[str, list[tuple[Heard, Match]]]] | None = None
        self._found: dict[str, tuple[Match, ...]] = {}

    def added(self, plain: Sequence[Word], named: Sequence[Place]) -> list[Place]:
        """`named` with what the words written large in a text may be, too; each distinct word is worked out once."""
        found: dict[int, Place] = {}
        for word in plain:
            if word.capital and (like := self.like(word.folded)):
                found[word.first] = Place(word, tuple(Fit(match, exact=True) for match in like))
        if not found:
            return [*named]
        known = (place if place.word.made else _together(place, found.pop(place.word.first, None)) for place in named)
        return [*known, *found.values()]

    def like(self, folded: str) -> tuple[Match, ...]:
        """Surnames of the other script that the folded word, in some case, is to the vowel."""
        if folded not in self._found:
            self._found[folded] = tuple(dict.fromkeys(self._look_up(folded)))
        return self._found[folded]

    def _look_up(self, folded: str) -> Iterator[Match]:
        letters = script(folded)
        if letters == "other" or _is_slavic(folded):
            return
        under = self._kept()["latin" if letters == "cyrillic" else "cyrillic"]
        for heard in heard_in_a_case(folded) if under else ():
            yield from (match for name, match in under.get(heard.bare, ()) if heard.may_be(name))

    def _kept(self) -> dict[str, dict[str, list[tuple[Heard, Match]]]]:
        if self._under is None:
            self._under = {"latin": {}, "cyrillic": {}}
            for match in self._index.matches():
                letters = script(match.word)
                if match.part == "surname" and letters in self._under and not _is_slavic(match.word):
                    for name in heard_elsewhere(match.word):
                        self._under[letters].setdefault(name.bare, []).append((name, match))
        return self._under


def _together(place: Place, more: Place | None) -> Place:
    if more is None:
        return place
    sure = {id(fit.match) for fit in more.fits}
    return Place(place.word, (*(fit for fit in place.fits if id(fit.match) not in sure), *more.fits))


def _is_slavic(folded: str) -> bool:
    """Whether it ends as surnames of this part of the world do: those are known by every romanisation."""
    return folded.endswith(knowledge.surname_knowledge()["endings"])
