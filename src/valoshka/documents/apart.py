"""A stranger's file in a capped process of its own: if it breaks the library that reads it, only that process ends."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from valoshka.documents.containers import too_dense
from valoshka.documents.unreadable import Unreadable

if TYPE_CHECKING:
    from valoshka.documents.limits import Limits

_CAPS = Path(__file__).with_name("apart_capped.py")


def read_apart(script: Path, name: str, untrusted_bytes: bytes, limits: Limits, *arguments: str) -> bytes:
    """What `script` writes of the file that it is given on standard input.

    The script imports nothing of ours. Raises `Unreadable` if it breaks, or needs more than `limits` allow.
    """
    caps = (str(limits.memory_bytes), str(limits.seconds))
    try:
        done = subprocess.run(  # noqa: S603 - our own scripts, no shell, no word of the user's in the arguments
            [sys.executable, "-I", str(_CAPS), *caps, str(script), *arguments],
            input=untrusted_bytes,
            capture_output=True,
            timeout=limits.seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise too_dense(name) from error
    if done.returncode != 0:
        raise Unreadable(
            name,
            "the PDF reader broke on it, or needed more memory or time than any document does",
            "Open it elsewhere, print it to a new PDF, and take that; if it came from a stranger, treat it as hostile.",
        )
    return done.stdout
