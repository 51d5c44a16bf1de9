"""SQLCipher beside plain SQLite, on 100,000 rows: insert, look up, search, scan; what opening costs, Argon2id apart.

Both with the same pragmas (WAL, synchronous=FULL, secure_delete), so that the ratio is the price of encryption alone.
CPU seconds of this process, the median of three rounds.
"""

from __future__ import annotations

import resource
import secrets
import sqlite3
import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from valoshka.casebook.vault.passphrase import DEFAULT_COST, FLOOR, Passphrase
from valoshka.casebook.vault.sqlcipher.connecting import connect

if TYPE_CHECKING:
    from collections.abc import Callable

ROWS = 100_000
ROUNDS = 3
PLAIN = ("journal_mode = WAL", "synchronous = FULL", "secure_delete = ON", "temp_store = MEMORY", "foreign_keys = ON")
WORDS = [
    "detained",
    "beaten",
    "dismissed",
    "threatened",
    "questioned",
    "released",
    "searched",
    "fined",
    "summoned",
    "expelled",
]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        key = secrets.token_bytes(32)
        stores: dict[str, Callable[[Path], sqlite3.Connection]] = {
            "SQLite": _plain,
            "SQLCipher": lambda path: connect(path, key),
            "with locked memory": lambda path: _locked(path, key),
        }
        columns = {name: _measure(Path(folder), name, opening) for name, opening in stores.items()}
    print(f"{'100,000 rows, CPU seconds':<28}" + "".join(f"{name:>20}" for name in columns) + f"{'ratio':>8}")
    for task in columns["SQLite"]:
        figures = [column[task] for column in columns.values()]
        print(f"{task:<28}" + "".join(f"{figure:>20.3f}" for figure in figures) + f"{figures[1] / figures[0]:>8.1f}")
    _open_time()


def _measure(folder: Path, name: str, opening: Callable[[Path], sqlite3.Connection]) -> dict[str, float]:
    rounds = []
    for number in range(ROUNDS):
        path = folder / f"{name}-{number}.db"
        rounds.append(_round(path, opening))
    return {task: statistics.median(figures[task] for figures in rounds) for task in rounds[0]}


def _round(path: Path, opening: Callable[[Path], sqlite3.Connection]) -> dict[str, float]:
    store = opening(path)
    store.execute("CREATE TABLE act (id INTEGER PRIMARY KEY, code TEXT, passage TEXT)")
    figures = {"insert, one transaction": _cpu(lambda: _insert(store))}
    figures["insert, 1,000 transactions"] = _cpu(lambda: _insert_singly(store))
    store.close()
    store = opening(path)
    figures["look up 20,000 by id"] = _cpu(lambda: _look_up(store))
    figures["scan (sum of lengths)"] = _cpu(lambda: store.execute("SELECT sum(length(passage)) FROM act").fetchone())
    search = "SELECT count(*) FROM act WHERE passage LIKE '%9999 dismissed%'"
    figures["search (LIKE)"] = _cpu(lambda: store.execute(search).fetchone())
    store.close()
    return figures


def _insert(store: sqlite3.Connection) -> None:
    store.execute("BEGIN")
    store.executemany(
        "INSERT INTO act VALUES (?, ?, ?)", ((row, WORDS[row % 10], _passage(row)) for row in range(ROWS))
    )
    store.execute("COMMIT")


def _insert_singly(store: sqlite3.Connection) -> None:
    for row in range(1000):
        store.execute("INSERT INTO act VALUES (?, ?, ?)", (ROWS + row, WORDS[row % 10], _passage(row)))


def _look_up(store: sqlite3.Connection) -> None:
    for row in range(20_000):
        store.execute("SELECT passage FROM act WHERE id = ?", (row * 7919 % ROWS,)).fetchone()


def _passage(row: int) -> str:
    """About 200 characters, as a coded passage has."""
    return f"{row} " + " ".join(WORDS[(row * step) % 10] for step in range(1, 23))


def _plain(path: Path) -> sqlite3.Connection:
    store = sqlite3.connect(path, isolation_level=None)
    for pragma in PLAIN:
        store.execute(f"PRAGMA {pragma}")
    return store


def _locked(path: Path, key: bytes) -> sqlite3.Connection:
    store: sqlite3.Connection = connect(path, key)
    store.execute("PRAGMA cipher_memory_security = ON")
    return store


def _cpu(work: Callable[[], object]) -> float:
    before = resource.getrusage(resource.RUSAGE_SELF)
    work()
    after = resource.getrusage(resource.RUSAGE_SELF)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _open_time() -> None:
    from valoshka.casebook.opening import create, unlock

    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder) / "case.valoshka"
        create(case, "васількі ў жыце", cost=FLOOR)
        with unlock(case, "васількі ў жыце"):  # the first one loads Django's migrations
            pass
        wall, cpu = time.monotonic(), _cpu(lambda: _unlock_ten(case))
        wall = time.monotonic() - wall
        floor = _cpu(lambda: Passphrase("васількі ў жыце").key(bytes(16), FLOOR))
    started = time.monotonic()
    argon = _cpu(lambda: Passphrase("васількі ў жыце").key(bytes(16), DEFAULT_COST))
    print(f"\n{'opening a casebook':<36}{'CPU seconds':>12}{'wall seconds':>14}")
    print(f"{'Argon2id, 256 MiB, 3 passes':<36}{argon:>12.3f}{time.monotonic() - started:>14.3f}")
    print(f"{'all the rest (both stores, schema)':<36}{cpu / 10 - floor:>12.3f}{'':>14}")
    print(f"{'at the floor (64 MiB), whole':<36}{cpu / 10:>12.3f}{wall / 10:>14.3f}")


def _unlock_ten(case: Path) -> None:
    from valoshka.casebook.opening import unlock

    for _ in range(10):
        with unlock(case, "васількі ў жыце"):
            pass


if __name__ == "__main__":
    main()
