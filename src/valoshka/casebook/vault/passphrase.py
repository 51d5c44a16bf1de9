"""A passphrase, what it must be, and the key that Argon2id derives from it."""

from __future__ import annotations

import secrets
import unicodedata
from dataclasses import dataclass

from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw

from valoshka.errors import Refused

SHORTEST = 12  # code points
FEWEST_DIFFERENT = 5  # so that twelve times the same key is refused
KEY_BYTES = 32
SALT_BYTES = 16


@dataclass(frozen=True)
class KdfCost:
    """What one guess costs: Argon2id's memory in KiB, passes over it, and lanes.

    >>> KdfCost(memory_kib=1024).check()
    Traceback (most recent call last):
    valoshka.errors.Refused: A key slot asks for Argon2id with 1024 KiB, 3 passes, 4 lanes, ...
    """

    memory_kib: int = 256 * 1024
    passes: int = 3
    lanes: int = 4

    def check(self) -> None:
        """Refuse a cost below the floor, which would help a guesser, or above the ceiling, which would hang us.

        The floor is the second recommendation of RFC 9106, section 4. Checked when reading too: whoever tampers with
        `keys.json` cannot weaken the next slot.
        """
        enough = self.memory_kib >= FLOOR.memory_kib and self.passes >= FLOOR.passes and self.lanes >= 1
        bearable = self.memory_kib <= CEILING.memory_kib and self.passes <= CEILING.passes
        if not (enough and bearable and self.lanes <= CEILING.lanes):
            raise Refused(
                f"A key slot asks for Argon2id with {self.memory_kib} KiB, {self.passes} passes, {self.lanes} lanes, "
                "outside what is safe. If keys.json was not changed by you, restore it from a backup."
            )


FLOOR = KdfCost(memory_kib=64 * 1024, passes=3, lanes=4)
CEILING = KdfCost(memory_kib=2 * 1024 * 1024, passes=20, lanes=16)
DEFAULT_COST = KdfCost()


class Passphrase:
    """A passphrase in memory. Its `repr` says nothing; each (salt, cost) is derived once.

    Text is folded to NFC first, so that й typed on two systems is the same passphrase.
    """

    def __init__(self, text: str) -> None:
        self._text = unicodedata.normalize("NFC", text)
        self._derived: dict[tuple[bytes, KdfCost], bytes] = {}

    def key(self, salt: bytes, cost: KdfCost) -> bytes:
        """The 32-byte wrapping key; `Refused` if the machine has too little memory for the cost."""
        cost.check()
        if (salt, cost) not in self._derived:
            self._derived[salt, cost] = self._derive(salt, cost)
        return self._derived[salt, cost]

    def _derive(self, salt: bytes, cost: KdfCost) -> bytes:
        secret = self._text.encode("utf-8", "surrogatepass")
        try:
            return hash_secret_raw(secret, salt, cost.passes, cost.memory_kib, cost.lanes, KEY_BYTES, Type.ID)
        except (HashingError, MemoryError) as error:
            raise Refused(
                f"Opening needs {cost.memory_kib // 1024} MiB of free memory, which this machine did not give. "
                "Close other programs and try again."
            ) from error

    def check_strength(self) -> None:
        """Refuse an empty, short or monotonous passphrase, with the reason.

        >>> Passphrase("кветка").check_strength()
        Traceback (most recent call last):
        valoshka.errors.Refused: The passphrase has 6 characters; a thief's computer would find it. ...
        """
        advice = "four or five words that nobody would put together are easy to remember."
        if not self._text.strip():
            raise Refused(f"The passphrase is empty. Take at least {SHORTEST} characters: {advice}")
        if len(self._text) < SHORTEST:
            raise Refused(
                f"The passphrase has {len(self._text)} characters; a thief's computer would find it. "
                f"Take at least {SHORTEST}: {advice}"
            )
        if len(set(self._text)) < FEWEST_DIFFERENT:
            raise Refused(
                f"The passphrase repeats fewer than {FEWEST_DIFFERENT} different characters; a thief's computer would "
                f"find it. Take another: {advice}"
            )


def suggest_passphrase() -> str:
    """A random passphrase of 100 bits, in groups that can be read out and typed: no l, o, 0 or 1.

    >>> len(suggest_passphrase())
    24
    """
    letters = "abcdefghijkmnpqrstuvwxyz23456789"
    return "-".join("".join(secrets.choice(letters) for _ in range(4)) for _ in range(5))
