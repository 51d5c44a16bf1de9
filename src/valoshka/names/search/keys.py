"""The keys under which a sound is found although a letter or two slipped: its skeleton with letters left out.

Two skeletons with one slip between them (two, if they are long) share at least one such key; this is the idea of
W. Garbe's SymSpell (2012), on consonants instead of letters. Short skeletons prove too little, so that sounds with few
consonants are found by all their letters, with one left out.
"""

from __future__ import annotations

import functools
import itertools
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

FEW = 4  # consonants up to which the whole sound is a key too
LONGEST = 18  # letters; what a longer word has more does not count
_SKELETON_FROM = (4, 6)  # letters from which one, and two, may be left out
_SOUND_FROM = (3, LONGEST + 1)
_PLAIN_PRIME, _PLAIN_SHIFT, _ALL_BITS = 0x9E3779B97F4A7C15, 29, (1 << 64) - 1
_PRIME, _SHIFT = np.uint64(_PLAIN_PRIME), np.uint64(_PLAIN_SHIFT)


def skeleton_keys(skeletons: Sequence[str]) -> tuple[NDArray[np.uint64], NDArray[np.int32]]:
    """Keys of skeletons, one or two consonants left out of long ones; and whose each is (a place in `skeletons`).

    >>> keys, whose = skeleton_keys(["tgnvsk", "tgnvk", "b"])
    >>> bool(set(keys[whose == 0]) & set(keys[whose == 1])), int((whose == 2).sum())
    (True, 1)
    """
    return _keys(skeletons, 1, _SKELETON_FROM)


def sound_keys(sounds: Sequence[str]) -> tuple[NDArray[np.uint64], NDArray[np.int32]]:
    """Keys of whole sounds, with at most one letter left out; and whose each is."""
    return _keys(sounds, 2, _SOUND_FROM)


def keys_of_skeleton(skeleton: str) -> NDArray[np.uint64]:
    """The keys of one skeleton, as `skeleton_keys` has them, in any order: what a question asks for.

    >>> sorted(keys_of_skeleton("tgnvsk")) == sorted(skeleton_keys(["tgnvsk"])[0])
    True
    """
    return _keys_of_one(skeleton, 1, _SKELETON_FROM)


def keys_of_sound(sound: str) -> NDArray[np.uint64]:
    """The keys of one whole sound, as `sound_keys` has them."""
    return _keys_of_one(sound, 2, _SOUND_FROM)


def _keys_of_one(word: str, salt: int, left_out_from: tuple[int, int]) -> NDArray[np.uint64]:
    """For one word Python's own numbers are quicker than columns of length one."""
    codes = word[:LONGEST].encode("ascii", "replace")
    most = sum(len(codes) >= enough for enough in left_out_from) if codes else -1
    return np.array([key for out in range(most + 1) for key in _one_hashed(codes, salt, out)], np.uint64)


def _one_hashed(codes: bytes, salt: int, out: int) -> list[int]:
    """As `_hashed`, for every way of leaving `out` letters out: what ways have in common is mixed once."""
    ways: list[list[int]] = [[salt * 31 + len(codes) - out], *([] for _ in range(out))]
    for code in codes:
        going_on = [
            [(mixed := (way ^ code) * _PLAIN_PRIME & _ALL_BITS) ^ (mixed >> _PLAIN_SHIFT) for way in left_out]
            for left_out in ways
        ]
        ways = [going_on[0], *(here + fewer for here, fewer in zip(going_on[1:], ways, strict=False))]
    return ways[out]


@functools.cache
def _kept(length: int, left_out_from: tuple[int, int]) -> tuple[NDArray[np.intp], ...]:
    """Which letters stay (ways × letters), for every way of leaving none, one, two letters out of `length`."""
    most = sum(length >= enough for enough in left_out_from)
    return tuple(
        np.array(list(itertools.combinations(range(length), length - out)), np.intp) for out in range(most + 1)
    )


def _keys(
    words: Sequence[str], salt: int, left_out_from: tuple[int, int]
) -> tuple[NDArray[np.uint64], NDArray[np.int32]]:
    lengths = np.fromiter((min(len(word), LONGEST) for word in words), np.int64, len(words))
    keys, owners = [np.empty(0, np.uint64)], [np.empty(0, np.int32)]
    for length in np.unique(lengths[lengths > 0]).tolist():
        places = np.flatnonzero(lengths == length).astype(np.int32)
        raw = "".join(words[place][:length] for place in places.tolist()).encode("ascii", "replace")
        codes = np.frombuffer(raw, np.uint8).reshape(len(places), length).astype(np.uint64)
        for kept in _kept(length, left_out_from):
            keys.append(_hashed(codes, kept, salt).ravel())
            owners.append(np.repeat(places, len(kept)))
    return np.concatenate(keys), np.concatenate(owners)


def _hashed(codes: NDArray[np.uint64], kept: NDArray[np.intp], salt: int) -> NDArray[np.uint64]:
    """Hashes of words (rows of `codes`) in every way of keeping letters: words × ways."""
    ways, letters = kept.shape
    mixed = np.full((len(codes), ways), salt * 31 + letters, np.uint64)
    for place in range(letters):
        mixed ^= codes[:, kept[:, place]]
        mixed *= _PRIME
        mixed ^= mixed >> _SHIFT
    return mixed
