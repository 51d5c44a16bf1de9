"""Tells Django of this room; its label sends every query to the identities' store."""

from __future__ import annotations

from django.apps import AppConfig


class IdentitiesConfig(AppConfig):
    """Names, contacts and originals, in the store `identities`."""

    name = "valoshka.casebook.identities"
    label = "identities"
    default_auto_field = "django.db.models.BigAutoField"
