"""What every command shares: the list of commands, consoles of any code page, faults that name nobody."""

from __future__ import annotations

import inspect
import os
import subprocess
import sys
from pathlib import Path

import click

from valoshka.cli.main import tell_unforeseen, valoshka
from valoshka.cli.rooms import help_of


def run(*arguments: str, **env: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "valoshka.cli.main", *arguments], capture_output=True, env={**os.environ, **env}
    )


def test_help_lists_every_command_with_a_sentence() -> None:
    told = run("--help").stdout.decode()
    commands = [file.stem for file in Path("src/valoshka/cli/commands").glob("[a-z]*.py")]
    lines = {line.split()[0]: line for line in told.splitlines() if line.startswith("  ")}
    assert len(commands) >= 17
    assert all(len(lines[command].split()) > 3 for command in commands)


def test_cyrillic_reaches_a_console_of_another_code_page(tmp_path: Path) -> None:
    (tmp_path / "told.txt").write_text("Міліцыя затрымала Яніну Крушыну 12 жніўня 2020 года.", encoding="utf-8")
    done = run("propose", str(tmp_path / "told.txt"), PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (done.returncode, b"Traceback" in done.stderr) == (0, False)


def test_an_unforeseen_fault_tells_its_place_and_nobodys_name(capsys) -> None:  # type: ignore[no-untyped-def]
    try:
        {}["Halina Bonch"]
    except KeyError as error:
        tell_unforeseen(KeyError, error, error.__traceback__)
    told = capsys.readouterr().err
    assert "KeyError at test_command_frame.py, line" in told
    assert "Bonch" not in told


def test_an_unknown_command_is_answered_in_a_sentence() -> None:
    done = run("brieff")
    assert done.returncode == 2
    assert b"brieff" in done.stderr
    assert b"Traceback" not in done.stderr


def test_help_imports_no_command_and_says_what_each_says_of_itself() -> None:
    asked = (
        "import sys; from valoshka.cli.main import valoshka; valoshka(['--help'], standalone_mode=False); "
        "print(*[name for name in sys.modules if name.startswith('valoshka.cli.commands.')])"
    )
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, check=True).stdout.decode()
    assert told.splitlines()[-1] == ""
    for name in [file.stem for file in Path("src/valoshka/cli/commands").glob("[a-z]*.py")]:
        command = valoshka.get_command(click.Context(valoshka), name)
        assert command is not None
        assert inspect.cleandoc(command.help or "") == help_of("valoshka.cli.commands", name)
