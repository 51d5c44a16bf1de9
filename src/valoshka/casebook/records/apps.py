"""Tells Django of this room; its label sends every query to the casebook's store."""

from __future__ import annotations

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """The records, in the store `casebook`."""

    name = "valoshka.casebook.records"
    label = "records"
    default_auto_field = "django.db.models.BigAutoField"
