"""The backend: what it opens, what it denies, and that Django's values come back as they went in."""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import DatabaseError, connections, transaction
from django.db.utils import ConnectionDoesNotExist, ImproperlyConfigured
from sqlcipher3 import dbapi2

from valoshka.casebook.identities.models import Name
from valoshka.casebook.opening import compact, unlock
from valoshka.casebook.records.models import AuditEntry
from valoshka.casebook.vault.router import StoreRouter
from valoshka.casebook.vault.sqlcipher import connecting
from valoshka.casebook.vault.sqlcipher.connecting import connect
from valoshka.casebook.vault.sqlcipher.maintenance import problems, vacuum
from valoshka.casebook.vault.stores import raw
from valoshka.errors import Refused


@pytest.fixture
def store(tmp_path: Path) -> Iterator[dbapi2.Connection]:
    connection = connect(tmp_path / "any.db", secrets.token_bytes(32))
    connection.execute("CREATE TABLE names (text TEXT)")
    connection.execute("INSERT INTO names VALUES ('an invented name')")
    yield connection
    connection.close()


@pytest.mark.parametrize(
    "statement",
    [
        "ATTACH ':memory:' AS elsewhere",
        "ATTACH DATABASE 'out.db' AS out KEY ''",
        "DETACH main",
        "VACUUM",
        "VACUUM INTO 'out.db'",
        "SELECT load_extension('mod_spatialite')",
    ],
)
def test_sql_cannot_carry_rows_out_of_the_store(
    store: dbapi2.Connection, statement: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(dbapi2.DatabaseError, match=r"not authorized|authorization denied"):
        store.execute(statement)
    assert not (tmp_path / "out.db").exists()


def test_the_guard_is_back_after_a_vacuum_and_after_a_failed_one(store: dbapi2.Connection) -> None:
    vacuum(store)
    store.execute("BEGIN")
    with pytest.raises(dbapi2.OperationalError, match="within a transaction"):
        vacuum(store)
    store.execute("ROLLBACK")
    with pytest.raises(dbapi2.DatabaseError, match="authoriz"):
        store.execute("VACUUM")


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("secure_delete", 1),
        ("temp_store", 2),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
    ],
)
def test_every_connection_is_hardened(store: dbapi2.Connection, pragma: str, value: object) -> None:
    assert store.execute(f"PRAGMA {pragma}").fetchone()[0] == value


def test_an_sqlite_that_cannot_encrypt_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connecting, "dbapi2", sqlite3)
    with pytest.raises(Refused, match="cannot encrypt"):
        connect(tmp_path / "plain.db", secrets.token_bytes(32))
    assert (tmp_path / "plain.db").read_bytes() == b""


def test_another_key_opens_nothing(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    one = connect(tmp_path / "any.db", secrets.token_bytes(32))
    one.execute("CREATE TABLE names (text TEXT)")
    one.close()
    with pytest.raises(dbapi2.DatabaseError, match="not a database"):
        connect(tmp_path / "any.db", secrets.token_bytes(32))
    assert capfd.readouterr() == ("", "")


def test_a_changed_byte_in_any_page_is_found(tmp_path: Path) -> None:
    key = secrets.token_bytes(32)
    connection = connect(tmp_path / "any.db", key)
    connection.execute("CREATE TABLE names (text TEXT)")
    connection.executemany("INSERT INTO names VALUES (?)", [(f"invented {number}",) for number in range(2000)])
    assert problems(connection) == []
    connection.close()
    whole = (tmp_path / "any.db").read_bytes()
    for page in range(1, len(whole) // 4096):
        changed = bytearray(whole)
        changed[page * 4096 + 77] ^= 1
        (tmp_path / "any.db").write_bytes(bytes(changed))
        connection = connect(tmp_path / "any.db", key)
        assert problems(connection) == ["1 page(s) fail their authentication code"]
        connection.close()


def test_a_pending_wal_is_no_false_alarm(store: dbapi2.Connection) -> None:
    store.executemany("INSERT INTO names VALUES (?)", [(f"invented {number}",) for number in range(5000)])
    assert problems(store) == []


def test_a_dangling_reference_is_found(store: dbapi2.Connection) -> None:
    store.executescript("CREATE TABLE a (id INTEGER PRIMARY KEY); CREATE TABLE b (a REFERENCES a)")
    store.execute("PRAGMA foreign_keys = OFF")
    store.execute("INSERT INTO b VALUES (7)")
    assert problems(store) == ["1 row(s) refer to rows that are gone"]


def test_values_come_back_through_django_as_they_went_in(case: Path, passphrase: str) -> None:
    with unlock(case, passphrase):
        Name.objects.create(person="AAAAAAAAAA", text="100 % Іна “O'Ё”", public=True)
        found = Name.objects.get(text__regex=r"^100 % .на", public=True)
        assert (found.text, found.public) == ("100 % Іна “O'Ё”", True)
        with connections["identities"].cursor() as cursor:
            cursor.execute("SELECT %(one)s, date('2020-08-09') AS 'day [date]'", {"one": 1})
            one, day = cursor.fetchone()
            cursor.executemany("SELECT %s", [])
        assert (one, day.isoformat()) == (1, "2020-08-09")


def test_a_transaction_that_names_no_store_fails(case: Path, passphrase: str) -> None:
    with unlock(case, passphrase), pytest.raises((ConnectionDoesNotExist, ImproperlyConfigured)), transaction.atomic():
        Name.objects.create(person="AAAAAAAAAA", text="invented")


def test_each_app_has_its_own_store_and_no_relation_crosses() -> None:
    router = StoreRouter()
    assert router.db_for_write(AuditEntry) == "casebook"
    assert router.db_for_read(Name) == "identities"
    assert not router.allow_relation(AuditEntry(), Name())
    assert not router.allow_migrate("identities", "records")


def test_djangos_connection_is_guarded_too(case: Path, passphrase: str) -> None:
    with unlock(case, passphrase), pytest.raises(DatabaseError, match="authoriz"):
        connections["casebook"].cursor().execute("ATTACH ':memory:' AS elsewhere")


def test_compacting_leaves_no_free_page_and_no_wal(case: Path, passphrase: str) -> None:
    with unlock(case, passphrase) as casebook:
        Name.objects.bulk_create(Name(person="AAAAAAAAAA", text=f"invented {number}") for number in range(3000))
        Name.objects.all().delete()
        assert raw("identities").execute("PRAGMA freelist_count").fetchone()[0] > 0
        compact(casebook)
        assert raw("identities").execute("PRAGMA freelist_count").fetchone()[0] == 0
        assert (case / "identities.db-wal").stat().st_size == 0
