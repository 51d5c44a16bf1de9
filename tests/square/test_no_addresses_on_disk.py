"""Every byte that the collector wrote (its folder, its temporary folder, its words) holds no visitor's address."""

from __future__ import annotations

import contextlib
import re
import socket
import sqlite3
import time
from datetime import UTC, datetime

import pytest

ADDRESS = "127.53.97.31"  # loopback too, and found nowhere by chance
AGENT = "A-Browser-Of-Its-Own/53.97"


@pytest.fixture
def everything_written(start, tmp_path):
    """What was written while visitors gave, failed, and broke off; with the collector still running."""
    words = tmp_path / "said"
    square = start(words=words, workers=2)
    proofs = [square.visitor.proof() for _ in range(3)]
    head = f"Host: x\r\nUser-Agent: {AGENT}\r\nX-Forwarded-For: {ADDRESS}\r\nCookie: a={AGENT}\r\n"
    give = f'{{"seed": "{square.seed_of("no address")}", "kind": "poppy", "language": "en", "altcha": "{proofs[0]}"}}'
    for request in [
        f"GET /challenge HTTP/1.1\r\n{head}\r\n",
        f"POST /flower HTTP/1.1\r\n{head}Content-Length: {len(give)}\r\n\r\n{give}",
        f"POST /flower HTTP/1.1\r\n{head}Content-Length: 9\r\n\r\nnot json!",
        f"GET /{AGENT} HTTP/1.1\r\n{head}\r\n",
        f"GET /staff/queue HTTP/1.1\r\n{head}Authorization: {AGENT}\r\n\r\n",
        f"POST /message HTTP/1.1\r\n{head}Content-Type: multipart/form-data; boundary={'b' * 300}\r\n\r\n",
        f"POST /message HTTP/1.1\r\n{head}Content-Length: 4000\r\n\r\nbroken off",
        f"POST /flower HTTP/1.1\r\n{head}Content-Length: many\r\n\r\n",
        f"NO-SUCH-METHOD /{AGENT} HTTP/9.9\r\n{head}\r\n",
        "no request at all\r\n\r\n",
        f"GET /{'a' * 9000} HTTP/1.1\r\n{head}\r\n",
        "\x16\x03\x01\x02\x00\x01 as if for TLS",
        f"GET /challenge HTTP/1.1\r\n{head}{'X: ' + 'y' * 9000}\r\n\r\n",
    ]:
        with socket.create_connection(("127.0.0.1", square.port), 10, source_address=(ADDRESS, 0)) as line:
            line.sendall(request.encode())
            line.settimeout(2)
            # Some of these are answered, some are not.
            with contextlib.suppress(OSError):
                line.recv(65536)
    square.visitor.send(words="words that wait", altcha=proofs[1])
    return square, lambda: [path for path in tmp_path.rglob("*") if path.is_file() and not path.is_symlink()]


def test_no_address_and_no_browser_is_written(everything_written):
    square, files = everything_written
    given = square.seed_of("no address").encode()
    assert any(given in path.read_bytes() for path in files()), "the flower itself is written"
    for shape in (ADDRESS.encode(), socket.inet_aton(ADDRESS), AGENT.encode(), ADDRESS.encode("utf-16-le")):
        assert not [path.name for path in files() if shape in path.read_bytes()]
    square.end()
    for shape in (ADDRESS.encode(), socket.inet_aton(ADDRESS), AGENT.encode()):
        assert not [path.name for path in files() if shape in path.read_bytes()]


def test_it_says_where_it_listens_and_nothing_of_anybody(everything_written, tmp_path):
    square, _ = everything_written
    square.end()
    assert (tmp_path / "said").read_text() == (
        f"The collector listens on http://127.0.0.1:{square.port}/ (Ctrl-C ends it). It writes no log.\n"
    )


def test_no_time_of_day_is_kept(everything_written):
    square, files = everything_written
    square.end()
    now = datetime.now(UTC)
    hour = re.compile(now.strftime("%Y-%m-%d.%H:").encode())
    seconds = {int(time.time()) + shift for shift in range(-120, 4000)}
    store = sqlite3.connect(square.folder / "square.sqlite3")
    # When the tables were made is no visitor's time.
    founded = {when.encode() for (when,) in store.execute("select applied from django_migrations")}
    store.close()
    for path in files():
        content = path.read_bytes()
        for when in founded:
            content = content.replace(when, b"")
        assert not hour.search(content)
        assert not seconds & {int(found) for found in re.findall(rb"(?<!\d)1\d{9}(?!\d)", content)}


def test_rows_are_not_kept_in_the_order_of_arrival(start):
    square = start()
    seeds = [square.seed_of(f"arrival {number}") for number in range(12)]
    for seed in seeds:
        square.visitor.give(seed=seed)
        square.visitor.send(seed=seed)
    square.end()
    store = sqlite3.connect(square.folder / "square.sqlite3")
    for table in ("givenflower", "waitingmessage"):
        rows = store.execute(f"select rowid, id from square_{table} order by rowid").fetchall()
        assert len(rows) == 12
        assert all(row == id_ for row, id_ in rows)
    kept = [seed for (seed,) in store.execute("select seed from square_givenflower order by rowid")]
    store.close()
    assert sorted(kept) == sorted(seeds)
    assert kept != seeds
