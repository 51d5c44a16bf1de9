"""An action's folder with its key, a collector that runs beside it, and people who send to it."""

from __future__ import annotations

import importlib.util
import io
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PIL import Image

from valoshka.desk.moderation.judging import Gate
from valoshka.desk.moderation.keys import secret_key_of
from valoshka.desk.moderation.pile import Pile
from valoshka.disclosure import load_people
from valoshka.square.staff_key import read_secret_key


def _square_parts() -> ModuleType:
    """The collector of the square's own tests: the real process."""
    spec = importlib.util.spec_from_file_location(
        "square_for_the_desk", Path(__file__).parents[1] / "square" / "conftest.py"
    )
    assert spec
    assert spec.loader
    parts = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = parts
    spec.loader.exec_module(parts)
    return parts


parts = _square_parts()
# Invented people.
PEOPLE = """
- id: p7x
  names: [Алена Узорнік, Alena Uzornik]
  identifiers: ["+375 29 123 45 67"]
"""


def _run(*arguments: str, code: int = 0, told: str = "") -> str:
    """What `valoshka ...` says, on both streams; it must end with `code`."""
    done = subprocess.run(
        [sys.executable, "-m", "valoshka.cli.main", *arguments],
        capture_output=True, text=True, timeout=180, input=told, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="session")
def run() -> Callable[..., str]:
    return _run


@pytest.fixture(scope="session")
def photo() -> bytes:
    """A JPEG of 1200 by 900 pixels, from dark to light, with a comment in it."""
    out = io.BytesIO()
    Image.linear_gradient("L").resize((1200, 900)).convert("RGB").save(out, "JPEG", comment=b"Alena Uzornik")
    return out.getvalue()


@pytest.fixture
def opened(action: Path) -> Callable[..., Pile]:
    """The pile as the page has it; `protect=False` opens it without people.yml."""

    def pile(protect: bool = True) -> Pile:
        people = load_people(action.parent / "people.yml") if protect else ()
        found = Pile(action, secret_key_of(action), Gate(people, (), "2026-05-02"), "Nina")
        found.open()
        return found

    return pile


@pytest.fixture
def action(tmp_path: Path) -> Path:
    """A folder as `valoshka action new` makes it, without a collector, and people.yml beside it."""
    folder = tmp_path / "flowers"
    _run("action", "new", str(folder))
    _set(folder, "collector", '""')
    (tmp_path / "people.yml").write_text(PEOPLE, encoding="utf-8")
    return folder


@pytest.fixture
def square(action: Path, tmp_path: Path) -> Iterator[object]:
    """A collector on a copy of the public half of `action`, which is told its address."""
    grounds = tmp_path / "grounds"
    grounds.mkdir()
    for name in ("action.yml", "staff-key.pub"):
        (grounds / name).write_bytes((action / name).read_bytes())
    found = parts.started(grounds, read_secret_key(tmp_path / "flowers.staff-key"), workers=1)
    _set(action, "collector", f"http://127.0.0.1:{found.port}")
    yield found
    if found.process.poll() is None:
        found.end()


def _set(folder: Path, key: str, value: str) -> None:
    lines = (folder / "action.yml").read_text(encoding="utf-8").splitlines()
    lines = [f"{key}: {value}" if line.startswith(f"{key}:") else line for line in lines]
    (folder / "action.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")


@pytest.fixture
def soon() -> Callable[[Callable[[], bool]], None]:
    import time

    def wait(what: Callable[[], bool]) -> None:
        until = time.monotonic() + 60
        while not what():
            assert time.monotonic() < until
            time.sleep(0.2)

    return wait
