"""What `make demo` sets up before its first run: seconds, and megabytes by package, in a fresh virtual environment.

The package index's speed and pip's cache are in the seconds, so only the sizes compare between machines.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
TARGET_MB = 400
LARGEST = 8


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        venv = Path(folder) / "venv"
        started, cpu = time.monotonic(), _children_cpu()
        subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True)
        pip = [str(venv / "bin" / "python"), "-m", "pip", "--disable-pip-version-check", "--quiet", "install"]
        lock = str(ROOT / "requirements" / "run.lock")
        subprocess.run([*pip, "--require-hashes", "--only-binary", ":all:", "-r", lock], check=True)
        subprocess.run([*pip, "--no-deps", "--no-build-isolation", "-e", str(ROOT)], check=True)
        print(f"{'set-up, wall seconds':<28}{time.monotonic() - started:>8.1f}")
        print(f"{'set-up, CPU seconds':<28}{_children_cpu() - cpu:>8.1f}")
        print(f"{'.venv, MB (target <= ' + str(TARGET_MB) + ')':<28}{_megabytes(venv):>8.0f}")
        packages = next(venv.glob("lib/python*/site-packages"))
        sizes = sorted(((_megabytes(part), part.name) for part in packages.iterdir()), reverse=True)
        for size, name in sizes[:LARGEST]:
            print(f"  {name:<26}{size:>8.0f}")


def _children_cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _megabytes(path: Path) -> float:
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file() and not file.is_symlink()]
    return sum(file.stat().st_size for file in files) / 1e6


if __name__ == "__main__":
    main()
