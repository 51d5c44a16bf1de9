"""Seeds that say nothing: what a flower is published under without anybody having read it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

# A seed is public as it stands. Without digits it holds no telephone number, without vowels no nickname and hardly a
# word; with one length for all, nothing is said by a short one or hidden in a long one. No l and no y: the one is read
# as a 1, the other as a vowel.
SEED_LETTERS = "bcdfghjkmnpqrstvwxz"
SEED_LENGTH = 12
_SAYS_NOTHING = re.compile(rf"[{SEED_LETTERS}]{{{SEED_LENGTH}}}(\.p[0-9])?(\.s[0-9])?(\.b[0-9])?")


def fresh_seed(rng: Random) -> str:
    """Twelve consonants by chance, 51 bits of it, without an ending; `freshSeed` of `fresh-seed.mjs` is its twin.

    >>> import random
    >>> says_nothing(fresh_seed(random.SystemRandom()))
    True
    """
    return "".join(rng.choices(SEED_LETTERS, k=SEED_LENGTH))


def says_nothing(seed: str) -> bool:
    """Whether a seed may be published unread: twelve consonants, then at most an ending `.pN.sN.bN`.

    >>> [says_nothing(seed) for seed in ("bdkmzprtvwxq.p1.b2", "minsk", "375291234567")]
    [True, False, False]
    """
    return _SAYS_NOTHING.fullmatch(seed) is not None
