"""Messages that say or show the same: equal texts, and pictures whose 256-bit hashes are near to one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from valoshka.own_yaml import own_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_BITS = 256


def groups(words: Mapping[str, str], hashes: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """For each id that has its like: all the ids of its group, itself too, sorted.

    `words` and `hashes` (64 hexadecimal digits) are by id; empty ones are like nothing.

    >>> groups({"a": "Thank you!", "b": "thank  you", "c": "Hold on"}, {})
    {'a': ('a', 'b'), 'b': ('a', 'b')}
    """
    leader: dict[str, str] = {}
    for one, other in (*_same_words(words), *_near(hashes)):
        first, second = sorted((_first(leader, one), _first(leader, other)))
        leader[second] = first
    found: dict[str, list[str]] = {}
    for each in sorted(leader.keys() | set(leader.values())):
        found.setdefault(_first(leader, each), []).append(each)
    return {each: tuple(group) for group in found.values() if len(group) > 1 for each in group}


def _same_words(words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    seen: dict[str, str] = {}
    for id_, text in words.items():
        letters = "".join(sign for sign in text.casefold() if sign.isalnum())
        if letters and seen.setdefault(letters, id_) != id_:
            yield seen[letters], id_


def _near(hashes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    sound = {id_: bytes.fromhex(each) for id_, each in hashes.items() if _is_hash(each)}
    ids = list(sound)
    rows = np.frombuffer(b"".join(sound.values()), dtype=np.uint64).reshape(len(ids), _BITS // 64)
    nearest = alike_bits()
    for number in range(1, len(ids)):
        apart = np.bitwise_count(rows[:number] ^ rows[number]).sum(axis=1)
        yield from _pairs(ids, number, np.flatnonzero(apart <= nearest).tolist())


def _pairs(ids: Sequence[str], number: int, others: Iterable[int]) -> Iterator[tuple[str, str]]:
    return ((ids[other], ids[number]) for other in others)


def alike_bits() -> int:
    """How many of 256 bits two pictures of one photograph may differ in."""
    bits: int = own_yaml("valoshka.desk.moderation", "limits.yml")["alike_bits"]
    return bits


def _is_hash(text: str) -> bool:
    try:
        return len(bytes.fromhex(text)) * 8 == _BITS
    except ValueError:
        return False


def _first(leader: Mapping[str, str], id_: str) -> str:
    while leader.get(id_, id_) != id_:
        id_ = leader[id_]
    return id_
