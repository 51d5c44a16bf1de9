"""A quick no: whether a word of a text can be none of the names looked for. Most words of a text are nobody's name."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from valoshka.names import knowledge
from valoshka.names.folding import script
from valoshka.names.phones import CONSONANTS, spoken, spoken_each, without_glides

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from valoshka.names.phones import Sound

_ENDING = 2  # consonants: as many as a case ending has (чам)
_VOWELS = "au"  # vowels that spellings exchange are one letter; u is itself (`agreement.agree`)
# Whatever is no consonant stands between consonants as a vowel does (`phones.Sound`): a letter of no script here, too.
_PLAIN = bytes(each if chr(each) in f"{CONSONANTS}u\n" else ord("a") for each in range(256))
# Of several vowels in a row the first and the last count.
_FROM_A_TO_A, _FROM_U_TO_U = re.compile(rb"a[au]*a"), re.compile(rb"u[au]*u")
_OPENING = re.compile(rb"^[au]+", re.MULTILINE)  # which may be heard as ye, whatever it is


class Prefilter:
    """The sounds looked for, as consonants and what kind of vowel is before each: no spelling changes that.

    >>> from valoshka.names.phones import sounds
    >>> names = Prefilter(sounds("ціханоўская"))
    >>> names.may_be("тихановской"), names.may_be("тихоновцев")
    (True, False)
    """

    def __init__(self, sought: Iterable[Sound] = ()) -> None:
        self._outlines: set[str] = set()
        self._sorted: NDArray[np.int64] | None = None
        for sound in sought:
            self.add(sound)

    def __getstate__(self) -> dict[str, object]:
        """Without hashes, which differ from process to process."""
        return {"_outlines": self._outlines, "_sorted": None}

    def add(self, sound: Sound) -> None:
        """Look for this sound, too."""
        self._sorted = None
        self._outlines.add(_merged("".join(map("".join, zip(sound.gaps, sound.consonants, strict=True)))))

    def may_be(self, folded: str) -> bool:
        """Whether the folded word may be one of the sounds (`agreement.agree`), with or without an ending."""
        letters = script(folded)
        if letters == "other" or folded.endswith(_endings(letters).changing):
            return True
        ending = _ENDING if folded.endswith(_endings(letters).plain) else 0
        return any(self._has(outline, ending) for outline in _outlines("\n".join(spoken(folded))))

    def among(self, words: Iterable[str]) -> set[str]:
        """Those of the folded words that may be one of the sounds: `may_be` of many words at once."""
        found: set[str] = set()
        left: dict[str, list[str]] = {"cyrillic": [], "latin": []}
        for word in words:
            letters = script(word)
            if letters == "other" or word.endswith(_endings(letters).changing):
                found.add(word)
            else:
                left[letters].append(word)
        for letters, these in left.items():
            ends = np.array([word.endswith(_endings(letters).plain) for word in these], np.bool_)
            maybe = np.zeros(len(these), np.bool_)
            for which, phones in spoken_each(these, letters) if these else ():
                maybe[which] |= self._have(_outlines(phones), ends[which])
            found.update(these[at] for at in np.flatnonzero(maybe).tolist())
        return found

    def _have(self, outlines: Sequence[str], ends: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """`_has` of each, with an ending or not."""
        left = [outline.rstrip(_VOWELS) for outline in outlines]
        found = self._are_known(left)
        for _ in range(_ENDING):
            at = np.flatnonzero(ends & ~found)
            shorter = [left[each][:-1].rstrip(_VOWELS) for each in at.tolist()]
            found[at] = self._are_known(shorter)
            for each, outline in zip(at.tolist(), shorter, strict=True):
                left[each] = outline
        return found

    def _are_known(self, outlines: Sequence[str]) -> NDArray[np.bool_]:
        """Which of them are looked for; two with one hash are both let pass."""
        if self._sorted is None:
            self._sorted = np.sort(np.fromiter(map(hash, self._outlines), np.int64, len(self._outlines)))
        if not len(self._sorted):
            return np.zeros(len(outlines), np.bool_)
        asked = np.fromiter(map(hash, outlines), np.int64, len(outlines))
        at = np.minimum(np.searchsorted(self._sorted, asked), len(self._sorted) - 1)
        known: NDArray[np.bool_] = self._sorted[at] == asked
        return known

    def _has(self, outline: str, ending: int) -> bool:
        outline = outline.rstrip(_VOWELS)
        for _ in range(ending):
            if outline in self._outlines:
                return True
            outline = outline[:-1].rstrip(_VOWELS)
        return outline in self._outlines


def _outlines(phones: str) -> list[str]:
    """The outlines of words, one a line: no two letters the same beside each other, no glide."""
    return _merged(without_glides(phones)).split("\n")


def _merged(phones: str) -> str:
    """With one letter for all vowels that may be heard as each other, and two at most between consonants."""
    plain = phones.encode("ascii", "replace").translate(_PLAIN, b"J")
    plain = _FROM_U_TO_U.sub(b"u", _FROM_A_TO_A.sub(b"a", plain))
    return _OPENING.sub(b"a", plain).decode("ascii")


class _Endings(NamedTuple):
    plain: tuple[str, ...]
    changing: tuple[str, ...]  # before which a consonant changes (Вользе, Вольга)


@functools.cache
def _endings(letters: str) -> _Endings:
    known = knowledge.case_endings("latin" if letters == "latin" else "cyrillic")
    return _Endings(tuple(known.endings), tuple(known.alternations))
