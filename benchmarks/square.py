"""The collector on loopback: flowers and uploads a second, nothing lost under kill -9, addresses on the disk.

Whoever asks shares the cores with the server, and other work may, too: so CPU seconds stand beside, and what two cores
would do that nothing else used, visitors' side included. Peers: plain sqlite3 with a commit for each flower, and a
process for each picture instead of warm ones. Visitors' proofs are made
beforehand: finding them is the work of their machines.

    python -m benchmarks.square [--seconds N]
"""

from __future__ import annotations

import argparse
import io
import json
import os
import random
import re
import secrets
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from valoshka.solidarity.flowers.fresh_seed import fresh_seed
from valoshka.square.altcha import new_challenge, solve
from valoshka.square.staff_key import StaffSecretKey
from valoshka.square.studio.pool import Studio

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ACTION = "languages: [en]\nflowers: [cornflower]\nphrases: [{id: not-alone, en: You are not alone.}]\n"
CONNECTIONS = 8
EDGE = "an-edge"
TICKS = os.sysconf("SC_CLK_TCK")
VISITOR = "127.9.8.7"  # loopback too, and found nowhere by chance
ADDRESS = re.compile(re.escape(VISITOR.encode()) + b"|" + re.escape(socket.inet_aton(VISITOR)))


@dataclass
class Tally:
    """What visitors counted."""

    acknowledged: list[str] = field(default_factory=list)
    other: int = 0
    seconds: float = 0.0
    server_cpu: float = 0.0
    visitors_cpu: float = 0.0

    @property
    def rate(self) -> float:
        return len(self.acknowledged) / self.seconds


@dataclass
class Running:
    folder: Path
    port: int
    process: subprocess.Popen[bytes]

    def key(self) -> bytes:
        store = sqlite3.connect(self.folder / "square.sqlite3")
        (key,) = store.execute("select key from square_ownkey").fetchone()
        store.close()
        return bytes(key)

    def proof(self) -> str:
        return solve(new_challenge(self.key_once, datetime.now(UTC), largest=3))

    @property
    def key_once(self) -> bytes:
        if not hasattr(self, "_key"):
            self._key = self.key()
        return self._key

    def cpu(self) -> float:
        """Seconds of user and system time of every process of the collector, ended children included."""
        ticks = 0
        for stat in Path("/proc").glob("[0-9]*/stat"):
            try:
                told = stat.read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(told[2]) == self.process.pid:  # its process group
                ticks += sum(map(int, told[11:15]))
        return ticks / TICKS


@contextmanager
def collector(folder: Path, workers: int = 2) -> Iterator[Running]:
    """`valoshka square` on a free port, in a process group of its own."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "valoshka.cli.main", "square", str(folder), "--port", str(port)]
    process = subprocess.Popen(
        [*command, "--workers", str(workers)],
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=(folder.parent / "said").open("ab"),
        env={**os.environ, "TMPDIR": str(folder.parent)},
    )
    running = Running(folder, port, process)
    while True:
        try:
            Line(port).ask(b"GET /challenge HTTP/1.1\r\nHost: x\r\n\r\n")
            break
        except OSError:
            time.sleep(0.1)
    try:
        yield running
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


class Line:
    """A connection that is kept, with as little work as can be."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), 60, source_address=(VISITOR, 0))
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def ask(self, request: bytes) -> int:
        """The status of the answer; 0 if the server went away."""
        self._socket.sendall(request)
        answer = b""
        while not answer.endswith(b"\r\n0\r\n\r\n"):
            part = self._socket.recv(65536)
            if not part:
                return 0
            answer += part
        return int(answer[9:12])


def flower_request(running: Running) -> tuple[str, bytes]:
    seed = fresh_seed(random.SystemRandom())
    fields = {"seed": seed, "kind": "cornflower", "phrase": "not-alone", "language": "en", "country": ""}
    body = json.dumps({**fields, "altcha": running.proof()}).encode()
    return seed, b"POST /flower HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n" % len(body) + body


def upload_request(running: Running, picture: bytes) -> tuple[str, bytes]:
    body = b""
    for name, text in {"phrase": "not-alone", "language": "en", "altcha": running.proof()}.items():
        body += f'--{EDGE}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{text}\r\n'.encode()
    body += f'--{EDGE}\r\nContent-Disposition: form-data; name="picture"; filename="a"\r\n\r\n'.encode()
    body += picture + f"\r\n--{EDGE}--\r\n".encode()
    head = f"POST /message HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary={EDGE}\r\n"
    return "upload", head.encode() + b"Content-Length: %d\r\n\r\n" % len(body) + body


def visit(running: Running, requests: Callable[[], tuple[str, bytes]], seconds: float, kill: bool = False) -> Tally:
    """Let `CONNECTIONS` visitors ask for `seconds`; with `kill`, the power fails at the end, in the midst of it."""
    tally, started, cpu, own = Tally(), time.monotonic(), running.cpu(), time.process_time()
    until = started + seconds + (10 if kill else 0)

    def one() -> None:
        try:
            line = Line(running.port)
            while time.monotonic() < until:
                name, request = requests()
                if line.ask(request) == 202:
                    tally.acknowledged.append(name)
                else:
                    tally.other += 1
        except OSError:
            return

    visitors = [threading.Thread(target=one) for _ in range(CONNECTIONS)]
    for visitor in visitors:
        visitor.start()
    if kill:
        time.sleep(seconds)
        os.killpg(running.process.pid, signal.SIGKILL)
    for visitor in visitors:
        visitor.join()
    tally.seconds, tally.server_cpu = time.monotonic() - started, running.cpu() - cpu
    tally.visitors_cpu = time.process_time() - own
    return tally


def prepare(folder: Path) -> Path:
    folder.mkdir()
    (folder / "action.yml").write_text(ACTION)
    (folder / "staff-key.pub").write_text(StaffSecretKey.fresh().public().line())
    return folder


def prepared_requests(running: Running, number: int) -> Callable[[], tuple[str, bytes]]:
    ready = [flower_request(running) for _ in range(number)]
    return lambda: ready.pop() if ready else flower_request(running)


def photograph() -> bytes:
    """A JPEG of 12 megapixels that is neither flat nor noise, about 3.5 MB, as a phone makes it."""
    coarse = np.random.default_rng(5).integers(0, 255, (300, 400, 3), dtype=np.uint8)
    out = io.BytesIO()
    Image.fromarray(coarse).resize((4000, 3000), Image.Resampling.BICUBIC).save(out, "JPEG", quality=92)
    return out.getvalue()


def addresses(folder: Path) -> int:
    """Files below `folder` in which the visitors' address stands, as text or as four bytes."""
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    return sum(bool(ADDRESS.search(path.read_bytes())) for path in files)


def row(what: str, tally: Tally) -> None:
    number = max(1, len(tally.acknowledged))
    each, both = tally.server_cpu / number, (tally.server_cpu + tally.visitors_cpu) / number
    print(f"{what:<46}{tally.rate:>9.1f}{1000 * each:>15.2f}{2 / both:>15.0f}{tally.other:>9}", flush=True)


def plain_commits(folder: Path, seconds: float) -> float:
    """Flowers a second by sqlite3 alone, one connection, a commit for each, waiting for the disk."""
    store = sqlite3.connect(folder / "plain.sqlite3", isolation_level=None)
    store.execute("pragma journal_mode=wal")
    store.execute("pragma synchronous=full")
    store.execute("create table flower (id integer primary key, seed text unique)")
    number, started = 0, time.monotonic()
    while time.monotonic() < started + seconds:
        store.execute("insert into flower values (?, ?)", (secrets.randbits(63), secrets.token_hex(8)))
        number += 1
    store.close()
    return number / seconds


def one_process_each(picture: bytes, number: int = 6) -> float:
    """Pictures a second if each had a process of its own."""
    started = time.monotonic()
    for _ in range(number):
        studio = Studio(1)
        studio.redraw(picture)
        studio.close()
    return number / (time.monotonic() - started)


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=10.0)
    seconds = parser.parse_args(arguments or []).seconds
    print(f"{'':<46}{'a second':>9}{'server CPU ms':>15}{'2 free cores':>15}{'refused':>9}")
    picture = photograph()
    with tempfile.TemporaryDirectory(prefix="square-") as name:
        place = Path(name)
        for workers in (1, 2):
            with collector(prepare(place / f"flowers-{workers}"), workers) as running:
                requests = prepared_requests(running, int(800 * seconds))
                row(f"flowers, {workers} worker(s) (target >= 300)", visit(running, requests, seconds))
        print(f"{'  sqlite3 alone, a commit for each':<46}{plain_commits(place, seconds / 2):>9.1f}")
        with collector(prepare(place / "uploads")) as running:
            row(
                "uploads of 12 megapixels, 2 workers (>= 10)",
                visit(running, lambda: upload_request(running, picture), seconds),
            )
        print(f"{'  a process for each picture, 1 at a time':<46}{one_process_each(picture):>9.1f}")
        lost, acknowledged = killed(place, seconds)
        print(f"{'acknowledged, then kill -9; lost (target 0)':<46}{acknowledged:>9}{lost:>15}")
        print(f"{'files with an address on the disk (target 0)':<46}{addresses(place):>9}")


def killed(place: Path, seconds: float) -> tuple[int, int]:
    """Flowers lost of those acknowledged before kill -9, and how many those were."""
    folder = prepare(place / "killed")
    with collector(folder) as running:
        tally = visit(running, prepared_requests(running, int(800 * seconds)), seconds, kill=True)
    with collector(folder):
        store = sqlite3.connect(folder / "square.sqlite3")
        kept = {seed for (seed,) in store.execute("select seed from square_givenflower")}
        store.close()
    return len(set(tally.acknowledged) - kept), len(tally.acknowledged)


if __name__ == "__main__":
    main(sys.argv[1:])
