"""Planted words: none in plain on the disk while the casebook lives, none anywhere after erasing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

NAME = "Кanarejka Planted"  # invented; begins with a Cyrillic letter, as a careless typist would write it
TOLD = f"I am {NAME}. Riot police beat me with a cornflower-blue umbrella on 12 August 2020.\n"
PEOPLE = f"""
people:
- pseudonym: Vera
  names: [{NAME}, Канарэйка Плантэд]
  contacts: [{{kind: phone, text: 375-00-98765}}]
"""
DECISIONS = "decisions: [{interview: 1, act: beating, quote: Riot police beat me, or_by_hand: yes}]"
CANARIES = (NAME, "Канарэйка", "cornflower-blue umbrella", "375-00-98765")


@pytest.fixture
def quiet(tmp_path: Path) -> Path:
    """Home and folder of temporary files of the processes that the test starts."""
    for name in ("home", "tmp"):
        (tmp_path / name).mkdir()
    return tmp_path


def run(quiet: Path, place: Path, *arguments: str, typed: str = "") -> str:
    command, *rest = arguments
    known = {key: value for key, value in os.environ.items() if key in {"PATH", "LANG", "SYSTEMROOT"}}
    case, passphrase = str(place / "case.valoshka"), str(place / "passphrase")
    done = subprocess.run(
        [sys.executable, "-m", "valoshka.cli.main", command, case, *rest, "--passphrase-file", passphrase],
        input=typed.encode(),
        capture_output=True,
        env={**known, "HOME": str(quiet / "home"), "TMPDIR": str(quiet / "tmp"), "PYTHONUTF8": "1"},
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return (done.stdout + done.stderr).decode()


def found(*folders: Path) -> list[str]:
    """Files that hold a canary in any of three encodings."""
    needles = [word.encode(code, "ignore") for word in CANARIES for code in ("utf-8", "utf-16-le", "cp1251")]
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if any(len(needle) > 4 and needle in path.read_bytes() for needle in needles)]


def test_no_canary_is_ever_in_plain_on_the_disk_and_none_is_left_after_erasing(place: Path, quiet: Path) -> None:
    (quiet / "told.txt").write_text(TOLD, encoding="utf-8")
    watched = (place, quiet / "home", quiet / "tmp")
    said = [run(quiet, place, "person", "add", "--from", "-", typed=PEOPLE)]
    said.append(run(quiet, place, "import", str(quiet / "told.txt")))
    assert found(*watched) == []
    said.append(run(quiet, place, "propose"))
    said.append(run(quiet, place, "review", "--decisions", "-", typed=DECISIONS))
    said.append(run(quiet, place, "review", "--read", "1"))
    assert found(*watched) == []
    assert "Vera" in said[-1]
    said.append(run(quiet, place, "erase", "--person", "Vera", "--others", "destroy", typed="erase\n"))
    assert "none found" in said[-1]
    assert found(*watched) == []
    assert not [canary for canary in (NAME, "Канарэйка", "98765") if canary in "".join(said)]


def test_the_watch_would_see_a_canary(quiet: Path) -> None:
    (quiet / "tmp" / "leak").write_bytes("…Канарэйка…".encode("cp1251"))
    assert found(quiet / "tmp") == ["leak"]
