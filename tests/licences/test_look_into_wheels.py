"""A wheel that hides a GPL codec must be caught; an honest one must pass."""

from __future__ import annotations

import importlib.util
import json
from importlib.metadata import Distribution
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def looking() -> ModuleType:
    path = Path(__file__).parent / "look_into_wheels.py"
    spec = importlib.util.spec_from_file_location("look_into_wheels", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def installed(folder: Path, licence: str, files: dict[str, bytes]) -> Distribution:
    info = folder / "heifish-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(
        f"Metadata-Version: 2.4\nName: heifish\nVersion: 1.0\nLicense-Expression: {licence}\n"
    )
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    (info / "RECORD").write_text("".join(f"{name},,\n" for name in files))
    return Distribution.at(info)


def test_an_honest_wheel_passes(looking: ModuleType, tmp_path: Path) -> None:
    assert list(looking.complaints(installed(tmp_path, "BSD-3-Clause", {"heifish/a.so": b"\x7fELF"}))) == []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("heifish.libs/libx265-4d1fce5d.so.215", b"\x7fELF"),
        ("heifish/_codec.so", b"\x7fELF ... --enable-gpl --enable-libx264 ..."),
        ("heifish-1.0.dist-info/licenses/COPYING", b"GNU General Public License\nVersion 2"),
        (
            "heifish-1.0.dist-info/sboms/heifish.cdx.json",
            json.dumps(
                {"components": [{"name": "gplpart", "licenses": [{"expression": "GPL-3.0-or-later"}]}]}
            ).encode(),
        ),
    ],
)
def test_a_hidden_copyleft_part_is_found(looking: ModuleType, tmp_path: Path, name: str, content: bytes) -> None:
    found = list(looking.complaints(installed(tmp_path, "MIT", {name: content})))
    assert len(found) >= 1
    assert found[0].startswith("heifish: ")


def test_a_choice_with_a_permissive_licence_is_no_complaint(looking: ModuleType, tmp_path: Path) -> None:
    bill = {"components": [{"name": "self_cell", "licenses": [{"expression": "Apache-2.0 OR GPL-2.0-only"}]}]}
    files = {"heifish-1.0.dist-info/sboms/heifish.cdx.json": json.dumps(bill).encode()}
    assert list(looking.complaints(installed(tmp_path, "MIT", files))) == []


def test_an_unknown_licence_is_a_complaint(looking: ModuleType, tmp_path: Path) -> None:
    assert list(looking.complaints(installed(tmp_path, "GPL-3.0-only", {})))


def test_every_locked_distribution_is_found_in_the_lock_file(looking: ModuleType) -> None:
    assert {"django", "sqlcipher3", "typst", "pynacl"} <= set(looking.locked_names())
