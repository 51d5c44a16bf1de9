"""Seconds and peak memory of each step of `make demo`, each in a process of its own, as the demo runs it."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]


def main() -> None:
    sys.path.insert(0, str(ROOT / "demo"))
    from steps import steps

    print(f"{'step':<46}{'wall s':>8}{'CPU s':>8}{'peak MB':>9}{'exit':>6}")
    total_wall = total_cpu = 0.0
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        (out / "passphrase.txt").write_text("cornflower in the rye\n", encoding="utf-8")
        for step in steps(out):
            wall, cpu, peak, code = _measured([*step.arguments, "--passphrase-file", str(out / "passphrase.txt")])
            total_wall, total_cpu = total_wall + wall, total_cpu + cpu
            command = " ".join(part for part in step.arguments[:3] if not part.startswith(folder))
            print(f"{command[:44]:<46}{wall:>8.2f}{cpu:>8.2f}{peak:>9.0f}{code:>6}", flush=True)
    print(f"{'all (target: under 60 s)':<46}{total_wall:>8.2f}{total_cpu:>8.2f}")


def _measured(arguments: list[str]) -> tuple[float, float, float, int]:
    started = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", "valoshka.cli.main", *arguments],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    kilobytes = used.ru_maxrss if sys.platform != "darwin" else used.ru_maxrss / 1024
    return (
        time.monotonic() - started,
        used.ru_utime + used.ru_stime,
        kilobytes / 1024,
        os.waitstatus_to_exitcode(status),
    )


if __name__ == "__main__":
    main()
