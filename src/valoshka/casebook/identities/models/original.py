"""An interview's original: its text here, its file sealed beside the store under a key of its own."""

from __future__ import annotations

from django.db import models

from valoshka.casebook.records.ids import LENGTH
from valoshka.casebook.records.record import Record


class Original(Record):
    """The immutable text that positions count in, and where its sealed file is.

    `interview` is the casebook's random id. Erasing this row destroys `key`, and with it the file for good.
    `file_name` is here because people put names into the names of files.
    """

    interview = models.CharField(max_length=LENGTH, unique=True)
    text = models.TextField()
    file_name = models.CharField(max_length=400)
    media_type = models.CharField(max_length=120)
    encoding = models.CharField(max_length=40, blank=True, default="")
    blob = models.CharField(max_length=64, blank=True, default="")
    key = models.BinaryField(null=True, blank=True)
    sha256 = models.CharField(max_length=64)
