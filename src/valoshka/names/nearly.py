"""Surnames with one slip of the pen: a letter too many, too few, another, or two in the wrong order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from rapidfuzz.distance import OSA

from valoshka.names.agreement import stems
from valoshka.names.phones import sounds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from valoshka.names.phones import Sound

T = TypeVar("T")
LONG_ENOUGH = 7  # letters: shorter surnames lie too close together
_VOWELS = str.maketrans("aeio", "aaaa")  # which of them an unstressed vowel is heard as differs by language


class Nearly(Generic[T]):
    """Things under long folded words, found by words with one slip. Nothing is worked out before the first question.

    >>> Nearly([("астапчук", "p")]).like("астачпуком"), Nearly([("астапчук", "p")]).like("кавальчук")
    (('p',), ())
    """

    def __init__(self, kept: Iterable[tuple[str, T]], shortest: int = LONG_ENOUGH) -> None:
        """Keeps things under words of at least `shortest` letters."""
        self._shortest = shortest
        self._kept = [(word, thing) for word, thing in kept if len(word) >= shortest]
        self._under: dict[str, list[tuple[str, T]]] | None = None
        self._found: dict[str, tuple[T, ...]] = {}
        self._roughly: dict[str, tuple[T, ...]] = {}

    def like(self, folded: str) -> tuple[T, ...]:
        """What is kept under a word that `folded` may be, in some case, with at most one slip."""
        if len(folded) < self._shortest - 1 or not self._kept:
            return ()
        if folded not in self._found:
            self._found[folded] = tuple(dict.fromkeys(self._look_up(folded, 1)))
        return self._found[folded]

    def roughly(self, folded: str) -> tuple[T, ...]:
        """What may be `folded` with one slip of the pen: one letter can change two sounds (Плаьунова, Платунова)."""
        if len(folded) < self._shortest - 1 or not self._kept:
            return ()
        if folded not in self._roughly:
            self._roughly[folded] = tuple(dict.fromkeys(self._look_up(folded, 2)))
        return self._roughly[folded]

    def _look_up(self, folded: str, most: int) -> Iterator[T]:
        under = self._halves()
        for spoken in {_spoken(sound) for stem, _ in stems(folded) for sound in sounds(stem)}:
            # A slip changes the length by one sound, or two, and with it what is half of the word.
            lengths = range(len(spoken) - most, len(spoken) + most + 1)
            for half in {half for length in lengths for half in _halves(spoken, length)}:
                for known, thing in under.get(half, ()):
                    if OSA.distance(spoken, known, score_cutoff=most) <= most:
                        yield thing

    def _halves(self) -> dict[str, list[tuple[str, T]]]:
        if self._under is None:
            self._under = {}
            for word, thing in self._kept:
                for spoken in {_spoken(sound) for sound in sounds(word)}:
                    kept = (spoken, thing)
                    for half in _halves(spoken, len(spoken)):
                        self._under.setdefault(half, []).append(kept)
        return self._under


def _spoken(sound: Sound) -> str:
    """A sound on one line, with its trailing vowels left out, as case endings change them."""
    gaps = (gap.replace("J", "")[:1].translate(_VOWELS) for gap in sound.gaps)
    return "".join(gap + consonant for gap, consonant in zip(gaps, sound.skeleton, strict=True))


def _halves(spoken: str, length: int) -> tuple[str, str]:
    """The opening and the end of a word of `length` letters, of which one slip leaves one as it is."""
    half = max(1, (length - 1) // 2)
    return spoken[:half] + "-", "-" + spoken[-half:]


def one_slip(one: str, other: str) -> bool:
    """Whether the two are the same but for one letter more, less or changed, or two neighbours swapped.

    >>> one_slip("astapcuk", "astacpuk"), one_slip("astapcuk", "stapcu")
    (True, False)
    """
    return OSA.distance(one, other, score_cutoff=1) <= 1
