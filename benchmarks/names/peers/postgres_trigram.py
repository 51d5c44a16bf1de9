"""PostgreSQL pg_trgm: a private server in a temporary folder, a GiST index, ordered by `<->`; on unidecode.

The server listens on a socket in that folder only and ends with this process. Its times are wall times. Run as root,
it is started as the user `nobody`, for PostgreSQL refuses to run as root.
"""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg

from benchmarks.names.peers.flattening import flat

if TYPE_CHECKING:
    from collections.abc import Iterable

WALL = True
SETTINGS = {"fsync": "off", "shared_buffers": "256MB", "maintenance_work_mem": "256MB", "listen_addresses": ""}


class PgTrgm:
    def build(self, rows: Iterable[tuple[str, str]]) -> None:
        self.store = psycopg.connect(host=_server(), dbname="postgres", user="postgres", autocommit=True)
        self.store.execute("CREATE EXTENSION pg_trgm")
        self.store.execute("CREATE TABLE people (id text, name text)")
        with self.store.cursor().copy("COPY people FROM STDIN") as copy:
            for key, text in rows:
                copy.write_row((key, flat(text)))
        self.store.execute("CREATE INDEX ON people USING gist (name gist_trgm_ops (siglen = 64))")
        self.store.execute("ANALYZE people")

    def search(self, query: str, limit: int) -> list[str]:
        asked = "SELECT id FROM people ORDER BY name <-> %s LIMIT %s"
        return [str(key) for (key,) in self.store.execute(asked, (flat(query), limit), prepare=True)]


def _server() -> str:
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    user = "nobody" if os.geteuid() == 0 else None
    if user:
        shutil.chown(folder, user)
    store = folder / "data"
    _ask(["initdb", "-D", str(store), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C"], user)
    options = " ".join(f"-c {name}={value or chr(39) * 2}" for name, value in SETTINGS.items())
    started = ["pg_ctl", "-D", str(store), "-w", "-l", str(folder / "log"), "-o", f"-k {folder} {options}", "start"]
    _ask(started, user)
    atexit.register(_end, store, folder, user)
    return str(folder)


def _end(store: Path, folder: Path, user: str | None) -> None:
    _ask(["pg_ctl", "-D", str(store), "-m", "immediate", "stop"], user)
    shutil.rmtree(folder, ignore_errors=True)


def _ask(command: list[str], user: str | None) -> None:
    found = shutil.which(command[0]) or next(
        (str(each) for each in sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{command[0]}"), reverse=True)), None
    )
    if not found:
        raise SystemExit("PostgreSQL is not installed here (Debian: postgresql).")
    # pg_ctl's server would hold a pipe open for ever, so its words go to a file.
    with tempfile.TemporaryFile() as said:
        done = subprocess.run([found, *command[1:]], user=user, stdout=said, stderr=said, cwd="/", check=False)
        if done.returncode:
            said.seek(0)
            raise SystemExit(f"PostgreSQL: {said.read().decode(errors='replace').strip().splitlines()[-1]}")


def engine() -> PgTrgm:
    return PgTrgm()
