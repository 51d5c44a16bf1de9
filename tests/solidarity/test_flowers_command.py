"""`valoshka action flower`, as it is typed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from valoshka.solidarity.flowers import grow


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "valoshka.cli.main", "action", "flower", *arguments]
    return subprocess.run(command, capture_output=True, cwd=folder)


def test_without_a_file_the_svg_is_printed_and_nothing_else(tmp_path):
    done = run(tmp_path, "minsk-1", "--kind", "flax")
    assert (done.returncode, done.stdout, done.stderr) == (0, grow("minsk-1", "flax").svg().encode(), b"")


def test_an_svg_is_written_and_described(tmp_path):
    done = run(tmp_path, "minsk-1.p0.s1.b1", "-o", "flower.svg")
    assert (
        done.stdout.decode()
        .strip()
        .endswith("A blue cornflower with one bud, in summer colours, ears of rye behind it.")
    )
    assert (tmp_path / "flower.svg").read_bytes() == grow("minsk-1.p0.s1.b1").svg().encode()


def test_a_png_is_1080_pixels_wide(tmp_path):
    assert run(tmp_path, "minsk-1", "-o", "flower.PNG").returncode == 0
    with Image.open(tmp_path / "flower.PNG") as picture:
        assert picture.size == (1080, 1350)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["minsk-1", "--kind", "rose"], "cornflower, poppy, flax or daisy"),
        (["x" * 65], "64 are the most"),
        (["minsk-1", "-o", "flower.gif"], ".svg or .png"),
        (["minsk-1", "-o", "there.svg"], "is there already"),
        (["minsk-1", "-o", "nowhere/flower.svg"], "There is no folder"),
        (["minsk-1\udcff"], "half of a character"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(tmp_path, arguments, said):
    (tmp_path / "there.svg").write_text("kept")
    done = run(tmp_path, *arguments)
    told = done.stderr.decode()
    assert (done.returncode, done.stdout) == (1, b"")
    assert said in told
    assert "Traceback" not in told
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("there.svg", "kept")]


def test_a_full_disk_leaves_no_half_of_a_flower(tmp_path):
    import resource

    command = [sys.executable, "-m", "valoshka.cli.main", "action", "flower", "minsk-1", "-o", "flower.svg"]
    # No file of this process may grow beyond 20 kB, which ends writing as a full disk does.
    full = {"preexec_fn": lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))}
    done = subprocess.run(command, capture_output=True, cwd=tmp_path, **full)
    assert (done.returncode, list(tmp_path.iterdir())) == (1, [])
    assert b"could not be written" in done.stderr
