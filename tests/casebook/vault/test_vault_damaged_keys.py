"""A keys.json that somebody damaged or changed: one sentence, never a traceback."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from valoshka.casebook.vault.folder import CasebookFolder
from valoshka.casebook.vault.keyfile import KeyFile
from valoshka.errors import Refused

Keys = dict[str, Any]


def slot(keys: Keys) -> Keys:
    found: Keys = keys["stores"]["casebook"][0]
    return found


CHANGES: dict[str, Callable[[Keys], object]] = {
    "a sealed key that is too short": lambda keys: slot(keys).update(sealed="AAAA"),
    "no sealed key": lambda keys: slot(keys).pop("sealed"),
    "a salt that is no base64": lambda keys: slot(keys).update(salt="!"),
    "a number as a text": lambda keys: slot(keys).update(memory_kib="65536"),
    "a number beyond reason": lambda keys: slot(keys).update(memory_kib=10**400),
    "a negative number": lambda keys: slot(keys).update(lanes=-4),
    "a half": lambda keys: slot(keys).update(passes=3.5),
    "yes as a number": lambda keys: slot(keys).update(passes=True),
    "not a number": lambda keys: slot(keys).update(passes=float("nan")),
    "infinite": lambda keys: slot(keys).update(passes=float("inf")),
    "an unknown kind": lambda keys: slot(keys).update(kind="rot13"),
    "no stores": lambda keys: keys.update(stores={}),
    "stores as a list": lambda keys: keys.update(stores=[]),
    "a store without slots": lambda keys: keys["stores"].update(casebook=[]),
    "a store's slots as a text": lambda keys: keys["stores"].update(casebook="slots"),
    "a store of another name": lambda keys: keys["stores"].update(pictures=keys["stores"]["casebook"]),
    "identities neither there nor away": lambda keys: keys["stores"].pop("identities"),
    "identities there and away": lambda keys: keys.update(away={"since": "2026-11-22", "mark": "ab"}),
    "no casebook": lambda keys: keys.pop("casebook"),
    "a casebook without an id": lambda keys: keys.update(casebook=""),
    "a version as a text": lambda keys: keys.update(version="1"),
    "no version": lambda keys: keys.pop("version"),
    "a version before the first": lambda keys: keys.update(version=0),
    "away as a word": lambda keys: keys.update(away="yes"),
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_changed_keys_json_is_called_damaged(case: Path, what: str) -> None:
    keys = json.loads((case / "keys.json").read_text())
    CHANGES[what](keys)
    (case / "keys.json").write_text(json.dumps(keys))
    with pytest.raises(Refused, match=r"keys.json is damaged. Restore"):
        CasebookFolder(case).read_keys()


@pytest.mark.parametrize(
    "text", ["[" * 100_000, '{"a":' * 100_000, "1" * 5000, "", "null", "[]", "1", '"x"', "\x00", " " * (2 << 20)]
)
def test_what_is_no_keys_json_at_all_is_called_damaged(case: Path, text: str) -> None:
    (case / "keys.json").write_text(text)
    with pytest.raises(Refused, match=r"keys.json is damaged. Restore"):
        CasebookFolder(case).read_keys()


def test_a_key_that_stands_twice_is_damage(case: Path) -> None:
    text = (case / "keys.json").read_text()
    assert KeyFile.from_text(text, "keys.json")
    with pytest.raises(Refused, match="is damaged"):
        KeyFile.from_text(text.replace('"version": 1', '"version": 1, "version": 1'), "keys.json")
