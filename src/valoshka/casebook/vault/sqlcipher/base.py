"""Django's SQLite backend on SQLCipher, keyed from the keyring.

Derived from django.db.backends.sqlite3.base, Copyright (c) Django Software Foundation and individual contributors,
BSD-3-Clause; see NOTICE.
"""

from __future__ import annotations

import datetime
import decimal
from collections.abc import Iterable, Mapping, Sequence
from itertools import tee
from typing import TypeAlias, cast

from django.db.backends.sqlite3 import base as django_sqlite
from django.db.backends.sqlite3._functions import register as register_functions  # type: ignore[import-untyped]
from django.utils.dateparse import parse_date, parse_datetime, parse_time
from sqlcipher3 import dbapi2

from valoshka.casebook.vault.keyring import open_store
from valoshka.casebook.vault.sqlcipher.connecting import connect

Params: TypeAlias = Sequence[object] | Mapping[str, object]


def _iso_date(day: datetime.date) -> str:
    return day.isoformat()


def _iso_datetime(moment: datetime.datetime) -> str:
    return moment.isoformat(" ")


# sqlcipher3 keeps converters of its own, apart from those that Django registers with the standard library.
dbapi2.register_converter("bool", b"1".__eq__)
dbapi2.register_converter("date", django_sqlite.decoder(parse_date))
dbapi2.register_converter("time", django_sqlite.decoder(parse_time))
dbapi2.register_converter("datetime", django_sqlite.decoder(parse_datetime))
dbapi2.register_converter("timestamp", django_sqlite.decoder(parse_datetime))
dbapi2.register_adapter(decimal.Decimal, str)
dbapi2.register_adapter(datetime.date, _iso_date)
dbapi2.register_adapter(datetime.datetime, _iso_datetime)


class DatabaseWrapper(django_sqlite.DatabaseWrapper):
    """Connects to the store that is open under this alias; path and key come from the keyring, not from settings."""

    Database = dbapi2
    display_name = "SQLCipher"

    def get_new_connection(self, conn_params: Mapping[str, object]) -> dbapi2.Connection:
        """A keyed, hardened connection with Django's SQL functions."""
        store = open_store(self.alias)
        self.transaction_mode = "IMMEDIATE"
        connection = connect(store.path, store.key)
        register_functions(connection)
        return connection

    def create_cursor(self, name: str | None = None) -> SQLCipherCursor:
        """A cursor that understands Django's placeholders."""
        cursor: SQLCipherCursor = self.connection.cursor(factory=SQLCipherCursor)
        return cursor


class SQLCipherCursor(dbapi2.Cursor):  # type: ignore[misc]  # sqlcipher3 ships no types
    """Django's placeholders (`%s`, `%(name)s`) over SQLCipher's cursor."""

    convert_query = django_sqlite.SQLiteCursorWrapper.convert_query  # type: ignore[attr-defined]  # Django's, untyped

    def execute(self, query: str, params: Params | None = None) -> SQLCipherCursor:
        """Run one statement."""
        if params is None:
            return cast("SQLCipherCursor", super().execute(query))
        names = list(params) if isinstance(params, Mapping) else None
        return cast("SQLCipherCursor", super().execute(self.convert_query(query, param_names=names), params))

    def executemany(self, query: str, param_list: Iterable[Params]) -> SQLCipherCursor:
        """Run one statement with each of `param_list`, which may be a generator."""
        ahead, rows = tee(iter(param_list))
        first = next(ahead, None)
        names = list(first) if isinstance(first, Mapping) else None
        return cast("SQLCipherCursor", super().executemany(self.convert_query(query, param_names=names), rows))
