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
_PRIME = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(29)


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
