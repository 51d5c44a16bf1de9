"""What kill -9 leaves of a passphrase change, a backup and a detaching: the old state or the new one, never less."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

KILLING = Path(__file__).with_name("killing.py")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
@pytest.mark.parametrize("step", ["passwd", "backup", "detach"])
def test_a_kill_at_any_point_leaves_the_old_state_or_the_new_one(step: str, tmp_path: Path) -> None:
    run = subprocess.run([sys.executable, KILLING, step, tmp_path], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    states = json.loads(run.stdout)
    assert len(states) >= 12
    assert set(states) <= {"old", "new"}
    # The change takes place at one moment: once it is new, no later kill brings the old state back.
    assert states == sorted(states, key=["old", "new"].index)
    assert states[0] == "old"
