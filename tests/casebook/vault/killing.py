"""Kill -9 a step of the vault at many points: forks, counts the calls that reach the disk, kills at the n-th.

Run as a script by `test_kill_*.py`, so that forking happens in a process without pytest's threads. Prints one JSON
line: for each point, what was left. `benchmarks/kill_points.py` does the same from outside, with strace.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

OLD, NEW = "old words for killing", "new words for killing"
CANARY = "Kanarejka Zviarynec"  # invented
REACHES_THE_DISK = {"write", "fsync", "replace", "rename", "unlink", "open", "mkdir", "rmdir", "execute", "flush"}
REACHES_THE_DISK |= {"close", "flock", "truncate"}


def killed_at_each_point(action: Callable[[Path], None], check: Callable[[Path], str], folder: Path) -> list[str]:
    """The state that `check` finds after each of about 20 kills of `action`."""
    total = _calls(action, folder)
    wanted = sorted({total * index // 20 for index in range(20)})
    return [_killed_once(action, check, folder, point) for point in wanted]


def _calls(action: Callable[[Path], None], folder: Path) -> int:
    work, seen = _fresh(folder), 0

    def count(_frame: FrameType, event: str, called: object) -> None:
        nonlocal seen
        seen += event == "c_call" and getattr(called, "__name__", "") in REACHES_THE_DISK

    sys.setprofile(count)
    action(work)
    sys.setprofile(None)
    return seen


def _killed_once(action: Callable[[Path], None], check: Callable[[Path], str], folder: Path, point: int) -> str:
    work = _fresh(folder)
    child = os.fork()
    if child == 0:
        _run_until(action, work, point)
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status) or os.WTERMSIG(status) != signal.SIGKILL:
        return "not killed"
    return check(work)


def _run_until(action: Callable[[Path], None], work: Path, point: int) -> None:
    seen = 0

    def kill(_frame: FrameType, event: str, called: object) -> None:
        nonlocal seen
        if event == "c_call" and getattr(called, "__name__", "") in REACHES_THE_DISK:
            if seen == point:
                os.kill(os.getpid(), signal.SIGKILL)
            seen += 1

    sys.setprofile(kill)
    try:
        action(work)
    finally:
        os._exit(0)


def _fresh(folder: Path) -> Path:
    work = folder / "work"
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(folder / "pattern", work)
    return work


def prepare(folder: Path) -> None:
    from valoshka.casebook.identities.models import Name
    from valoshka.casebook.opening import FLOOR, create, unlock
    from valoshka.casebook.vault import blobs

    create(folder / "case", OLD, cost=FLOOR)
    with unlock(folder / "case", OLD) as casebook:
        Name.objects.create(person="AAAAAAAAAA", text=CANARY)
        blobs.seal(b"an invented interview" * 9000, casebook.originals)


def holds_the_name(case: Path, passphrase: str) -> bool:
    """Whether identities are attached; they then hold the name, or this raises."""
    from valoshka.casebook.identities.models import Name
    from valoshka.casebook.opening import unlock
    from valoshka.casebook.vault.stores import store_problems

    with unlock(case, passphrase) as casebook:
        assert store_problems() == []
        assert not list(case.rglob(".*"))  # what a kill left half-written is swept on opening
        if casebook.has_identities:
            assert Name.objects.get().text == CANARY
            assert len(list(casebook.originals.iterdir())) == 1
        return casebook.has_identities


def change(work: Path) -> None:
    from valoshka.casebook.opening import FLOOR
    from valoshka.casebook.vault.changing import change_passphrase

    change_passphrase(work / "case", OLD, NEW, cost=FLOOR)


def which_opens(work: Path) -> str:
    from valoshka.casebook.vault.slots import WrongPassphrase

    try:
        assert holds_the_name(work / "case", OLD)
    except WrongPassphrase:
        assert holds_the_name(work / "case", NEW)
        return "new"
    return "old"


def back_up_it(work: Path) -> None:
    from valoshka.casebook.vault.backing_up import back_up

    back_up(work / "case", OLD, work / "sealed")


def is_backed_up(work: Path) -> str:
    from valoshka.casebook.vault.backing_up import restore

    assert holds_the_name(work / "case", OLD)
    if not (work / "sealed").exists():
        return "old"
    restore(work / "sealed", work / "again", OLD)
    assert holds_the_name(work / "again", OLD)
    return "new"


def detach_it(work: Path) -> None:
    from valoshka.casebook.vault.travelling import detach

    detach(work / "case", OLD, work / "sealed")


def where_they_are(work: Path) -> str:
    from valoshka.casebook.vault.travelling import attach

    if holds_the_name(work / "case", OLD):
        return "old"
    assert not (work / "case" / "identities.db").exists()
    attach(work / "case", OLD, work / "sealed")
    assert holds_the_name(work / "case", OLD)
    return "new"


STEPS = {"passwd": (change, which_opens), "backup": (back_up_it, is_backed_up), "detach": (detach_it, where_they_are)}

if __name__ == "__main__":
    step, place = sys.argv[1], Path(sys.argv[2])
    (place / "pattern").mkdir()
    prepare(place / "pattern")
    print(json.dumps(killed_at_each_point(*STEPS[step], place)))
