"""What an index holds, as plain columns: entries, their words, how the words sound, and the keys that lead to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from valoshka.names.search.keys import FEW, skeleton_keys, sound_keys
from valoshka.names.search.linked import Links
from valoshka.names.search.table import Table
from valoshka.names.sounding import skeleton
from valoshka.names.tokens import KINDS, Token

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from valoshka.names.search.strings import Strings


@dataclass(frozen=True)
class Words:
    """Distinct folded words of all entries: `kinds` are places in KINDS, the links lead to sounds and given names."""

    folded: Strings
    kinds: NDArray[np.uint8]
    certain: NDArray[np.bool_]
    sounds: Links
    groups: Links
    cases: Links
    fathers: Links

    def token(self, word: int, sounds: Sequence[str]) -> Token:
        """A word as comparisons want it; `sounds` are all sounds of the index."""
        return Token(
            self.folded[word],
            KINDS[self.kinds[word]],
            self.groups.set_of(word),
            self.cases.set_of(word),
            self.fathers.set_of(word),
            frozenset([sounds[at] for at in self.sounds.set_of(word)]),
            bool(self.certain[word]),
        )


@dataclass(frozen=True)
class Columns:
    """One entry is one listed name. Numbers of entries, words, sounds and skeletons are places in these columns."""

    ids: Strings
    texts: Strings
    several: NDArray[np.bool_]  # whether an entry may hold several names (“born”, brackets, a slash)
    entry_words: NDArray[np.int32]  # entries × most words of an entry; len(words.folded) where there is none
    words: Words
    sounds: list[str]
    sound_skeleton: NDArray[np.int32]
    skeletons: list[str]


@dataclass(frozen=True)
class Keys:
    """What leads from a question to entries; worked out from columns."""

    entries_of_word: Links
    words_of_sound: Links
    sounds_of_skeleton: Links
    words_of_group: Links
    words_of_case: Links
    words_of_father: Links
    by_skeleton: Table
    by_sound: Table


def keys_of(kept: Columns) -> Keys:
    """The keys of columns: every link turned round, and the skeletons with letters left out, in order."""
    words = len(kept.words.folded)
    consonants = np.fromiter(map(len, kept.skeletons), np.int32, len(kept.skeletons))
    short = np.flatnonzero(consonants[kept.sound_skeleton] <= FEW).astype(np.int32)
    keys, whose = sound_keys([kept.sounds[at] for at in short.tolist()])
    places = np.arange(len(kept.sounds), dtype=np.int32)
    return Keys(
        entries_of_word=_entries_of_word(kept.entry_words, words),
        words_of_sound=kept.words.sounds.turned(len(kept.sounds)),
        sounds_of_skeleton=Links.of(kept.sound_skeleton, places, len(kept.skeletons)),
        words_of_group=kept.words.groups.turned(),
        words_of_case=kept.words.cases.turned(),
        words_of_father=kept.words.fathers.turned(),
        by_skeleton=Table.of(*skeleton_keys(kept.skeletons)),
        by_sound=Table.of(keys, short[whose]),
    )


def skeletons_of(sounds: Sequence[str]) -> tuple[list[str], NDArray[np.int32]]:
    """The distinct skeletons of `sounds`, and the place of each sound's skeleton among them."""
    places: dict[str, int] = {}
    numbers = (places.setdefault(skeleton(sound), len(places)) for sound in sounds)
    of_sound = np.fromiter(numbers, np.int32, len(sounds))
    return list(places), of_sound


def _entries_of_word(entry_words: NDArray[np.int32], words: int) -> Links:
    entries = np.repeat(np.arange(len(entry_words), dtype=np.int32), entry_words.shape[1])
    flat = entry_words.ravel()
    there = flat < words
    return Links.of(flat[there], entries[there], words)
