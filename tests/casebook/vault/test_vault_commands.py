"""The commands as a user meets them: what they say, what they leave, and their exit codes."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.db import connections
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from valoshka.casebook.identities.models import Name, Original
from valoshka.casebook.opening import unlock
from valoshka.casebook.vault import blobs
from valoshka.casebook.vault.folder import CasebookFolder
from valoshka.casebook.vault.keys import open_keys
from valoshka.casebook.vault.passphrase import Passphrase
from valoshka.casebook.vault.stores import raw, stores_open
from valoshka.cli.main import main

resource = pytest.importorskip("resource", reason="Windows has no limits to stand for a full disk")
CANARY = "Kanarejka Zviarynec"  # invented


class Desk:
    """A folder with a casebook and two passphrase files, and what the last command said."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys

    def run(self, *arguments: str) -> tuple[int, str]:
        """The exit code, and everything that was said."""
        with pytest.raises(SystemExit) as stop:
            main(list(arguments))
        said = self._capsys.readouterr()
        code = stop.value.code
        return (code if isinstance(code, int) else 0), said.out + said.err


@pytest.fixture
def desk(
    case: Path,
    tmp_path: Path,
    passphrase: str,
    other_passphrase: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Desk:
    (tmp_path / "old").write_text(passphrase + "\n", encoding="utf-8")
    (tmp_path / "new").write_text(other_passphrase + "\r\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return Desk(tmp_path, capsys)


OLD = ("--passphrase-file", "old")
NEW = ("--passphrase-file", "new")


def test_new_tells_what_to_keep_and_what_comes_next(desk: Desk) -> None:
    code, said = desk.run("new", "fresh", *OLD, "--make-recovery", "stick")
    assert code == 0
    for told in ("nobody can reset it", "age1", "passwd fresh --recover", "valoshka import fresh", "backup fresh"):
        assert told in said
    assert (desk.folder / "stick").stat().st_mode & 0o077 == 0
    assert desk.run("passwd", "fresh", "--recover", "stick", "--new-passphrase-file", "new")[0] == 0
    code, told = desk.run("verify", "fresh", *NEW)
    assert (code, told.splitlines()[0]) == (0, "fresh is whole.")


def test_a_refused_new_leaves_no_recovery_identity_behind(desk: Desk) -> None:
    (desk.folder / "weak").write_text("short\n")
    code, said = desk.run("new", "fresh", "--passphrase-file", "weak", "--make-recovery", "stick")
    assert code == 1
    assert "5 characters" in said
    assert not (desk.folder / "stick").exists()
    full = valoshka(desk.folder, "new", "fresh", *OLD, "--make-recovery", "stick", largest_file=1000)
    assert "The disk is full" in full.stderr
    assert not (desk.folder / "stick").exists()


def test_new_without_recovery_says_what_that_means(desk: Desk) -> None:
    assert "If the passphrase is lost, everything" in desk.run("new", "fresh", *OLD)[1]


def test_new_refuses_a_taken_place_before_it_asks_for_anything(desk: Desk) -> None:
    code, said = desk.run("new", "case.valoshka")
    assert (code, said) == (1, "There is a casebook at case.valoshka already. Choose another name.\n")


def test_verify_says_in_one_line_what_is_wrong(desk: Desk, passphrase: str) -> None:
    code, told = desk.run("verify", "case.valoshka", *OLD)
    assert (code, told.splitlines()[0]) == (0, "case.valoshka is whole.")
    store = desk.folder / "case.valoshka" / "casebook.db"
    changed = bytearray(store.read_bytes())
    changed[-500] ^= 1
    store.write_bytes(bytes(changed))
    code, said = desk.run("verify", "case.valoshka", *OLD)
    assert code == 1
    assert said.count("\n") == 1
    assert "casebook.db: 1 page(s) fail" in said


def test_verify_mentions_what_an_interrupted_import_left(desk: Desk, passphrase: str) -> None:
    with unlock(desk.folder / "case.valoshka", passphrase) as casebook:
        blobs.seal(b"half an import", casebook.originals)
    code, said = desk.run("verify", "case.valoshka", *OLD)
    assert code == 0
    assert "1 sealed file" in said


def test_verify_opens_each_original_to_its_end(desk: Desk, passphrase: str) -> None:
    with unlock(desk.folder / "case.valoshka", passphrase) as casebook:
        blob = blobs.seal(b"an invented interview", casebook.originals)
        sealed = casebook.originals / blob.id
        Original.objects.create(
            interview="AAAAAAAAAA",
            text="an invented interview",
            file_name="a.txt",
            media_type="text/plain",
            blob=blob.id,
            key=blob.key,
            sha256=blob.sha256,
        )
    assert desk.run("verify", "case.valoshka", *OLD)[1].splitlines()[0] == "case.valoshka is whole."
    sealed.write_bytes(sealed.read_bytes()[:-1])
    code, said = desk.run("verify", "case.valoshka", *OLD)
    assert code == 1
    assert f"is damaged: the sealed original {blob.id} is damaged (" in said
    assert ".." not in said
    assert said.count("Restore") + said.count("restore a backup") == 1


def test_backup_and_restore_tell_what_they_hold_and_until_when(desk: Desk) -> None:
    code, said = desk.run("backup", "case.valoshka", "b.sealed", *OLD)
    assert code == 0
    assert "Delete it on 20" in said
    code, said = desk.run("restore", "b.sealed", "again", *OLD)
    assert code == 0
    assert "erase them again" in said
    assert desk.run("verify", "again", *OLD)[0] == 0
    assert "Choose another name" in desk.run("restore", "b.sealed", "again", *OLD)[1]
    assert "not a file that Valoshka sealed" in desk.run("restore", "old", "third", *OLD)[1]


def test_identities_leave_and_come_back_under_a_changed_passphrase(desk: Desk) -> None:
    code, said = desk.run("identities", "detach", "case.valoshka", "journey", *OLD)
    assert code == 0
    assert "nowhere else in the casebook" in said
    told = desk.run("verify", "case.valoshka", *OLD)[1]
    assert told.splitlines()[0] == "case.valoshka is whole; its identities are detached."
    assert desk.run("passwd", "case.valoshka", *OLD, "--new-passphrase-file", "new")[0] == 0
    code, said = desk.run("identities", "attach", "case.valoshka", "journey", *NEW)
    assert code == 1
    assert "Give the one that the identities had on" in said
    travel = ("--travel-passphrase-file", "old")
    assert desk.run("identities", "attach", "case.valoshka", "journey", *NEW, *travel)[0] == 0
    assert desk.run("verify", "case.valoshka", *NEW)[1].splitlines()[0] == "case.valoshka is whole."


def test_passwd_with_a_wrong_passphrase_changes_nothing(desk: Desk) -> None:
    code, said = desk.run("passwd", "case.valoshka", *NEW, "--new-passphrase-file", "old")
    assert code == 1
    assert "does not open this casebook" in said
    assert desk.run("verify", "case.valoshka", *OLD)[0] == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("verify", "nowhere"),
        ("passwd", "nowhere"),
        ("backup", "nowhere", "b"),
        ("restore", "nowhere", "c"),
        ("identities", "detach", "nowhere", "f"),
        ("identities", "attach", "case.valoshka", "nowhere"),
        ("verify", "."),
        ("verify", "old"),
    ],
)
def test_a_wrong_path_is_told_before_a_passphrase_is_asked_for(desk: Desk, arguments: tuple[str, ...]) -> None:
    code, said = desk.run(*arguments)
    assert code == 1
    assert said.count("\n") == 1
    assert "passphrase" not in said.lower()


def valoshka(folder: Path, *arguments: str, largest_file: int | None = None) -> subprocess.CompletedProcess[str]:
    """A real process; `largest_file` (bytes) stands for a full disk."""

    def fill() -> None:
        if largest_file is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))

    command = [sys.executable, "-m", "valoshka.cli.main", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, preexec_fn=fill, check=False)


@pytest.mark.parametrize("room", [100, 200_000])
def test_new_on_a_full_disk_says_so_and_leaves_nothing(desk: Desk, room: int) -> None:
    done = valoshka(desk.folder, "new", "fresh", *OLD, largest_file=room)
    assert done.returncode == 1
    assert "The disk is full" in done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(file.name for file in desk.folder.iterdir()) == ["case.valoshka", "new", "old"]


@pytest.mark.parametrize("room", [100_000])
def test_a_backup_onto_a_full_disk_leaves_nothing(desk: Desk, room: int) -> None:
    done = valoshka(desk.folder, "backup", "case.valoshka", "b.sealed", *OLD, largest_file=room)
    assert done.returncode == 1
    assert "The disk is full" in done.stderr
    assert sorted(file.name for file in desk.folder.iterdir()) == ["case.valoshka", "new", "old"]
    assert desk.run("verify", "case.valoshka", *OLD)[0] == 0


def test_a_passphrase_change_on_a_full_disk_leaves_the_old_one(desk: Desk) -> None:
    full = valoshka(desk.folder, "passwd", "case.valoshka", *OLD, "--new-passphrase-file", "new", largest_file=100)
    assert full.returncode == 1
    assert "The disk is full" in full.stderr
    assert desk.run("verify", "case.valoshka", *OLD)[0] == 0


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission_is_told(desk: Desk) -> None:
    (desk.folder / "closed").mkdir(mode=0o500)
    assert "You may not write" in desk.run("new", "closed/fresh", *OLD)[1]


def test_ctrl_c_while_a_casebook_is_made_leaves_nothing(desk: Desk) -> None:
    command = [sys.executable, "-m", "valoshka.cli.main", "new", "fresh", *OLD]
    process = subprocess.Popen(command, cwd=desk.folder, stderr=subprocess.PIPE, text=True)
    unfinished = desk.folder / ".fresh.unfinished"
    while not unfinished.exists() and process.poll() is None:
        time.sleep(0.002)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate()
    assert process.returncode == 130
    assert "Stopped" in said
    assert not unfinished.exists()
    assert not (desk.folder / "fresh").exists()


def to_first_schema(store: str, app: str) -> None:
    connection = connections[store]
    first = min(node for node in MigrationExecutor(connection).loader.graph.nodes if node[0] == app)
    connection.disable_constraint_checking()
    MigrationExecutor(connection).migrate([first])
    connection.enable_constraint_checking()


def test_an_older_schema_is_backed_up_before_it_is_upgraded(desk: Desk, passphrase: str) -> None:
    case = desk.folder / "case.valoshka"
    with unlock(case, passphrase):
        Name.objects.create(person="AAAAAAAAAA", text=CANARY)
        to_first_schema("casebook", "records")
    with unlock(case, passphrase):
        assert (case / "before-upgrade.sealed").exists()
        assert Name.objects.get().text == CANARY
    shutil.move(case / "before-upgrade.sealed", desk.folder / "b.sealed")
    assert desk.run("restore", "b.sealed", "again", *OLD)[0] == 0
    with unlock(desk.folder / "again", passphrase):
        assert Name.objects.get().text == CANARY


def test_an_upgrade_that_fails_leaves_the_schema_as_it_was(desk: Desk, passphrase: str) -> None:
    case = desk.folder / "case.valoshka"
    with unlock(case, passphrase):
        to_first_schema("casebook", "records")
        store = raw("casebook")
        store.execute("CREATE TABLE whole (id INTEGER PRIMARY KEY)")
        store.execute("CREATE TABLE part (id INTEGER PRIMARY KEY, whole REFERENCES whole (id))")
        store.execute("PRAGMA foreign_keys = OFF")
        store.execute("INSERT INTO part VALUES (1, 7)")
        applied = MigrationRecorder(connections["casebook"]).applied_migrations().keys()
    code, said = desk.run("verify", "case.valoshka", *OLD)
    assert code == 1
    assert "was not upgraded" in said
    assert (case / "before-upgrade.sealed").exists()
    with stores_open(CasebookFolder(case), opened_keys(case, passphrase)):
        assert MigrationRecorder(connections["casebook"]).applied_migrations().keys() == applied


def opened_keys(case: Path, passphrase: str) -> dict[str, bytes]:
    return open_keys(case, CasebookFolder(case).read_keys(), Passphrase(passphrase), None)


def test_a_schema_from_the_future_asks_for_an_update(desk: Desk, passphrase: str) -> None:
    with unlock(desk.folder / "case.valoshka", passphrase):
        MigrationRecorder(connections["casebook"]).record_applied("records", "9999_from_the_future")
    code, said = desk.run("verify", "case.valoshka", *OLD)
    assert code == 1
    assert "Update Valoshka" in said
