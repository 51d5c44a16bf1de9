"""Planted words of a search and a list: none in plain on the disk, and none anywhere after erasing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

NAME, OTHER = "Kanarejka Planted", "Канарэйка Плантэд"  # invented
ASKED = f"{NAME}\n{OTHER}\n\n1982\n\nunder the cornflower bridge\nher aunt, 375-00-98765\n\n"
CANARIES = (NAME, OTHER, "Плантэд", "cornflower bridge", "375-00-98765", "planted-cell-seventeen")


@pytest.fixture
def quiet(tmp_path: Path) -> Path:
    """Home and folder of temporary files of the processes that the test starts; the list lies elsewhere."""
    for name in ("home", "tmp", "lists"):
        (tmp_path / name).mkdir()
    (tmp_path / "lists" / "list.csv").write_text(f"name;cell\n{OTHER};planted-cell-seventeen\n", encoding="utf-8")
    return tmp_path


def run(quiet: Path, place: Path, deed: str, *rest: str, typed: str = "") -> str:
    known = {key: value for key, value in os.environ.items() if key in {"PATH", "LANG", "SYSTEMROOT"}}
    case, passphrase = str(place / "case.valoshka"), str(place / "passphrase")
    done = subprocess.run(
        [sys.executable, "-m", "valoshka.cli.main", "trace", deed, case, *rest, "--passphrase-file", passphrase],
        input=typed.encode(),
        capture_output=True,
        env={**known, "HOME": str(quiet / "home"), "TMPDIR": str(quiet / "tmp"), "PYTHONUTF8": "1"},
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def found(*folders: Path) -> list[str]:
    """Files that hold a canary in any of three encodings."""
    needles = [word.encode(code, "ignore") for word in CANARIES for code in ("utf-8", "utf-16-le", "cp1251")]
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if any(len(needle) > 4 and needle in path.read_bytes() for needle in needles)]


def test_no_canary_of_a_search_or_a_list_is_in_plain_and_none_is_left_after_erasing(place: Path, quiet: Path) -> None:
    watched = (place, quiet / "home", quiet / "tmp")
    search = str(json.loads(run(quiet, place, "watch", "--json", typed=ASKED))["search"])
    told = json.loads(run(quiet, place, "matches", str(quiet / "lists" / "list.csv"), "--json"))
    run(quiet, place, "matches", "--confirm", told["hits"][0]["hit"], typed="planted-cell-seventeen, she says\n")
    assert found(*watched) == []
    erased = run(quiet, place, "watch", "--erase", search, "--rows", "black-out", typed="erase\n")
    assert "Erased." in erased
    assert (found(*watched), [word for word in CANARIES if word in erased]) == ([], [])
    assert json.loads(run(quiet, place, "matches", "--json", "--all"))["hits"] == []
    assert found(quiet / "lists") == ["list.csv"]
