"""The twelve commands of docs/first-steps.md work as they stand there."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from valoshka.documents import read

ROOT = Path(__file__).parents[2]
PASSPHRASE = ("--passphrase-file", "passphrase.txt")
STEPS = (ROOT / "docs" / "first-steps.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^```\n(valoshka .*)\n```$", STEPS, re.MULTILINE)


@pytest.fixture(scope="module")
def taken(tmp_path_factory) -> dict[str, tuple[int, str, Path]]:
    """Exit code and answer of each command, in a folder that has only a link to demo/."""
    folder = tmp_path_factory.mktemp("first-steps")
    (folder / "demo").symlink_to(ROOT / "demo")
    (folder / "passphrase.txt").write_text("three flowers in the rye\n", encoding="utf-8")
    answers = {}
    for command in COMMANDS:
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "valoshka.cli.main",
                *shlex.split(command)[1:],
                "--passphrase-file",
                "passphrase.txt",
            ],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            env={**os.environ, "PYTHONUTF8": "1"},
        )
        answers[command.split()[1]] = (done.returncode, done.stdout, folder)
    return answers


def test_there_are_twelve_commands_and_each_is_another():
    assert len(COMMANDS) == 12
    assert len({command.split()[1] for command in COMMANDS}) == 12


def test_every_command_of_the_first_steps_ends_well(taken):
    assert {name: said for name, (code, said, _) in taken.items() if code != 0 and name != "check"} == {}


def test_the_check_finds_nobody_and_leaves_only_doubts(taken):
    code, said, _ = taken["check"]
    assert code in {0, 1}
    assert "none of them was found" in said or "0 certain" in said


def test_the_first_steps_leave_a_briefing_and_a_backup(taken):
    folder = taken["brief"][2]
    assert "Tsimafei" in read(folder / "first-briefing" / "briefing.pdf").text
    assert (folder / "first-backup.valoshka").stat().st_size > 0
