"""Kill -9 at hundreds of points of a command, and look each time at what is left.

`strace` injects the signal at the n-th call of one system call, before it is carried out. A first run lists the calls;
the points are spread evenly over everything that the command does after it first touches the casebook, and every call
that changes the disk is among them. After each kill a scenario's `check` opens what is left: the old state or the new
one, never a broken one, and the new one if the command had already said so. Kill -9 keeps what the kernel has taken in;
a power cut is another matter, answered by fsync before each rename.

    python -m benchmarks.kill_points [scenario ...] [--points N]
"""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

CHANGING = {"write", "pwrite64", "rename", "renameat", "renameat2", "fsync", "fdatasync"}
CHANGING |= {"ftruncate", "unlink", "unlinkat", "mkdir", "rmdir"}
READING = {"openat", "read", "pread64", "close", "lseek", "newfstatat", "fstat", "fcntl", "flock", "access"}
LONG = True
POINTS = 32
CALL = re.compile(r"^(\d+)\s+(\w+)\(")


@dataclass(frozen=True)
class Scenario:
    """`prepare` fills a folder once; `command` runs in a copy of it; `check` returns "old" or "new", or raises."""

    name: str
    prepare: Callable[[Path], None]
    command: list[str]
    check: Callable[[Path], str]
    acknowledged: str
    stdin: str = ""


@dataclass
class Result:
    points: int = 0
    seen: Counter[str] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)
    seconds: float = 0.0


def run(scenario: Scenario, points: int = POINTS) -> Result:
    """Kill `scenario` at about `points` points."""
    result, started = Result(), time.monotonic()
    with tempfile.TemporaryDirectory(prefix="kill-points-") as name:
        pattern = Path(name) / "pattern"
        pattern.mkdir()
        scenario.prepare(pattern)
        for call, ordinal in _points(scenario, Path(name), points):
            _kill_once(scenario, Path(name), call, ordinal, result)
    result.seconds = time.monotonic() - started
    return result


def _points(scenario: Scenario, folder: Path, points: int) -> list[tuple[str, int]]:
    work = _fresh(folder)
    trace = folder / "trace"
    traced = ["strace", "-f", "-qq", "--seccomp-bpf", "-o", str(trace), "-e", f"trace={','.join(CHANGING | READING)}"]
    done = _call([*traced, *scenario.command], scenario, work)
    if done.returncode or scenario.acknowledged not in done.stdout:
        raise RuntimeError(f"{scenario.name} does not work unkilled: {done.stderr}")
    if scenario.check(work) != "new":
        raise RuntimeError(f"{scenario.name}: the check does not see what the command did.")
    calls = _calls_of_main_thread(trace.read_text(encoding="utf-8", errors="replace").splitlines())
    changing = [point for point in calls if point[0] in CHANGING]
    others = [point for point in calls if point[0] in READING]
    chosen = _evenly(changing, points)
    return chosen + _evenly(others, max(points - len(chosen), 0))


def _calls_of_main_thread(lines: list[str]) -> list[tuple[str, int]]:
    """(call, ordinal) in order, from the first that names the casebook on; ordinals count as strace counts them."""
    main, counts, calls, begun = "", Counter[str](), [], False
    for line in lines:
        found = CALL.match(line)
        if found is None:
            continue
        main = main or found[1]
        if found[1] != main:
            continue
        counts[found[2]] += 1
        begun = begun or "case.valoshka" in line
        if begun:
            calls.append((found[2], counts[found[2]]))
    return calls


def _evenly(points: list[tuple[str, int]], wanted: int) -> list[tuple[str, int]]:
    if len(points) <= wanted:
        return points
    return [points[index * len(points) // wanted] for index in range(wanted)]


def _kill_once(scenario: Scenario, folder: Path, call: str, ordinal: int, result: Result) -> None:
    work = _fresh(folder)
    traced = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}"]
    done = _call([*traced, f"--inject={call}:signal=KILL:when={ordinal}", *scenario.command], scenario, work)
    if done.returncode not in (-signal.SIGKILL, 128 + signal.SIGKILL):
        result.seen["not reached"] += 1
        return
    result.points += 1
    said_so = scenario.acknowledged in done.stdout
    try:
        state = scenario.check(work)
    except Exception as error:  # noqa: BLE001 - whatever a check raises is a broken state, and is shown
        result.broken.append(f"{call} {ordinal}: {type(error).__name__}: {error}")
        return
    result.seen[state] += 1
    if said_so and state != "new":
        result.broken.append(f"{call} {ordinal}: said that it was done, but it was not")


def _fresh(folder: Path) -> Path:
    work = folder / "work"
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(folder / "pattern", work)
    return work


def _call(command: list[str], scenario: Scenario, work: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=work, capture_output=True, text=True, input=scenario.stdin, check=False)


def main(arguments: list[str] | None = None) -> int:
    from benchmarks.kill_scenarios import SCENARIOS

    if shutil.which("strace") is None:
        print("strace is not installed; nothing was killed.")
        return 0
    wanted = list(arguments or [])
    points = int(wanted.pop(wanted.index("--points") + 1)) if "--points" in wanted else POINTS
    names = [name for name in wanted if name != "--points"] or list(SCENARIOS)
    print(f"{'command':<12}{'kills':>7}{'old state':>11}{'new state':>11}{'broken':>8}{'seconds':>9}")
    results = []
    for name in names:
        result = run(SCENARIOS[name], points)
        results.append(result)
        old, new = result.seen["old"], result.seen["new"]
        print(
            f"{name:<12}{result.points:>7}{old:>11}{new:>11}{len(result.broken):>8}{result.seconds:>9.0f}", flush=True
        )
        for line in result.broken:
            print(f"    {line}")
    broken = sum(len(result.broken) for result in results)
    print(f"{'all':<12}{sum(result.points for result in results):>7}{'':>22}{broken:>8}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
