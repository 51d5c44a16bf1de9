"""`keys.json`: the key slots of each store, as text that is useless without a passphrase or a recovery identity."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from valoshka.casebook.vault.passphrase import SALT_BYTES, KdfCost
from valoshka.casebook.vault.slots import NONCE_BYTES, SEALED_BYTES, PassphraseSlot, RecoverySlot, Slot
from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMAT = "valoshka-casebook"
VERSION = 1
LARGEST_NUMBER = 1 << 31  # KiB of memory, passes, lanes: far above what is allowed, and short enough to print
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
            whole = _object(json.loads(text, object_pairs_hook=_once, parse_constant=_no_number))
            _refuse_other_versions(whole, where)
            slots = {name: tuple(map(_slot_from_json, listed)) for name, listed in _object(whole["stores"]).items()}
            away = _away(whole["away"])
            _check_stores(slots, away)
            return cls(_word(whole["casebook"]), slots, away)
        # RecursionError: lists within lists, a hundred thousand deep.
        except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError) as error:
            raise Refused(
                f"{where} is damaged. Restore the casebook from a backup, or put keys.json back from one."
            ) from error


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """JSON lets the last of two equal keys win; a file that holds both was not written by us."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key twice")
    return found


def _no_number(written: str) -> object:
    raise ValueError(written)  # NaN and Infinity, which Python reads and JSON does not know


def _object(value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise TypeError("an object")
    return value


def _word(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise TypeError("a text")
    return value


def _number(value: object) -> int:
    # True is an int to Python.
    if type(value) is not int or not 0 <= value <= LARGEST_NUMBER:
        raise TypeError("a whole number")
    return value


def _away(value: object) -> Away | None:
    if value is None:
        return None
    return Away(_word(_object(value)["since"]), _word(_object(value)["mark"]))


def _refuse_other_versions(whole: Mapping[str, object], where: str) -> None:
    if _word(whole["format"]) != FORMAT:
        raise Refused(f"{where} belongs to another program, not to Valoshka. Give the folder that `valoshka new` made.")
    version = _number(whole["version"])
    if version < VERSION:
        raise ValueError("no such version")
    if version > VERSION:
        raise Refused(
            f"{where} was written by a newer Valoshka than this one, which reads format {VERSION}. "
            "Update Valoshka, then try again."
        )


def _check_stores(slots: Mapping[str, tuple[Slot, ...]], away: Away | None) -> None:
    if not slots or not set(slots) <= set(STORES) or not all(slots.values()):
        raise KeyError("stores")
    # Either attached or away: without either, their key was cut out of the file.
    if ("identities" in slots) == (away is not None):
        raise KeyError("away")


def _slot_to_json(slot: Slot) -> dict[str, object]:
    if isinstance(slot, RecoverySlot):
        return {"kind": "age", "recipient": slot.recipient, "sealed": _text(slot.sealed)}
    cost = {"memory_kib": slot.cost.memory_kib, "passes": slot.cost.passes, "lanes": slot.cost.lanes}
    sealed = {"salt": _text(slot.salt), "nonce": _text(slot.nonce), "sealed": _text(slot.sealed)}
    return {"kind": "argon2id", **cost, **sealed}


def _slot_from_json(value: object) -> Slot:
    slot = _object(value)
    if slot["kind"] == "age":
        return RecoverySlot(_word(slot["recipient"]), _bytes(slot["sealed"]))
    if slot["kind"] != "argon2id":
        raise KeyError("kind")
    cost = KdfCost(_number(slot["memory_kib"]), _number(slot["passes"]), _number(slot["lanes"]))
    found = PassphraseSlot(cost, _bytes(slot["salt"]), _bytes(slot["nonce"]), _bytes(slot["sealed"]))
    if (len(found.salt), len(found.nonce), len(found.sealed)) != (SALT_BYTES, NONCE_BYTES, SEALED_BYTES):
        raise ValueError("salt, nonce or sealed key")
    return found


def _text(raw: bytes) -> str:
    return b64encode(raw).decode("ascii")


def _bytes(text: object) -> bytes:
    return b64decode(_word(text), validate=True)
