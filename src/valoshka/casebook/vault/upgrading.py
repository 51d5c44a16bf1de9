"""Bringing a store's schema up to this program's, all of it or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import IntegrityError, connections, transaction
from django.db.migrations.executor import MigrationExecutor

from valoshka.casebook.vault.router import STORE_OF_APP
from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

APP_OF_STORE = {store: app for app, store in STORE_OF_APP.items()}


def upgrade(stores: Iterable[str], where: Path, keep_backup: Callable[[], object]) -> None:
    """Apply the pending migrations of the open `stores`; `keep_backup` is called first if any of them holds rows.

    Raises `Refused` if a newer Valoshka has already changed a schema.
    """
    executors = {store: MigrationExecutor(connections[store]) for store in stores}
    for store, executor in executors.items():
        _refuse_newer(executor, APP_OF_STORE[store], where)
    pending = {store: executor for store, executor in executors.items() if _plan(executor, store)}
    if any(executor.loader.applied_migrations for executor in pending.values()):
        keep_backup()
    for store, executor in pending.items():
        _migrate(executor, store, where)


def _targets(executor: MigrationExecutor, store: str) -> list[tuple[str, str]]:
    app = APP_OF_STORE[store]
    return [node for node in executor.loader.graph.leaf_nodes() if node[0] == app]


def _plan(executor: MigrationExecutor, store: str) -> list[object]:
    return list(executor.migration_plan(_targets(executor, store)))


def _refuse_newer(executor: MigrationExecutor, app: str, where: Path) -> None:
    applied = {name for label, name in executor.loader.applied_migrations if label == app}
    known = {name for label, name in executor.loader.disk_migrations if label == app}
    if applied - known:
        raise Refused(f"{where} was last opened with a newer Valoshka. Update Valoshka, then open it again.")


def _migrate(executor: MigrationExecutor, store: str, where: Path) -> None:
    connection = connections[store]
    # Django records a migration after its own transaction; one transaction around both survives a kill between them.
    # SQLite can only rebuild tables while references are unchecked, so they are checked at the end instead.
    connection.disable_constraint_checking()
    try:
        with transaction.atomic(using=store):
            executor.migrate(_targets(executor, store))
            connection.check_constraints()
    except IntegrityError as error:
        raise Refused(
            f"{where} was not upgraded: rows of {store}.db refer to rows that are gone. It is as it was; restore a "
            "backup."
        ) from error
    finally:
        connection.enable_constraint_checking()
