"""Tells Django of the collector."""

from __future__ import annotations

from django.apps import AppConfig


class CollectorConfig(AppConfig):
    """The collector, in a database of its own."""

    name = "valoshka.square.collector"
    label = "square"
    default_auto_field = "django.db.models.BigAutoField"
