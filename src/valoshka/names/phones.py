"""How a name sounds, coarsely: consonants by which it is found, and the vowels between them by which it is verified."""

from __future__ import annotations

import functools
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from valoshka.names import knowledge
from valoshka.names.folding import script

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

_APOSTROPHES = re.compile("['’‘ʻʼʹʺ`´′″\"]")
CONSONANTS = "bvgxdZzklmnprstTcSCf"
_CONSONANT = re.compile(f"([{CONSONANTS}])")
_DOUBLED = re.compile(r"(.)\1+")
_GLIDE = re.compile("(?<=[aeou])i|i(?=[aeou])")

# Which consonants one name can swap between two languages are one letter here: v and f, hard and soft t, g and kh ...
SKELETON = str.maketrans("fTZSCx", "vtzccg")
_MANY = 16  # words that are worth going over at once


@dataclass(frozen=True, slots=True)
class Sound:
    """One reading of a word: its consonants, the vowels before each of them, and the vowels that trail.

    >>> next(iter(sounds("сорокин")))
    Sound(consonants='srkn', gaps=('', 'o', 'o', 'i'), trail='')
    """

    consonants: str
    gaps: tuple[str, ...]
    trail: str

    @property
    def skeleton(self) -> str:
        """The key under which this sound is found: merged consonants, marked if the word opens with a vowel."""
        return self.consonants.translate(SKELETON)


@functools.lru_cache(maxsize=1 << 13)
def sounds(folded: str) -> frozenset[Sound]:
    """Every reading of one folded word; empty for a word of another script without letters that we can read.

    A word of a script that the room does not know stands for itself, so that it still compares.
    """
    word = _APOSTROPHES.sub("", folded)
    if script(word) == "other":
        return frozenset({Sound(word, ("",) * len(word), "")} if word else ())
    return frozenset(map(_sound, spoken(word)))


def sounds_each(words: Iterable[str]) -> dict[str, frozenset[Sound]]:
    """As `sounds` for many folded words at once, which need not be remembered: several times as quick.

    >>> sounds_each(["сорокин", "бонч"]) == {word: sounds(word) for word in ("сорокин", "бонч")}
    True
    """
    every = list(dict.fromkeys(words))
    if len(every) < _MANY:
        return {word: sounds(word) for word in every}
    found: dict[str, list[Sound]] = {word: [] for word in every}
    for letters in ("cyrillic", "latin"):
        these = [word for word in every if script(word) == letters]
        for which, phones in spoken_each(these, letters) if these else ():
            for at, line, rest in zip(
                which.tolist(), phones.split("\n"), without_glides(phones).split("\n"), strict=True
            ):
                found[these[at]].append(_of_phones(line[:2] if line[:1] == "J" else "", rest))
    return {word: frozenset(heard) if heard else sounds(word) for word, heard in found.items()}


@functools.lru_cache(maxsize=1 << 12)
def spoken(word: str) -> frozenset[str]:
    """The phones of a folded word, once for every reading of its script that differs.

    >>> spoken("сорокин")
    frozenset({'sorokin'})
    """
    word = _APOSTROPHES.sub("", word)
    letters = script(word)
    if letters == "other":
        return frozenset({word})
    every = knowledge.readings(letters)
    likely = [reading for reading in every if not reading.unlikely.search(word)] or every
    return frozenset(_spoken(word, reading) for reading in likely)


def spoken_each(words: Sequence[str], letters: str) -> Iterator[tuple[NDArray[np.intp], str]]:
    """As `spoken` for many folded words of one script (`cyrillic`, `latin`): by reading, which words, and their phones.

    The phones of a reading are one text, a word a line: going over it once is several times as quick as word by word.

    >>> [(which.tolist(), phones) for which, phones in spoken_each(["сорокин", "бонч"], "cyrillic")][0]
    ([0, 1], 'sorokin\\nbonc')
    """
    lines = _APOSTROPHES.sub("", "\n".join(words)).split("\n")
    whole = "\n".join(lines)
    every = knowledge.readings(letters)
    likely = np.stack([_without(reading.unlikely, whole, lines) for reading in every])
    likely[:, ~likely.any(axis=0)] = True
    for reading, among in zip(every, likely, strict=True):
        if not among.any():
            continue
        which = np.flatnonzero(among)
        part = whole if len(which) == len(lines) else "\n".join([lines[at] for at in which])
        yield which, _in_ascii(reading.graphemes.sub(reading.mark, part).translate(reading.table), reading)


def _without(pattern: re.Pattern[str], whole: str, lines: Sequence[str]) -> NDArray[np.bool_]:
    """In which lines of a text the pattern is not found."""
    found = [match.start() for match in pattern.finditer(whole)]
    ends = np.cumsum(np.fromiter(map(len, lines), np.intp, len(lines)) + 1)
    without = np.ones(len(lines), np.bool_)
    without[np.searchsorted(ends, found, side="right")] = False
    return without


def _in_ascii(run: str, reading: knowledge.Reading) -> str:
    if run.isascii():
        return run
    return run.translate({ord(letter): _letter(letter, reading) for letter in set(run) if not letter.isascii()})


def _spoken(word: str, reading: knowledge.Reading) -> str:
    # Phones wait as marks while the other letters are read: a phone may look like another letter.
    marked = reading.graphemes.sub(reading.mark, word) if reading.any.search(word) else word
    return _letters(marked, reading)


def _letters(run: str, reading: knowledge.Reading) -> str:
    return _in_ascii(run.translate(reading.table), reading)


@functools.lru_cache(maxsize=4096)
def _bare(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0]


def _letter(letter: str, reading: knowledge.Reading) -> str:
    bare = _bare(letter)
    for each in (letter, bare):
        if (phone := reading.table.get(ord(each))) is not None:
            return phone
    # A letter of another script that no look-alike explains: read as that script reads it.
    for other in knowledge.readings("latin" if script(bare) == "latin" else "cyrillic")[:1]:
        return other.table.get(ord(bare), "")
    return ""


def _sound(phones: str) -> Sound:
    return _of_phones(phones[:2] if phones[:1] == "J" else "", without_glides(phones))


def _of_phones(opening: str, rest: str) -> Sound:
    parts = _CONSONANT.split(rest)
    gaps = list(parts[0:-1:2])
    if opening and gaps:
        gaps[0] = "J" + gaps[0]
    return Sound("".join(parts[1::2]), tuple(gaps), parts[-1] if gaps or not opening else "J" + parts[-1])


def without_glides(phones: str) -> str:
    """Phones, of one word or of a word a line, without what spellings leave out: doubled letters and glides.

    >>> without_glides("Junnaia")
    'una'
    """
    return _DOUBLED.sub(r"\1", _GLIDE.sub("", _DOUBLED.sub(r"\1", phones.replace("J", ""))))
