"""Keeping the keys of this process out of core dumps and away from other programs of the same user."""

from __future__ import annotations

import ctypes
import sys

PR_SET_DUMPABLE = 4  # linux/prctl.h


def seclude() -> None:
    """No core dump on a crash, as far as the system lets us say so.

    The limit alone is not enough on Linux, where a dump that is piped to a collector ignores it (core(5)); a process
    that is not dumpable is also closed to a debugger of the same user.
    """
    if sys.platform == "win32":
        return
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, hard))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
