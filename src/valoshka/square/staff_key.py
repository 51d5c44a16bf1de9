"""The staff's key pair: the secret half stays with the staff, the public half is all that the collector has.

One Ed25519 pair: it signs the staff's requests, and its Curve25519 form opens what was sealed on arrival.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from nacl.signing import SigningKey, VerifyKey

from valoshka.errors import Refused

if TYPE_CHECKING:
    from pathlib import Path

    from nacl.public import PrivateKey, PublicKey

PUBLIC_MARK = "valoshka-staff-public"
SECRET_MARK = "valoshka-staff-secret"  # noqa: S105 - the word before a secret, not one
_BYTES = 32


@dataclass(frozen=True)
class StaffPublicKey:
    """The half that may stand on a server: it checks signatures and seals."""

    verifying: VerifyKey

    @property
    def sealing(self) -> PublicKey:
        """The same key, for sealing."""
        return self.verifying.to_curve25519_public_key()

    def line(self) -> str:
        """What stands in `staff-key.pub`."""
        return f"{PUBLIC_MARK} {bytes(self.verifying).hex()}\n"


@dataclass(frozen=True)
class StaffSecretKey:
    """The half that signs and opens; never on the collector.

    >>> key = StaffSecretKey.fresh()
    >>> key.public().line().split()[0]
    'valoshka-staff-public'
    """

    signing: SigningKey = field(repr=False)

    @classmethod
    def fresh(cls) -> StaffSecretKey:
        """A new random pair."""
        return cls(SigningKey.generate())

    @property
    def opening(self) -> PrivateKey:
        """The same key, for opening what was sealed."""
        return self.signing.to_curve25519_private_key()

    def public(self) -> StaffPublicKey:
        """The half for `staff-key.pub`."""
        return StaffPublicKey(self.signing.verify_key)

    def write(self, path: Path) -> None:
        """Write the secret half to a new file that only its owner can read (mode 600).

        Raises `Refused` if something is there already, or it cannot be written.
        """
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError as error:
            raise Refused(f"{path.name} is there already. Keep it, or move it away first.") from error
        except OSError as error:
            raise Refused(f"{path.name} cannot be written there ({error.strerror}). Choose another place.") from error
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(f"{SECRET_MARK} {bytes(self.signing).hex()}\n")
            file.flush()
            os.fsync(file.fileno())


def read_public_key(path: Path) -> StaffPublicKey:
    """The public half in the file `path`. Raises `Refused`: missing, or something else."""
    return StaffPublicKey(VerifyKey(_key_in(path, PUBLIC_MARK)))


def read_secret_key(path: Path) -> StaffSecretKey:
    """The secret half in the file `path`. Raises `Refused`: missing, or something else."""
    return StaffSecretKey(SigningKey(_key_in(path, SECRET_MARK)))


def _key_in(path: Path, mark: str) -> bytes:
    try:
        words = path.read_bytes()[:1024].decode("ascii").split()
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(f"There is no key in {path.name}. `valoshka action new` makes a pair; copy it here.") from error
    try:
        key = bytes.fromhex(words[1]) if words[:1] == [mark] and len(words) == 2 else b""
    except ValueError:
        key = b""
    if len(key) != _BYTES:
        raise Refused(f"{path.name} does not hold one line “{mark} …” with 64 hexadecimal digits. Copy the file again.")
    return key
