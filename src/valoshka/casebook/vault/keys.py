"""Making, opening and changing a casebook's data keys."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

import pyrage

from valoshka.casebook.vault.atomically import flush, private_file
from valoshka.casebook.vault.folder import refuse_inside_a_casebook
from valoshka.casebook.vault.passphrase import DEFAULT_COST, KEY_BYTES, KdfCost, Passphrase
from valoshka.casebook.vault.slots import PassphraseSlot, RecoverySlot, Slot, WrongPassphrase, fresh_salt
from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from valoshka.casebook.vault.keyfile import KeyFile

AGE_SECRET = "AGE-SECRET-KEY-"  # noqa: S105 - how age's identity lines begin


def fresh_key() -> bytes:
    """32 random bytes."""
    return secrets.token_bytes(KEY_BYTES)


def wrapped(
    key: bytes, place: str, passphrase: Passphrase, salt: bytes, cost: KdfCost, recovery: str | None
) -> tuple[Slot, ...]:
    """The slots of one store: the passphrase's, then the recovery recipient's if there is one."""
    slot = PassphraseSlot.wrap(key, passphrase, place, cost, salt)
    return (slot, RecoverySlot.wrap(key, recovery, place)) if recovery else (slot,)


def unwrapped(slots: tuple[Slot, ...], place: str, passphrase: Passphrase) -> bytes:
    """A store's data key by its passphrase; `WrongPassphrase` if none of its slots opens."""
    refusal = WrongPassphrase(
        "keys.json has no passphrase slot. Use `valoshka passwd --recover` with your age identity."
    )
    for slot in slots:
        if isinstance(slot, PassphraseSlot):
            try:
                return slot.unwrap(passphrase, place)
            except WrongPassphrase as error:
                refusal = error
    raise refusal


def recovered(slots: tuple[Slot, ...], place: str, identity: pyrage.x25519.Identity) -> bytes:
    """A store's data key by an age identity; `Refused` if it has no recovery slot, or another's."""
    for slot in slots:
        if isinstance(slot, RecoverySlot):
            return slot.unwrap(identity, place)
    raise Refused(
        "This casebook was made without a recovery recipient, so only its passphrase opens it. "
        "For the next one: `valoshka new --recovery age1...`."
    )


def rewrapped(
    keys: KeyFile, opened: Mapping[str, bytes], passphrase: Passphrase, cost: KdfCost = DEFAULT_COST
) -> KeyFile:
    """`keys` with the stores in `opened` under a new passphrase; recovery slots stay as they are.

    Nothing is ever sealed to a recipient that is read from the file, so whoever writes one into it gains nothing.
    """
    salt = fresh_salt()
    for store, key in opened.items():
        kept = tuple(slot for slot in keys.slots[store] if isinstance(slot, RecoverySlot))
        fresh = PassphraseSlot.wrap(key, passphrase, keys.place(store), cost, salt)
        keys = keys.with_slots(store, (fresh, *kept))
    return keys


def read_identity(file: Path) -> pyrage.x25519.Identity:
    """The age identity in a file as `age-keygen` writes it; `Refused` if there is none."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(f"{file} could not be read as text. Give the identity file that age-keygen wrote.") from error
    for line in lines:
        if line.strip().upper().startswith(AGE_SECRET):
            try:
                return pyrage.x25519.Identity.from_str(line.strip())
            except pyrage.IdentityError as error:
                raise Refused(f"The age identity in {file} is damaged. Copy the file again.") from error
    raise Refused(
        f"{file} holds no age identity: no line begins with {AGE_SECRET}. If it is protected by a passphrase, open it "
        "with age first."
    )


def has_own_passphrase(keys: KeyFile) -> bool:
    """Whether the attached identities were given a passphrase of their own: stores that share one share its salt."""
    salts = {
        store: [slot.salt for slot in slots if isinstance(slot, PassphraseSlot)] for store, slots in keys.slots.items()
    }
    return "identities" in salts and salts["identities"] != salts["casebook"]


def open_keys(path: Path, keys: KeyFile, passphrase: Passphrase, own: Passphrase | None) -> dict[str, bytes]:
    """The data key of each store that opens; `WrongPassphrase`, naming the casebook, if one should and does not."""
    try:
        opened = {"casebook": unwrapped(keys.slots["casebook"], keys.place("casebook"), passphrase)}
    except WrongPassphrase as error:
        raise WrongPassphrase(f"{path}: {error}") from error
    if "identities" not in keys.slots:
        return opened
    try:
        opened["identities"] = unwrapped(keys.slots["identities"], keys.place("identities"), own or passphrase)
    except WrongPassphrase as error:
        if own is not None or not has_own_passphrase(keys):
            raise WrongPassphrase(
                f"{path}: the passphrase does not open the identities. Give the identities' own one. "
                "If it is right, keys.json was changed: bring back a backup with `valoshka restore`."
            ) from error
    return opened


def rewrapped_alike(keys: KeyFile, store: str, key: bytes, passphrase: Passphrase) -> KeyFile:
    """`keys` with `store` under the casebook's present passphrase, and under its salt: one derivation opens both."""
    pattern = next(slot for slot in keys.slots["casebook"] if isinstance(slot, PassphraseSlot))
    kept = tuple(slot for slot in keys.slots[store] if isinstance(slot, RecoverySlot))
    fresh = PassphraseSlot.wrap(key, passphrase, keys.place(store), pattern.cost, pattern.salt)
    return keys.with_slots(store, (fresh, *kept))


def write_identity(file: Path) -> str:
    """Make an age identity, write it to the new `file` in age-keygen's form, and return its recipient.

    >>> import pathlib, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     stick = pathlib.Path(folder) / "recovery.txt"
    ...     recipient = write_identity(stick)
    ...     recipient == str(read_identity(stick).to_public())
    True
    """
    refuse_inside_a_casebook(file)
    identity = pyrage.x25519.Identity.generate()
    recipient = str(identity.to_public())
    try:
        with private_file(file) as target:
            target.write(f"# recovers a Valoshka casebook\n# public key: {recipient}\n{identity}\n".encode())
            flush(target)
    except FileExistsError as error:
        raise Refused(f"{file} is there already. Choose another name, so that no identity is overwritten.") from error
    except OSError as error:
        raise Refused(f"{file} could not be written ({error.strerror}). Choose another place.") from error
    return recipient
