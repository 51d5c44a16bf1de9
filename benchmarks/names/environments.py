"""Environments of the benchmarks' own: what is only measured against never enters the project's requirements.

Each file in a `requirements/` gets a virtual environment beside the other cached files, made once and again when the
file changes. Everything lies in `$XDG_CACHE_HOME/valoshka-benchmarks` (or `~/.cache/...`), never in the project.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
REQUIREMENTS = HERE / "requirements"


class CannotBeHad(Refused):
    """A peer or a corpus that cannot be set up here; the message says which, and the last line of why."""


def cache() -> Path:
    """The folder for what is dear to make: environments and generated people, no real person's name."""
    home = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "valoshka-benchmarks"
    home.mkdir(parents=True, exist_ok=True)
    return home


def interpreter(name: str, requirements: Path = REQUIREMENTS) -> Path:
    """The Python of the environment of `<name>.txt` in `requirements`, set up now if it is not there yet."""
    wanted = requirements / f"{name}.txt"
    digest = hashlib.sha256(wanted.read_bytes()).hexdigest()[:12]
    folder = cache() / f"environment-{name}-{digest}"
    python = folder / "bin" / "python"
    if not (folder / "ready").exists():
        shutil.rmtree(folder, ignore_errors=True)
        _run([sys.executable, "-m", "venv", str(folder)], name)
        _run([str(python), "-m", "pip", "-q", "--disable-pip-version-check", "install", "-r", str(wanted)], name)
        (folder / "ready").touch()
    return python


def told_by(title: str, environment: str | None, arguments: Sequence[str], requirements: Path = REQUIREMENTS) -> str:
    """What a Python prints that is given `arguments`, in an environment (none: this one). Raises CannotBeHad."""
    python = str(interpreter(environment, requirements)) if environment else sys.executable
    seeded = os.environ | {"PYTHONHASHSEED": "0"}
    done = subprocess.run([python, *arguments], cwd=ROOT, env=seeded, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CannotBeHad(f"{title} could not be run: {_last_line(done.stderr)}")
    return done.stdout


def _run(command: list[str], name: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CannotBeHad(f"The environment for {name} could not be set up: {_last_line(done.stderr)}")


def _last_line(errors: str) -> str:
    return next((line for line in reversed(errors.splitlines()) if line.strip()), "no reason given")
