"""Which app's rows lie in which store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.errors import Refused

if TYPE_CHECKING:
    from django.db.models import Model

STORE_OF_APP = {"records": "casebook", "identities": "identities"}


class StoreRouter:
    """Sends each app to its store, and forbids a foreign key between the two.

    >>> StoreRouter().allow_migrate("casebook", "identities")
    False
    """

    def db_for_read(self, model: type[Model], **hints: object) -> str:
        """The alias of the store that holds `model`."""
        return _store(model._meta.app_label)

    def db_for_write(self, model: type[Model], **hints: object) -> str:
        """The alias of the store that holds `model`."""
        return _store(model._meta.app_label)

    def allow_relation(self, one: Model, other: Model, **hints: object) -> bool:
        """Only within a store: the two share random ids, never a key that joins them."""
        return _store(one._meta.app_label) == _store(other._meta.app_label)

    def allow_migrate(self, db: str, app_label: str, **hints: object) -> bool:
        """Each app's tables are made in its own store only."""
        return STORE_OF_APP.get(app_label) == db


def _store(app_label: str) -> str:
    try:
        return STORE_OF_APP[app_label]
    except KeyError as error:
        raise Refused(f"The app {app_label} has no store. Name it in vault/router.py.") from error
