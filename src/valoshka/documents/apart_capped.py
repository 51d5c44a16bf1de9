"""Run as a script: caps its own process, then runs the script that it is given (`apart.read_apart`).

Nothing but that script's library is loaded beside a stranger's file.
"""

from __future__ import annotations

import importlib
import runpy
import sys
from typing import Any


def main() -> None:
    """`apart_capped.py MEMORY_BYTES SECONDS SCRIPT ARGUMENTS...`: the script sees its own arguments only."""
    memory, seconds = map(int, sys.argv[1:3])
    sys.argv = sys.argv[3:]
    _restrain(memory, seconds)
    runpy.run_path(sys.argv[0], run_name="__main__")


def _restrain(memory: int, seconds: int) -> None:
    """Cap memory and processor time, forbid files and crash dumps, where the system can (not on Windows)."""
    try:
        resource: Any = importlib.import_module("resource")
    except ImportError:
        return
    caps = ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_CORE, 0))  # fmt: skip
    for which, cap in caps:
        _, hard = resource.getrlimit(which)
        resource.setrlimit(which, (cap if hard == resource.RLIM_INFINITY else min(cap, hard), hard))


if __name__ == "__main__":
    main()
