"""Interviews under pseudonyms, and evidence."""

from __future__ import annotations

from django.db import models

from valoshka.casebook.records.fields import code
from valoshka.casebook.records.models.person import Person
from valoshka.casebook.records.record import Dated, Record


class Interview(Dated):
    """What somebody told. The original text is in the identities; here is its working text under pseudonyms.

    `alignment` is the map between the two, as `tasks.alignment.Alignment.as_rows` writes it. `sha256` is that of the
    original file. `number` counts in the order of import, so that colleagues can speak of "interview 3".
    """

    number = models.PositiveIntegerField(unique=True)
    source = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="interviews")
    language = models.CharField(max_length=12, blank=True, default="")
    interviewer = models.CharField(max_length=60, blank=True, default="")
    interpreter = models.BooleanField(default=False)
    mode = code("interview_mode", blank=True)
    sha256 = models.CharField(max_length=64, unique=True)
    working_text = models.TextField()
    alignment = models.JSONField(default=list, blank=True)
    imported = models.DateTimeField(auto_now_add=True)
    proposed = models.DateTimeField(null=True, blank=True)


class Evidence(Record):
    """A file that proves something: the hash of its original, how it was obtained, whose hands it went through."""

    person = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="evidence")
    interview = models.ForeignKey(Interview, on_delete=models.CASCADE, null=True, blank=True, related_name="evidence")
    sha256 = models.CharField(max_length=64)
    working_copy_sha256 = models.CharField(max_length=64, blank=True, default="")
    how_obtained = models.CharField(max_length=500, blank=True, default="")
    custody = models.JSONField(default=list, blank=True)
