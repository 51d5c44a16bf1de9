"""The commands that `kill_points` kills, each with the state before it and a look at the state after it."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from benchmarks.kill_points import Scenario

if TYPE_CHECKING:
    from pathlib import Path

OLD, NEW = "old words for killing", "new words for killing"
CASE, FILE, LIST = "case.valoshka", "sealed.file", "list.csv"
CANARY = "Kanarejka Zviarynec"  # invented
INTERVIEW = f"My name is {CANARY}. They dismissed me from the hospital in April 2021. " * 40
PASSPHRASE = ["--passphrase-file", "old.txt"]


def _prepare(folder: Path) -> None:
    """A casebook at Argon2id's floor, so that hundreds of openings take minutes; with one name and one original."""
    from valoshka.casebook.identities.models import Name
    from valoshka.casebook.opening import FLOOR, create, unlock
    from valoshka.casebook.vault import blobs

    (folder / "old.txt").write_text(OLD + "\n", encoding="utf-8")
    (folder / "new.txt").write_text(NEW + "\n", encoding="utf-8")
    (folder / "interview.txt").write_text(INTERVIEW, encoding="utf-8")
    create(folder / CASE, OLD, cost=FLOOR)
    with unlock(folder / CASE, OLD) as casebook:
        Name.objects.create(person="AAAAAAAAAA", text=CANARY)
        blobs.seal(INTERVIEW.encode() * 20, casebook.originals)


def _prepare_away(folder: Path) -> None:
    from valoshka.casebook.vault.travelling import detach

    _prepare(folder)
    detach(folder / CASE, OLD, folder / FILE)


def _prepare_nothing(folder: Path) -> None:
    (folder / "old.txt").write_text(OLD + "\n", encoding="utf-8")


def _prepare_imported(folder: Path) -> None:
    _prepare(folder)
    _run_again(folder, ["import", CASE, "interview.txt"])


def _whole(case: Path, passphrase: str = OLD) -> bool:
    """Open and check every page; whether its identities are attached. Raises if anything is wrong."""
    from valoshka.casebook.identities.models import Name
    from valoshka.casebook.opening import unlock
    from valoshka.casebook.tasks.audit import verify_chain
    from valoshka.casebook.vault.stores import store_problems

    with unlock(case, passphrase) as casebook:
        problems = [*store_problems(), *filter(None, [verify_chain()])]
        if problems:
            raise RuntimeError("; ".join(problems))
        if casebook.has_identities and not Name.objects.filter(text=CANARY).exists():
            raise RuntimeError("The name is lost.")
        return casebook.has_identities


def _prepare_sought(folder: Path) -> None:
    """One search, and a list in which it stands twice."""
    _prepare(folder)
    rows = "".join(f"{number};{name};1990\n" for number, name in enumerate([CANARY, "Tikhon Vuzornik"] * 2))
    (folder / LIST).write_text(f"id;name;born\n{rows}", encoding="utf-8")
    _run_again(folder, ["trace", "watch", CASE], f"{CANARY}\n")


def _is_matched(work: Path) -> str:
    """Kept and compared in steps: after a kill any number of them is done, and running again does the rest, once."""
    before = _kept_and_hits(work)
    _run_again(work, ["trace", "matches", CASE, LIST])
    if _kept_and_hits(work) != (1, 4, 2):
        raise RuntimeError(f"After the kill {before}, and after running again {_kept_and_hits(work)}.")
    return "new" if before == (1, 4, 2) else "old"


def _kept_and_hits(work: Path) -> tuple[int, int, int]:
    from valoshka.casebook.identities.models import Hit, KeptList, KeptRow
    from valoshka.casebook.opening import unlock

    _whole(work / CASE)
    with unlock(work / CASE, OLD):
        return KeptList.objects.count(), KeptRow.objects.count(), Hit.objects.count()


def _which_passphrase(work: Path) -> str:
    from valoshka.casebook.vault.slots import WrongPassphrase

    try:
        opened = _whole(work / CASE, NEW)
        state = "new"
    except WrongPassphrase:
        opened = _whole(work / CASE, OLD)
        state = "old"
    if not opened:
        raise RuntimeError("The identities do not open.")
    return state


def _is_backed_up(work: Path) -> str:
    from valoshka.casebook.vault.backing_up import restore

    _whole(work / CASE)
    if not (work / FILE).exists():
        return "old"
    restore(work / FILE, work / "restored", OLD)
    if not _whole(work / "restored"):
        raise RuntimeError("The backup lacks the identities.")
    return "new"


def _where_identities_are(work: Path) -> str:
    """In the casebook, or in the file that brings them back: never in neither."""
    from valoshka.casebook.vault.travelling import attach

    if _whole(work / CASE):
        return "old"
    attach(work / CASE, OLD, work / FILE)
    if not _whole(work / CASE):
        raise RuntimeError("The identities did not come back.")
    return "new"


def _are_back(work: Path) -> str:
    from valoshka.casebook.vault.travelling import attach

    if _whole(work / CASE):
        return "new"
    attach(work / CASE, OLD, work / FILE)
    if not _whole(work / CASE):
        raise RuntimeError("They can no longer be attached.")
    return "old"


def _is_made(work: Path) -> str:
    from valoshka.casebook.opening import FLOOR, create, unlock

    made = (work / CASE).exists()
    if not made:
        create(work / CASE, OLD, cost=FLOOR)
    with unlock(work / CASE, OLD):
        pass
    left = sorted(file.name for file in work.iterdir())
    if left != [CASE, "old.txt"]:
        raise RuntimeError(f"Left over: {left}")
    return "new" if made else "old"


def _interviews(work: Path, *, each_with_original: bool = True) -> int:
    from valoshka.casebook.identities.models import Original
    from valoshka.casebook.opening import unlock
    from valoshka.casebook.records.models import Interview
    from valoshka.casebook.vault.blobs import problems

    _whole(work / CASE)
    with unlock(work / CASE, OLD) as casebook:
        rows = Original.objects.exclude(blob="").values_list("blob", "key", "sha256")
        damage = problems(casebook.originals, [(blob, bytes(key or b""), sha256) for blob, key, sha256 in rows])
        if damage:
            raise RuntimeError("; ".join(damage))
        for interview in Interview.objects.all() if each_with_original else ():
            Original.objects.get(interview=interview.id)
        return Interview.objects.count()


def _is_imported(work: Path) -> str:
    before = _interviews(work)
    _run_again(work, ["import", CASE, "interview.txt"])
    if _interviews(work) != 1:
        raise RuntimeError("Importing again after the kill did not leave exactly one interview.")
    return "new" if before else "old"


def _is_erased(work: Path) -> str:
    """Erasing takes the identities first: an interview whose original is gone can still be erased, and must be."""
    before = _interviews(work, each_with_original=False)
    if before:
        _run_again(work, ["erase", CASE, "--interview", "1"], "erase\n")
    if _interviews(work):
        raise RuntimeError("Erasing again after the kill did not erase.")
    return "old" if before else "new"


def _run_again(work: Path, arguments: list[str], said: str = "") -> None:
    command = [*_valoshka(*arguments), *PASSPHRASE]
    done = subprocess.run(command, cwd=work, input=said, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(arguments)} after the kill: {done.stderr or done.stdout}")


def _valoshka(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "valoshka.cli.main", *arguments]


# `passwd` and `new` run at the floor too: the work between two writes is Argon2id's, and its length changes nothing.
_PASSWD = """
import pathlib
from valoshka.casebook.opening import FLOOR
from valoshka.casebook.vault.changing import change_passphrase
change_passphrase(pathlib.Path({case!r}), {old!r}, {new!r}, cost=FLOOR)
print("done", flush=True)
"""
_NEW = """
import pathlib
from valoshka.casebook.opening import FLOOR, create
create(pathlib.Path({case!r}), {old!r}, cost=FLOOR)
print("done", flush=True)
"""


def _script(text: str) -> list[str]:
    return [sys.executable, "-c", text.format(case=CASE, old=OLD, new=NEW)]


def _command(*arguments: str) -> list[str]:
    return [*_valoshka(*arguments), *PASSPHRASE]


_ALL = (
    Scenario("new", _prepare_nothing, _script(_NEW), _is_made, "done"),
    Scenario("passwd", _prepare, _script(_PASSWD), _which_passphrase, "done"),
    Scenario("backup", _prepare, _command("backup", CASE, FILE), _is_backed_up, "Sealed"),
    Scenario("detach", _prepare, _command("identities", "detach", CASE, FILE), _where_identities_are, "now in"),
    Scenario("attach", _prepare_away, _command("identities", "attach", CASE, FILE), _are_back, "are back"),
    Scenario("import", _prepare, _command("import", CASE, "interview.txt"), _is_imported, "txt: interview 1"),
    Scenario("matches", _prepare_sought, _command("trace", "matches", CASE, LIST), _is_matched, "Nobody is found"),
    Scenario("erase", _prepare_imported, _command("erase", CASE, "--interview", "1"), _is_erased, "Erased.", "erase\n"),
)
SCENARIOS = {scenario.name: scenario for scenario in _ALL}
