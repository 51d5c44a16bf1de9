"""Environments of the benchmark's own: what is only measured against never enters the project's requirements.

Each file in `requirements/` gets a virtual environment beside the other cached files, made once and again when the
file changes. Everything lies in `$XDG_CACHE_HOME/valoshka-benchmarks` (or `~/.cache/...`), never in the project.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from valoshka.errors import Refused

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


class CannotBeHad(Refused):
    """A peer or a corpus that cannot be set up here; the message says which, and the last line of why."""


def cache() -> Path:
    """The folder for what is dear to make: environments and generated people, no real person's name."""
    home = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "valoshka-benchmarks"
    home.mkdir(parents=True, exist_ok=True)
    return home


def interpreter(name: str) -> Path:
    """The Python of the environment of `requirements/<name>.txt`, set up now if it is not there yet."""
    wanted = HERE / "requirements" / f"{name}.txt"
    digest = hashlib.sha256(wanted.read_bytes()).hexdigest()[:12]
    folder = cache() / f"environment-{name}-{digest}"
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
