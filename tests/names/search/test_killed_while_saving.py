"""A process that is killed while it saves leaves the old index or the new one, never half of either."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

from valoshka.names import NameIndex

KEY = bytes(32)
SAVING = """
import sys
from pathlib import Path
from valoshka.names import NameIndex
index = NameIndex.load(Path(sys.argv[1]), bytes(32))
print("saving", flush=True)
while True:
    index.save(Path(sys.argv[1]), bytes(32))
"""


@pytest.mark.parametrize("delay", [0.0, 0.003, 0.01, 0.02, 0.05])
def test_killed_at_any_moment_a_whole_index_is_there(delay, tmp_path):
    path = tmp_path / "names"
    rows = [(place, f"Сарокін Мікалай-{place % 97} Пятровіч") for place in range(3_000)]
    NameIndex.build(rows).save(path, KEY)
    process = subprocess.Popen([sys.executable, "-c", SAVING, str(path)], stdout=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(delay)
    process.kill()
    process.communicate()
    assert list(NameIndex.load(path, KEY).rows()) == rows
    for left in tmp_path.iterdir():
        assert left.stat().st_mode & 0o777 == 0o600
        assert "Сарокін".encode() not in left.read_bytes()
