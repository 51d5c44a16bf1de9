"""`keys.json`: the key slots of each store, as text that is useless without a passphrase or a recovery identity."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from valoshka.casebook.vault.passphrase import SALT_BYTES, KdfCost
from valoshka.casebook.vault.slots import NONCE_BYTES, PassphraseSlot, RecoverySlot, Slot
from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMAT = "valoshka-casebook"
VERSION = 1
STORES = ("casebook", "identities")


@dataclass(frozen=True)
class Away:
    """The identities are detached: since which day (ISO), and the random mark of the file that holds them."""

    since: str
    mark: str


@dataclass(frozen=True)
class KeyFile:
    """What `keys.json` holds: the casebook's random id, each store's slots, whether identities are away."""

    casebook: str
    slots: Mapping[str, tuple[Slot, ...]]
    away: Away | None = None

    def place(self, store: str) -> str:
        """What a slot of `store` is bound to."""
        return f"{self.casebook}/{store}"

    def with_slots(self, store: str, slots: tuple[Slot, ...]) -> KeyFile:
        """The same file with `store`'s slots put in or replaced."""
        return replace(self, slots={**self.slots, store: slots})

    def without(self, store: str, away: Away) -> KeyFile:
        """The same file after `store` has left."""
        return replace(self, slots={name: kept for name, kept in self.slots.items() if name != store}, away=away)

    def to_text(self) -> str:
        """JSON, ending in a line feed."""
        stores = {store: [_slot_to_json(slot) for slot in slots] for store, slots in self.slots.items()}
        away = {"since": self.away.since, "mark": self.away.mark} if self.away else None
        whole = {"format": FORMAT, "version": VERSION, "casebook": self.casebook, "stores": stores, "away": away}
        return json.dumps(whole, indent=1) + "\n"

    @classmethod
    def from_text(cls, text: str, where: str) -> KeyFile:
        """Read what `to_text` wrote. Raises `Refused`, naming `where`, for a damaged, foreign or newer file.

        >>> KeyFile.from_text('{"format": "valoshka-casebook", "version": 1', "case.valoshka/keys.json")
        Traceback (most recent call last):
        valoshka.errors.Refused: case.valoshka/keys.json is damaged. Restore the casebook from a backup, ...
        """
        try:
            whole = json.loads(text)
            _refuse_other_versions(whole, where)
            slots = {str(name): tuple(map(_slot_from_json, whole["stores"][name])) for name in whole["stores"]}
            away = Away(str(whole["away"]["since"]), str(whole["away"]["mark"])) if whole["away"] else None
            _check_stores(slots)
            return cls(str(whole["casebook"]), slots, away)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise Refused(
                f"{where} is damaged. Restore the casebook from a backup, or put keys.json back from one."
            ) from error


def _refuse_other_versions(whole: Mapping[str, object], where: str) -> None:
    if whole["format"] != FORMAT:
        raise Refused(f"{where} belongs to another program, not to Valoshka. Give the folder that `valoshka new` made.")
    if not isinstance(whole["version"], int) or whole["version"] > VERSION:
        raise Refused(
            f"{where} was written by a newer Valoshka (format {whole['version']}; this one reads {VERSION}). "
            "Update Valoshka, then try again."
        )


def _check_stores(slots: Mapping[str, tuple[Slot, ...]]) -> None:
    if not slots or not set(slots) <= set(STORES):
        raise KeyError("stores")


def _slot_to_json(slot: Slot) -> dict[str, object]:
    if isinstance(slot, RecoverySlot):
        return {"kind": "age", "recipient": slot.recipient, "sealed": _text(slot.sealed)}
    cost = {"memory_kib": slot.cost.memory_kib, "passes": slot.cost.passes, "lanes": slot.cost.lanes}
    sealed = {"salt": _text(slot.salt), "nonce": _text(slot.nonce), "sealed": _text(slot.sealed)}
    return {"kind": "argon2id", **cost, **sealed}


def _slot_from_json(slot: Mapping[str, str | int]) -> Slot:
    if slot["kind"] == "age":
        return RecoverySlot(str(slot["recipient"]), _bytes(slot["sealed"]))
    if slot["kind"] != "argon2id":
        raise KeyError("kind")
    cost = KdfCost(int(slot["memory_kib"]), int(slot["passes"]), int(slot["lanes"]))
    found = PassphraseSlot(cost, _bytes(slot["salt"]), _bytes(slot["nonce"]), _bytes(slot["sealed"]))
    if (len(found.salt), len(found.nonce)) != (SALT_BYTES, NONCE_BYTES):
        raise ValueError("salt or nonce")
    return found


def _text(raw: bytes) -> str:
    return b64encode(raw).decode("ascii")


def _bytes(text: str | int) -> bytes:
    return b64decode(str(text), validate=True)
