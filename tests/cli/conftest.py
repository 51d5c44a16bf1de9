"""A casebook with a cheap key, and the command as a user types it."""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from valoshka.casebook.opening import FLOOR, create
from valoshka.cli.main import main

PASSPHRASE = "васількі ў жыце"


@dataclass(frozen=True)
class Answer:
    code: int
    out: str
    err: str


Valoshka = Callable[..., Answer]


@pytest.fixture(scope="session")
def cheap_casebook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cheap")
    create(folder / "case.valoshka", PASSPHRASE, cost=FLOOR)
    (folder / "passphrase").write_text(PASSPHRASE + "\n", encoding="utf-8")
    return folder


@pytest.fixture
def place(cheap_casebook: Path, tmp_path: Path) -> Path:
    """A folder with `case.valoshka` and `passphrase` in it."""
    shutil.copytree(cheap_casebook, tmp_path / "place")
    return tmp_path / "place"


@pytest.fixture
def in_case(place: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Valoshka:
    """`in_case("person", "add", typed="...")` runs `valoshka person CASE add` with that typed at the prompts."""

    def run(command: str, *rest: object, typed: str = "") -> Answer:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode()), encoding="utf-8"))
        arguments = [command, str(place / "case.valoshka"), *map(str, rest)]
        with pytest.raises(SystemExit) as end:
            main([*arguments, "--passphrase-file", str(place / "passphrase")])
        printed = capsys.readouterr()
        return Answer(int(end.value.code or 0), printed.out, printed.err)

    return run
