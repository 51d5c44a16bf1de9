"""The audit log: random ids and verbs, each entry chained to the one before by its hash."""

from __future__ import annotations

from django.db import models


class AuditEntry(models.Model):
    """Who did what to which record, without a name and without a word of a text. Triggers deny change and removal."""

    number = models.BigAutoField(primary_key=True)
    at = models.CharField(max_length=32)
    author = models.CharField(max_length=60)
    verb = models.CharField(max_length=40)
    subject = models.CharField(max_length=64)
    previous = models.CharField(max_length=64)
    sha256 = models.CharField(max_length=64, unique=True)

    class Meta:
        """In the order of writing."""

        ordering = ("number",)
