"""Key slots: the ways in which a store's data key is wrapped. Any one opens it; none holds it in the clear."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyrage
from nacl import bindings
from nacl.exceptions import CryptoError

from valoshka.casebook.vault.passphrase import KEY_BYTES, SALT_BYTES, KdfCost
from valoshka.errors import Refused

if TYPE_CHECKING:
    from valoshka.casebook.vault.passphrase import Passphrase

NONCE_BYTES = bindings.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
SEALED_BYTES = KEY_BYTES + bindings.crypto_aead_xchacha20poly1305_ietf_ABYTES


class WrongPassphrase(Refused):
    """The passphrase does not open this slot."""


@dataclass(frozen=True)
class PassphraseSlot:
    """A data key under Argon2id and XChaCha20-Poly1305. Cost, salt and place are bound in as associated data."""

    cost: KdfCost
    salt: bytes
    nonce: bytes
    sealed: bytes

    @classmethod
    def wrap(cls, key: bytes, passphrase: Passphrase, place: str, cost: KdfCost, salt: bytes) -> PassphraseSlot:
        """Wrap `key`; `place` ("<casebook id>/<store>") keeps a slot from being moved to another store."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        bound = _bound(place, cost, salt)
        wrapping = passphrase.key(salt, cost)
        sealed = bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(key, bound, nonce, wrapping)
        return cls(cost, salt, nonce, sealed)

    def unwrap(self, passphrase: Passphrase, place: str) -> bytes:
        """The data key; `WrongPassphrase` if it does not open, or if the slot was changed since."""
        bound = _bound(place, self.cost, self.salt)
        wrapping = passphrase.key(self.salt, self.cost)
        try:
            return bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(self.sealed, bound, self.nonce, wrapping)
        except CryptoError as error:
            raise WrongPassphrase(
                "The passphrase does not open this casebook. Check the keyboard layout and Caps Lock, then try again. "
                "If it is right, keys.json was changed: bring back a backup with `valoshka restore`."
            ) from error


def fresh_salt() -> bytes:
    """16 random bytes. Slots made together share one, so that opening both stores derives once."""
    return secrets.token_bytes(SALT_BYTES)


def _bound(place: str, cost: KdfCost, salt: bytes) -> bytes:
    return f"valoshka slot 1 {place} argon2id {cost.memory_kib} {cost.passes} {cost.lanes} {salt.hex()}".encode()


@dataclass(frozen=True)
class RecoverySlot:
    """A data key sealed to an age recipient, for the day when the passphrase is forgotten."""

    recipient: str
    sealed: bytes

    @classmethod
    def wrap(cls, key: bytes, recipient: str, place: str) -> RecoverySlot:
        """Seal `key` to `recipient` ("age1..."); `Refused` if that is no age recipient."""
        try:
            public = pyrage.x25519.Recipient.from_str(recipient)
        except pyrage.RecipientError as error:
            raise Refused(
                "The recovery recipient is not an age recipient. It starts with age1 and is printed by age-keygen; "
                "copy the whole line."
            ) from error
        return cls(recipient, pyrage.encrypt(place.encode() + b"\n" + key, [public]))

    def unwrap(self, identity: pyrage.x25519.Identity, place: str) -> bytes:
        """The data key; `Refused` if `identity` is another one or the slot belongs elsewhere."""
        try:
            opened: bytes = pyrage.decrypt(self.sealed, [identity])
        except pyrage.DecryptError as error:
            raise Refused(
                f"This age identity does not open the recovery slot, which was made for {self.recipient}. "
                "Give the identity file that belongs to it."
            ) from error
        where, key = opened[: -KEY_BYTES - 1], opened[-KEY_BYTES:]
        if where != place.encode():
            raise Refused("The recovery slot belongs to another casebook. Restore keys.json from a backup.")
        return key


Slot = PassphraseSlot | RecoverySlot
