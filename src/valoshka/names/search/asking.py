"""What a question's word may be among an index's words: by the table of given names, by initial, or by sound."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from valoshka.names import knowledge
from valoshka.names.search.keys import FEW, skeleton_keys, sound_keys
from valoshka.names.sounding import skeleton
from valoshka.names.tokens import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from valoshka.names.search.columns import Columns, Keys
    from valoshka.names.tokens import Token

_GIVEN, _PATRONYMIC, _INITIAL = (KINDS.index(kind) for kind in ("given", "patronymic", "initial"))
_LEAST = 0.15  # share: a likeness that is worth following


@dataclass(frozen=True)
class Asked:
    """One word of a question: which words of the index it may be (`words`), and how far (`shares`, 0 to 1)."""

    token: Token
    words: NDArray[np.int64]
    shares: NDArray[np.float32]
    postings: int


class Asker:
    """Turns words of questions into words of one index."""

    def __init__(self, kept: Columns, keys: Keys) -> None:
        self._kept, self._keys = kept, keys
        kinds = kept.words.kinds
        self._has_groups = np.diff(kept.words.groups.start) > 0
        self._has_fathers = np.diff(kept.words.fathers.start) > 0
        self._short = (kinds == _INITIAL).nonzero()[0]
        self._shortened = ((kinds == _GIVEN) | (kinds == _PATRONYMIC)).nonzero()[0]
        self._opening = _openings(kept)

    def ask(self, token: Token) -> Asked:
        """The words of the index that `token` may be, with no more likeness granted than a comparison would."""
        shares = np.zeros(len(self._kept.words.folded), np.float32)
        if token.kind == "initial":
            self._of_initial(token, shares)
        else:
            self._by_sound(token, shares)
            self._by_table(token, shares)
        words = shares.nonzero()[0]
        return Asked(token, words, shares, int(self._keys.entries_of_word.counts(words).sum()))

    def _of_initial(self, token: Token, shares: NDArray[np.float32]) -> None:
        opening = _opening_of([token.folded]) if token.folded.isascii() else _opening_of(token.sounds)
        same = np.concatenate([self._short, self._shortened])
        same = same[np.isin(self._opening[same], list(opening))]
        shares[same] = knowledge.weighing().granted["initial"]

    def _by_table(self, token: Token, shares: NDArray[np.float32]) -> None:
        if not token.groups and not token.fathers:
            return
        if token.groups:
            mine = _of_numbers(self._keys.words_of_group, token.groups)
            shares[self._has_groups] = 0
        else:
            mine = _of_numbers(self._keys.words_of_father, token.fathers)
            shares[self._has_fathers & ~self._has_groups] = 0
        shares[mine] = 1
        opening = list(_opening_of(token.sounds))
        initials = self._short[np.isin(self._opening[self._short], opening)]
        shares[initials] = knowledge.weighing().granted["initial"]

    def _by_sound(self, token: Token, shares: NDArray[np.float32]) -> None:
        for sound in sorted(token.sounds):
            sounds = self._like(sound)
            if not len(sounds):
                continue
            near = self._nearness(sound, sounds)
            enough = near > _LEAST
            sounds, near = sounds[enough], near[enough]
            words = self._keys.words_of_sound.of_many(sounds)
            np.maximum.at(shares, words, np.repeat(near, self._keys.words_of_sound.counts(sounds)))

    def _like(self, sound: str) -> NDArray[np.int32]:
        """Sounds that share a key with this one."""
        bones = skeleton(sound)
        keys, _ = skeleton_keys([bones])
        skeletons = np.unique(_looked_up(keys, self._keys.skeleton_key, self._keys.key_skeleton))
        found = self._keys.sounds_of_skeleton.of_many(skeletons)
        if len(bones) <= FEW:
            keys, _ = sound_keys([sound])
            found = np.concatenate([found, _looked_up(keys, self._keys.sound_key, self._keys.key_sound)])
            found = np.unique(found)
        return found

    def _nearness(self, sound: str, sounds: NDArray[np.int32]) -> NDArray[np.float32]:
        """What `agreeing` would grant each of `sounds`, with every vowel's slip at half a consonant's."""
        places = sounds.tolist()
        others = [self._kept.sounds[place] for place in places]
        bones = [self._kept.skeletons[at] for at in self._kept.sound_skeleton[sounds].tolist()]
        slips = process.cdist([sound], others, scorer=OSA.distance, dtype=np.uint8)[0].astype(np.float32)
        slips += process.cdist([skeleton(sound)], bones, scorer=OSA.distance, dtype=np.uint8)[0]
        lengths = np.fromiter(map(len, others), np.float32, len(others))
        near = 1 - slips / 2 / np.maximum(lengths, len(sound))
        none = knowledge.weighing().slips_none
        return np.maximum(0, (near - none) / (1 - none)).astype(np.float32)


def _of_numbers(links: object, numbers: Iterable[int]) -> NDArray[np.int32]:
    from valoshka.names.search.linked import Links

    assert isinstance(links, Links)
    return np.concatenate([links.of_one(number) for number in sorted(numbers)])


def _looked_up(asked: NDArray[np.uint64], keys: NDArray[np.uint64], whose: NDArray[np.int32]) -> NDArray[np.int32]:
    first, last = np.searchsorted(keys, asked, "left"), np.searchsorted(keys, asked, "right")
    runs = [whose[here:there] for here, there in zip(first.tolist(), last.tolist(), strict=True) if there > here]
    return np.concatenate(runs) if runs else np.empty(0, np.int32)


def _openings(kept: Columns) -> NDArray[np.uint8]:
    """What each word opens with, as a code; vowels are one."""
    codes = np.zeros(len(kept.words.folded), np.uint8)
    first = np.array([_code(sound) for sound in kept.sounds], np.uint8)
    has = kept.words.sounds.counts(np.arange(len(codes))) > 0
    codes[has] = first[kept.words.sounds.to[kept.words.sounds.start[:-1][has]]]
    return codes


def _opening_of(sounds: Iterable[str]) -> set[int]:
    return {_code(sound) for sound in sounds}


def _code(sound: str) -> int:
    return ord("a") if sound[:1] in "aeiu" else ord(sound[0])
