"""A collector on a free port, as `valoshka square` starts it, and people who talk to it."""

from __future__ import annotations

import http.client
import json
import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from valoshka.solidarity.flowers.fresh_seed import fresh_seed
from valoshka.square.altcha import solve
from valoshka.square.signing import authorization
from valoshka.square.staff_key import StaffSecretKey

ACTION = """
name: flowers-for-nobody
languages: [en, be]
countries_at_risk: [BY]
flowers: [cornflower, poppy]
phrases: [{id: not-alone, en: You are not alone., be: Вы не адны.}]
site: https://flowers.example.org
"""
Answer = tuple[int, dict[str, Any]]


def seed_of(label: str) -> str:
    """A seed as the page makes them, the same for the same label."""
    return fresh_seed(random.Random(label))


@dataclass
class Visitor:
    """A stranger with a browser, or, with `key`, one of the staff."""

    port: int
    key: StaffSecretKey | None = field(default=None, repr=False)

    def ask(self, method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None) -> Answer:
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            line.request(method, f"/{path}", body, headers or {})
            answer = line.getresponse()
            return answer.status, json.loads(answer.read())
        finally:
            line.close()

    def proof(self) -> str:
        return solve(self.ask("GET", "challenge")[1])  # type: ignore[arg-type]

    def give(self, **fields: str) -> Answer:
        given = {"seed": seed_of("any"), "kind": "poppy", "phrase": "not-alone", "language": "en", "country": ""}
        given.update(fields)
        given["altcha"] = fields["altcha"] if "altcha" in fields else self.proof()
        return self.ask("POST", "flower", json.dumps(given).encode())

    def send(self, picture: bytes | None = None, **fields: str) -> Answer:
        told = {"language": "be", "country": "PL", **fields}
        if picture is None:
            told = {"seed": seed_of("any"), "kind": "poppy", **told}
        told["altcha"] = fields["altcha"] if "altcha" in fields else self.proof()
        edge = b"--a-part-of-a-form"
        parts = [f'Content-Disposition: form-data; name="{name}"\r\n\r\n{text}'.encode() for name, text in told.items()]
        if picture is not None:
            head = b'Content-Disposition: form-data; name="picture"; filename="IMG_1.jpg"\r\nContent-Type: image/jpeg'
            parts.append(head + b"\r\n\r\n" + picture)
        body = b"".join(edge + b"\r\n" + part + b"\r\n" for part in parts) + edge + b"--\r\n"
        return self.ask("POST", "message", body, {"Content-Type": f"multipart/form-data; boundary={edge[2:].decode()}"})

    def sign(self, method: str, path: str, told: object = None) -> Answer:
        assert self.key
        body = b"" if told is None else json.dumps(told).encode()
        return self.ask(method, path, body, {"Authorization": authorization(self.key, method, path, body)})


@dataclass
class Square:
    """A folder, the collector that runs on it, and the key that the staff keep elsewhere."""

    folder: Path
    key: StaffSecretKey
    process: subprocess.Popen[bytes]
    port: int

    @property
    def visitor(self) -> Visitor:
        return Visitor(self.port)

    @property
    def staff(self) -> Visitor:
        return Visitor(self.port, self.key)

    @staticmethod
    def seed_of(label: str) -> str:
        """A seed that may be given, the same for the same label."""
        return seed_of(label)

    def end(self, how: signal.Signals = signal.SIGTERM) -> None:
        """SIGKILL goes to every process at once, as when the power fails."""
        if how is signal.SIGKILL:
            os.killpg(self.process.pid, how)
        else:
            self.process.send_signal(how)
        self.process.wait(40)


Start = Callable[..., Square]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def prepared(folder: Path, key: StaffSecretKey, action: str = ACTION) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "action.yml").write_text(action, encoding="utf-8")
    (folder / "staff-key.pub").write_text(key.public().line(), encoding="ascii")
    return folder


def started(folder: Path, key: StaffSecretKey, workers: int = 2, words: Path | None = None) -> Square:
    """The collector on `folder`, once it answers; what it says goes to the file `words`."""
    port = free_port()
    command = [sys.executable, "-m", "valoshka.cli.main", "square", str(folder)]
    with (words or Path(os.devnull)).open("ab") as out:
        process = subprocess.Popen(
            [*command, "--port", str(port), "--workers", str(workers)],
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            env={**os.environ, "TMPDIR": str(folder.parent)},
        )
    square = Square(folder, key, process, port)
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            square.visitor.ask("GET", "challenge")
        except OSError:
            time.sleep(0.1)
        else:
            return square
    square.end(signal.SIGKILL)
    raise TimeoutError(process)


@pytest.fixture(scope="session")
def staff_key() -> StaffSecretKey:
    return StaffSecretKey.fresh()


@pytest.fixture(scope="session")
def square(staff_key: StaffSecretKey, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Square]:
    """One collector for all tests that leave it as it was, or do not mind."""
    found = started(prepared(tmp_path_factory.mktemp("square") / "grounds", staff_key), staff_key)
    yield found
    found.end()


@pytest.fixture
def start(staff_key: StaffSecretKey, tmp_path: Path) -> Iterator[Start]:
    """`start()` runs a collector of the test's own; `start(again=one)` runs one on the same folder."""
    running: list[Square] = []

    def run(again: Square | None = None, workers: int = 1, words: Path | None = None) -> Square:
        folder = again.folder if again else prepared(tmp_path / "grounds", staff_key)
        running.append(started(folder, staff_key, workers, words))
        return running[-1]

    yield run
    for each in running:
        if each.process.poll() is None:
            each.end(signal.SIGKILL)
