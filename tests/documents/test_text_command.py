import subprocess
import sys
from pathlib import Path

import pytest
import typst

from valoshka.documents import read


def run(*arguments: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "valoshka.cli.main", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=False, env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii"})


@pytest.mark.parametrize("ending", ["", "\n", "\n\n"])
def test_the_text_is_printed_exactly_even_on_a_plain_terminal(tmp_path, ending):
    (tmp_path / "a.txt").write_text("Яна крычала — 😀" + ending)
    done = run("text", tmp_path / "a.txt")
    assert done.returncode == 0
    assert done.stdout.decode("utf-8") == "Яна крычала — 😀" + ending


def test_positions_count_in_what_is_printed(tmp_path):
    (tmp_path / "a.pdf").write_bytes(typst.compile("Адзін #pagebreak() Два".encode(), format="pdf"))
    assert run("text", tmp_path / "a.pdf").stdout.decode("utf-8") == read(tmp_path / "a.pdf").text


def test_what_was_assumed_is_said_beside_the_text(tmp_path):
    (tmp_path / "a.txt").write_bytes("Яна крычала".encode("cp1251"))
    assert run("text", tmp_path / "a.txt").stderr == b"Read as Windows-1251 (Cyrillic), judging by its letters.\n"


def test_a_refused_file_prints_nothing_but_the_reason(tmp_path):
    done = run("text", tmp_path / "missing.txt")
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"missing.txt was not read: there is no such file." in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_full_disk_is_said_in_a_sentence(tmp_path):
    (tmp_path / "a.txt").write_text("words")
    command = [sys.executable, "-m", "valoshka.cli.main", "text", str(tmp_path / "a.txt")]
    with open("/dev/full", "wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1
    assert done.stderr == b"The text could not be written (No space left on device). Free some space and try again.\n"


def test_a_reader_that_has_had_enough_is_no_error(tmp_path):
    (tmp_path / "a.txt").write_text("words " * 200_000)
    command = [sys.executable, "-m", "valoshka.cli.main", "text", str(tmp_path / "a.txt")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout
        assert running.stderr
        assert running.stdout.read(5) == b"words"
        running.stdout.close()
        assert running.stderr.read() == b"Read as UTF-8.\n"
    assert running.returncode == 0
