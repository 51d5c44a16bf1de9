"""What a question's word may be among an index's words: by the table of given names, by initial, or by sound."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from valoshka.names import knowledge
from valoshka.names.given import given_names, initials_of
from valoshka.names.search.keys import FEW, keys_of_skeleton, keys_of_sound
from valoshka.names.search.linked import distinct
from valoshka.names.sounding import skeleton
from valoshka.names.tokens import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from valoshka.names.search.columns import Columns, Keys
    from valoshka.names.tokens import Token

_GIVEN, _PATRONYMIC, _INITIAL = (KINDS.index(kind) for kind in ("given", "patronymic", "initial"))
_SLIPS = 2  # consonants that may differ
_CASE = 0.95  # share: what a given name is worth that may be a case of another
_SURE = 0.8  # share
_REMEMBERED = 2048  # words of questions
_LEAST = 0.2  # share: a likeness that is worth following


@dataclass(frozen=True)
class Asked:
    """One word of a question: which words of the index it may be, each once, and how far (`shares`, 0 to 1).

    `postings` counts the entries that each leads to; `sure_postings` those of words that are surely like it.
    """

    token: Token
    words: NDArray[np.int32]
    shares: NDArray[np.float32]
    postings: NDArray[np.int32]
    sure_postings: int


class Asker:
    """Turns words of questions into words of one index."""

    def __init__(self, kept: Columns, keys: Keys) -> None:
        self._kept, self._keys = kept, keys
        # Of this index alone: what is taken out of an index must not live on in a cache.
        self._remembered: dict[Token, Asked] = {}
        kinds = kept.words.kinds
        self._has_groups = np.diff(kept.words.groups.start) > 0
        self._has_fathers = np.diff(kept.words.fathers.start) > 0
        self._sounds = np.array(kept.sounds, object)
        self._lengths = np.fromiter(map(len, kept.sounds), np.float32, len(kept.sounds))
        self._skeletons = np.array(kept.skeletons, object)
        opening = _openings(kept)
        initials = np.flatnonzero(kinds == _INITIAL).astype(np.int32)
        shortened = np.flatnonzero((kinds == _GIVEN) | (kinds == _PATRONYMIC)).astype(np.int32)
        self._initials = {code: initials[opening[initials] == code] for code in np.unique(opening[initials]).tolist()}
        self._shortened = {
            code: shortened[opening[shortened] == code] for code in np.unique(opening[shortened]).tolist()
        }

    def forget(self) -> None:
        """Remember no word that was asked for."""
        self._remembered.clear()

    def ask(self, token: Token) -> Asked:
        """The words of the index that `token` may be, with about the likeness that a comparison would grant."""
        if (known := self._remembered.get(token)) is None:
            if len(self._remembered) >= _REMEMBERED:
                self._remembered.clear()
            known = self._remembered[token] = self._ask(token)
        return known

    def _ask(self, token: Token) -> Asked:
        runs = [self._of_initial(token)] if token.kind == "initial" else [self._by_sound(token), *self._by_table(token)]
        words, shares = _most_of_each(
            np.concatenate([found for found, _ in runs]), np.concatenate([granted for _, granted in runs])
        )
        postings = self._keys.entries_of_word.counts(words)
        return Asked(token, words, shares, postings, int(postings[shares >= _SURE].sum()))

    def _of_initial(self, token: Token) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
        granted = knowledge.weighing().granted
        codes = _opening_of(token.sounds)
        same = _joined(self._initials.get(code) for code in codes)
        whole = _joined(self._shortened.get(code) for code in codes)
        whole = whole[(self._kept.words.kinds[whole] == _PATRONYMIC) == token.second]
        words = self._abbreviated(token.folded, token.second)
        whole = np.concatenate([whole[~self._certain_part(whole)], words])
        share = granted["patronymic_initial" if token.second else "initial"]
        shares = np.concatenate([np.ones(len(same)), np.full(len(whole), share)]).astype(np.float32)
        return np.concatenate([same, whole]), shares

    def _abbreviated(self, letter: str, second: bool) -> NDArray[np.int32]:
        """Words of the tables that a letter may stand for: given names, or patronymics if it is the second."""
        links = self._keys.words_of_father if second else self._keys.words_of_group
        return _joined(links.of_one(number) for number in abbreviated_by(letter))

    def _certain_part(self, words: NDArray[np.int32]) -> NDArray[np.bool_]:
        return self._has_groups[words] | self._has_fathers[words]

    def _by_table(self, token: Token) -> Iterator[tuple[NDArray[np.int32], NDArray[np.float32]]]:
        """Words that the tables know for the same name; a listed word may stand in some case, and so may this one."""
        keys = self._keys
        for links, numbers, share in (
            (keys.words_of_group, token.groups, 1.0),
            (keys.words_of_father, token.fathers, 1.0),
            (keys.words_of_group, token.cases, _CASE),
            (keys.words_of_case, token.groups, _CASE),
        ):
            words = _joined(links.of_one(number) for number in numbers)
            yield words, np.full(len(words), share, np.float32)
        if token.groups or token.fathers:
            initials = _joined(self._initials.get(code) for code in _opening_of(token.sounds))
            yield initials, np.full(len(initials), knowledge.weighing().granted["initial"], np.float32)

    def _by_sound(self, token: Token) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
        runs, granted = [np.empty(0, np.int32)], [np.empty(0, np.float32)]
        for sound in sorted(token.sounds):
            words, near = self._keys.words_of_sound.of_many_with(*self._like(sound))
            runs.append(words)
            granted.append(near)
        words, shares = np.concatenate(runs), np.concatenate(granted)
        # What the table knows as another given name is another name, however like it sounds.
        known = self._has_fathers if token.kind == "patronymic" and token.fathers else self._kept.words.certain
        other = known[words] if token.certain or token.fathers else np.zeros(len(words), bool)
        if token.fathers and not token.groups:
            other = self._has_fathers[words] & ~self._has_groups[words]
        return words[~other], shares[~other]

    def _like(self, sound: str) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
        """Sounds like this one, and what `agreeing` would grant them, with every vowel's slip at half a consonant's."""
        skeletons, slips = self._like_skeletons(sound)
        sounds, slipped = self._keys.sounds_of_skeleton.of_many_with(skeletons, slips)
        slipped = slipped + _distances(sound, self._sounds[sounds])
        near = 1 - slipped / 2 / np.maximum(self._lengths[sounds], len(sound))
        none = knowledge.weighing().slips_none
        shares = ((near - none) / (1 - none)).astype(np.float32)
        enough = shares > _LEAST
        return sounds[enough], shares[enough]

    def _like_skeletons(self, sound: str) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
        bones = skeleton(sound)
        by_skeleton, by_sound = _asked_keys(bones), _asked_sound_keys(sound)
        found = self._keys.by_skeleton.whose(by_skeleton)
        if len(bones) <= FEW:
            sounds = self._keys.by_sound.whose(by_sound)
            found = np.concatenate([found, self._kept.sound_skeleton[sounds]])
        skeletons = distinct(found)
        slips = _distances(bones, self._skeletons[skeletons], _SLIPS)
        near = slips <= _SLIPS
        return skeletons[near], slips[near]


def _most_of_each(
    words: NDArray[np.int32], shares: NDArray[np.float32]
) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
    """Each word once, in order, with the most that it is granted.

    >>> words, shares = _most_of_each(np.array([7, 3, 7], np.int32), np.array([0.5, 1, 0.75], np.float32))
    >>> words.tolist(), shares.tolist()
    ([3, 7], [1.0, 0.75])
    """
    # One number of both, as the bits of shares are in the order of shares: sorted at once, the most comes last.
    both = np.sort(words.astype(np.int64) << 32 | shares.view(np.int32))
    last = np.ones(len(both), bool)
    words = (both >> 32).astype(np.int32)
    np.not_equal(words[1:], words[:-1], out=last[:-1])
    return words[last], both[last].astype(np.int32).view(np.float32)


def _distances(one: str, others: NDArray[np.object_], most: int | None = None) -> NDArray[np.float32]:
    """Letters that slipped between `one` and each of `others`, not counted past `most`; two that swapped are one."""
    slips: NDArray[np.uint8] = process.cdist(
        [one], others.tolist(), scorer=OSA.distance, score_cutoff=most, dtype=np.uint8
    )[0]
    return slips.astype(np.float32)


@functools.cache
def abbreviated_by(letter: str) -> tuple[int, ...]:
    """The numbers of given names that a folded initial may stand for."""
    return tuple(name.number for name in given_names() if letter in initials_of([name.number]))


@functools.lru_cache(maxsize=1 << 14)
def _asked_keys(bones: str) -> NDArray[np.uint64]:
    return keys_of_skeleton(bones)


@functools.lru_cache(maxsize=1 << 14)
def _asked_sound_keys(sound: str) -> NDArray[np.uint64]:
    return keys_of_sound(sound)


def _joined(runs: Iterable[NDArray[np.int32] | None]) -> NDArray[np.int32]:
    there = [run for run in runs if run is not None]
    return np.concatenate(there) if there else np.empty(0, np.int32)


def _openings(kept: Columns) -> NDArray[np.uint8]:
    """What each word opens with, as a code; vowels are one. A word of several sounds opens with the first."""
    codes = np.zeros(len(kept.words.folded), np.uint8)
    letters = "".join([sound[:1] or "a" for sound in kept.sounds]).encode("utf-32-le", "surrogatepass")
    first = np.minimum(np.frombuffer(letters, np.uint32), 255).astype(np.uint8)
    first[np.isin(first, np.frombuffer(b"aeiu", np.uint8))] = ord("a")
    has = np.diff(kept.words.sounds.start) > 0
    codes[has] = first[kept.words.sounds.to[kept.words.sounds.start[:-1][has]]]
    return codes


def _opening_of(sounds: Iterable[str]) -> set[int]:
    return {_code(sound) for sound in sounds}


def _code(sound: str) -> int:
    return ord("a") if sound[:1] in "aeiu" else min(ord(sound[0]), 255)
