"""Environments of the gate's peers: what is only measured against never enters the project's requirements.

Made at the first run and kept beside the others in the benchmarks' cache; made again when the file changes.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

from benchmarks.names.environments import CannotBeHad, cache

REQUIREMENTS = Path(__file__).parent / "requirements"


def interpreter(name: str) -> Path:
    """The Python of the environment of `requirements/<name>.txt`, set up now if it is not there yet."""
    wanted = REQUIREMENTS / f"{name}.txt"
    digest = hashlib.sha256(wanted.read_bytes()).hexdigest()[:12]
    folder = cache() / f"environment-gate-{name}-{digest}"
    python = folder / "bin" / "python"
    if not (folder / "ready").exists():
        shutil.rmtree(folder, ignore_errors=True)
        _run([sys.executable, "-m", "venv", str(folder)], name)
        _run([str(python), "-m", "pip", "-q", "--disable-pip-version-check", "install", "-r", str(wanted)], name)
        (folder / "ready").touch()
    return python


def _run(command: list[str], name: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        errors = [line for line in done.stderr.splitlines() if line.strip()] or ["no reason given"]
        raise CannotBeHad(f"The environment for {name} could not be set up: {errors[-1]}")
