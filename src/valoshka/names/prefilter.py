"""A quick no: whether a word of a text can be none of the names looked for. Most words of a text are nobody's name."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, NamedTuple

from valoshka.names import knowledge
from valoshka.names.folding import script
from valoshka.names.phones import SKELETON, spoken

if TYPE_CHECKING:
    from collections.abc import Iterable

    from valoshka.names.phones import Sound

_ENDING = 2  # consonants: as many as a case ending has (чам)
_VOWEL = "a"
_VOWELS = re.compile("[aeiou]+")
_DOUBLED = re.compile(r"(.)\1+")


class Prefilter:
    """The sounds looked for, as consonants and whether there is a vowel before each: no spelling changes that.

    >>> from valoshka.names.phones import sounds
    >>> names = Prefilter(sounds("ціханоўская"))
    >>> names.may_be("тихановской"), names.may_be("тихоновцев")
    (True, False)
    """

    def __init__(self, sought: Iterable[Sound] = ()) -> None:
        self._outlines: set[str] = set()
        for sound in sought:
            self.add(sound)

    def add(self, sound: Sound) -> None:
        """Look for this sound, too."""
        vowels = (_VOWEL if gap else "" for gap in sound.gaps)
        self._outlines.add("".join(map("".join, zip(vowels, sound.skeleton, strict=True))))

    def may_be(self, folded: str) -> bool:
        """Whether the folded word may be one of the sounds (`agreement.agree`), with or without an ending."""
        letters = script(folded)
        if letters == "other" or folded.endswith(_endings(letters).changing):
            return True
        ending = _ENDING if folded.endswith(_endings(letters).plain) else 0
        return any(self._has(phones, ending) for phones in spoken(folded))

    def _has(self, phones: str, ending: int) -> bool:
        plain = _VOWELS.sub(_VOWEL, _DOUBLED.sub(r"\1", phones.replace("J", ""))).translate(SKELETON)
        outline = plain.rstrip(_VOWEL)
        for _ in range(ending):
            if outline in self._outlines:
                return True
            outline = outline[:-1].rstrip(_VOWEL)
        return outline in self._outlines


class _Endings(NamedTuple):
    plain: tuple[str, ...]
    changing: tuple[str, ...]  # before which a consonant changes (Вользе, Вольга)


@functools.cache
def _endings(letters: str) -> _Endings:
    known = knowledge.case_endings("latin" if letters == "latin" else "cyrillic")
    return _Endings(tuple(known.endings), tuple(known.alternations))
