"""The folder that a collector stands on, and what keeps it from starting."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from valoshka.errors import Refused
from valoshka.square.grounds import read_action_terms, read_grounds
from valoshka.square.staff_key import StaffSecretKey, read_secret_key

ACTION = "languages: [en]\nflowers: [flax]\nphrases: [{id: one, en: One.}]\n"


@pytest.fixture
def folder(tmp_path: Path, staff_key: StaffSecretKey) -> Path:
    (tmp_path / "action.yml").write_text(ACTION)
    (tmp_path / "staff-key.pub").write_text(staff_key.public().line())
    return tmp_path


def run_square(folder: Path, *more: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", "valoshka.cli.main", "square", str(folder), *more],
        capture_output=True,
        text=True,
        timeout=60,
    )
    return done.returncode, done.stdout + done.stderr


def test_a_fit_folder_is_read(folder):
    action = read_grounds(folder).action
    assert (action.languages, action.kinds, action.phrases) == ({"en"}, {"flax"}, {"one"})


@pytest.mark.parametrize("missing", ["action.yml", "staff-key.pub"])
def test_what_is_missing_is_named_and_nothing_is_made(folder, missing):
    (folder / missing).unlink()
    before = sorted(folder.iterdir())
    code, said = run_square(folder)
    assert code == 1
    assert missing in said
    assert len(said.splitlines()) == 1
    assert sorted(folder.iterdir()) == before


@pytest.mark.parametrize("place", ["my.staff-key", "notes.txt", "a/folder/within/key", "staff-key.pub"])
def test_a_secret_key_in_the_folder_keeps_it_from_starting(folder, tmp_path_factory, place):
    secret = tmp_path_factory.mktemp("elsewhere") / "secret"
    StaffSecretKey.fresh().write(secret)
    (folder / place).parent.mkdir(parents=True, exist_ok=True)
    (folder / place).write_bytes(secret.read_bytes())
    code, said = run_square(folder)
    assert code == 1
    assert place in said
    assert "secret key" in said
    assert secret.read_text().split()[1] not in said
    assert not (folder / "square.sqlite3").exists()


def test_a_taken_port_is_said(folder):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        code, said = run_square(folder, "--port", str(port))
    assert code == 1
    assert said == (
        f"Port {port} cannot be used: something else listens there, or it needs more rights. "
        "Stop that, or choose another with --port.\n"
    )


def test_pages_that_are_somebody_elses_keep_it_from_starting(folder):
    (folder / "public").mkdir()
    code, said = run_square(folder)
    assert code == 1
    assert "not the collector's own" in said


def test_a_folder_that_is_none_is_said(tmp_path):
    assert run_square(tmp_path / "nowhere")[1].endswith(
        "is no folder. Give the folder that holds action.yml and staff-key.pub.\n"
    )


def test_a_database_that_is_none_is_said_and_left_as_it_is(folder):
    (folder / "square.sqlite3").write_bytes(b"no database, but what somebody wrote " * 400)
    code, said = run_square(folder)
    assert code == 1
    assert "database cannot be opened" in said
    assert (folder / "square.sqlite3").read_bytes() == b"no database, but what somebody wrote " * 400


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "not a list"),
        ("- a\n- b", "not a list"),
        ("flowers: [flax]", "no languages"),
        ("languages: [en]", "no flowers"),
        ("languages: en\nflowers: [flax]", "line 1"),
        (ACTION + "countries_at_risk: [Belarus]", "country “Belarus”"),
        ("languages: [en]\nflowers: [flax]\nphrases: [{en: One.}]", "line 3"),
        ("languages: [en]\nflowers: [flax]\nphrases: one", "line 3"),
        ("languages: [*en]", "line 1"),
        ("a: b: c", "line 1"),
    ],
)
def test_a_faulty_action_is_refused_with_its_line(text, said):
    with pytest.raises(Refused, match=said):
        read_action_terms(text.encode())


@pytest.mark.parametrize("line", ["", "valoshka-staff-public", "valoshka-staff-public zz", "ssh-ed25519 A", "é" * 40])
def test_a_key_file_that_holds_none_is_refused(folder, line):
    (folder / "staff-key.pub").write_text(line, encoding="utf-8")
    with pytest.raises(Refused, match=r"staff-key\.pub"):
        read_grounds(folder)


def test_a_secret_key_is_its_owners_alone_and_is_never_overwritten(tmp_path):
    key = StaffSecretKey.fresh()
    key.write(tmp_path / "key")
    assert os.stat(tmp_path / "key").st_mode & 0o777 == 0o600
    with pytest.raises(Refused, match="is there already"):
        StaffSecretKey.fresh().write(tmp_path / "key")
    assert read_secret_key(tmp_path / "key") == key
    assert bytes(key.signing).hex() not in repr(key)


def test_what_the_collector_writes_is_its_own_but_the_public_pages(start):
    square = start()
    for path in square.folder.iterdir():
        if path.name.startswith(("square.sqlite3", "rebuilding")):
            assert path.stat().st_mode & 0o077 == 0, path.name
    pages = square.folder / "public" / "feed"
    until = time.monotonic() + 30
    while not pages.exists() and time.monotonic() < until:
        time.sleep(0.1)
    assert pages.stat().st_mode & 0o777 == 0o755
    assert (pages / "flowers.json").stat().st_mode & 0o777 == 0o644
