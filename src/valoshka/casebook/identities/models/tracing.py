"""Searches kept open, the lists they are held against, and what people decided about each likeness.

A search names a real person and often the family who asks; a row of a list names whoever stands there. Both lie in the
identities only. What a person decided is a row with author and date: it is added to, never edited.
"""

from __future__ import annotations

from django.db import models

from valoshka.casebook.records.fields import valid_date
from valoshka.casebook.records.ids import LENGTH
from valoshka.casebook.records.record import Record

LONGEST_NAME = 200
LONGEST_NOTE = 2000


class Search(Record):
    """One person who is sought: "tell me when a list brings someone like this".

    `serial` grows with every opening, change and reopening, over all searches, and is never given twice: what has been
    compared is on record by it. `fingerprint` is the SHA-256 of what was asked, so that a sheet can be taken again.
    `person` is the casebook's random id, if this is somebody whom it knows.
    """

    serial = models.PositiveBigIntegerField(unique=True)
    fingerprint = models.CharField(max_length=64, db_index=True)
    name = models.CharField(max_length=LONGEST_NAME)
    other_names = models.JSONField(default=list, blank=True)
    born = models.CharField(max_length=64, blank=True, default="", validators=[valid_date])
    last_seen = models.CharField(max_length=64, blank=True, default="", validators=[valid_date])
    last_place = models.CharField(max_length=300, blank=True, default="")
    asked_by = models.CharField(max_length=300, blank=True, default="")
    note = models.CharField(max_length=LONGEST_NOTE, blank=True, default="")
    reference = models.CharField(max_length=100, blank=True, default="")
    person = models.CharField(max_length=LENGTH, blank=True, default="", db_index=True)
    opened = models.DateTimeField()
    is_open = models.BooleanField(default=True, db_index=True)

    class Meta:
        """In the order in which they were opened or last changed."""

        ordering = ("serial",)

    @property
    def names(self) -> list[str]:
        """Every name that it asks for now, the family's own spelling first."""
        return [self.name, *self.other_names]


class SearchTurn(models.Model):
    """What became of a search and why: opened, changed (`before` holds what stood there), closed, reopened."""

    class Kind(models.TextChoices):
        """The turns that a search can take."""

        OPENED = "opened"
        CHANGED = "changed"
        CLOSED = "closed"
        REOPENED = "reopened"

    number = models.BigAutoField(primary_key=True)
    search = models.ForeignKey(Search, on_delete=models.CASCADE, related_name="turns")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    reason = models.CharField(max_length=LONGEST_NOTE, blank=True, default="")
    before = models.JSONField(default=dict, blank=True)
    author = models.CharField(max_length=60)
    at = models.DateTimeField()

    class Meta:
        """In the order in which they were taken."""

        ordering = ("number",)


class KeptList(Record):
    """One list that was read: its file by SHA-256, when it was read, and how far it has been compared.

    Searches with a serial up to `compared_up_to` have been held against all its rows by the engine `compared_by`.
    `comparing_up_to` and `compared_rows` say where an unfinished comparison stands: rows up to number `compared_rows`
    have been held against searches up to `comparing_up_to`. Of `rows_kept`, `rows_blacked` were blacked out since.
    """

    file_name = models.CharField(max_length=400)
    sha256 = models.CharField(max_length=64, unique=True)
    read_at = models.DateTimeField()
    written_at = models.DateTimeField(null=True, blank=True)
    read_by = models.CharField(max_length=60)
    rows_kept = models.PositiveIntegerField(default=0)
    rows_refused = models.PositiveIntegerField(default=0)
    rows_blacked = models.PositiveIntegerField(default=0)
    compared_by = models.CharField(max_length=60, blank=True, default="")
    compared_at = models.DateTimeField(null=True, blank=True)
    compared_up_to = models.PositiveBigIntegerField(default=0)
    comparing_up_to = models.PositiveBigIntegerField(default=0)
    compared_rows = models.PositiveBigIntegerField(default=0)

    class Meta:
        """The list read last comes last."""

        ordering = ("read_at", "id")

    @property
    def rows_searched(self) -> int:
        """How many of its rows can still be like anybody: a row that was blacked out names nobody."""
        return self.rows_kept - self.rows_blacked


class KeptRow(models.Model):
    """One row of a list: `words` as it stands, the names that it names (one a line), and where anybody can look it up.

    `label` is the list's own id of the row, or its number; `born` is EDTF. A row can tell of third persons too.
    """

    number = models.BigAutoField(primary_key=True)
    kept_list = models.ForeignKey(KeptList, on_delete=models.CASCADE, related_name="rows")
    page = models.CharField(max_length=200, blank=True, default="")
    line = models.PositiveIntegerField()
    label = models.CharField(max_length=200, blank=True, default="")
    names = models.TextField()
    born = models.CharField(max_length=64, blank=True, default="")
    words = models.TextField()

    class Meta:
        """In the order of the list."""

        ordering = ("number",)


class Hit(Record):
    """A row of a list that is like a search: a machine's suggestion, never "found".

    `name_compared` is the name of the search that came nearest, `search_serial` the search as it stood then, `engine`
    the version of `names/` that compared.
    """

    search = models.ForeignKey(Search, on_delete=models.CASCADE, related_name="hits")
    row = models.ForeignKey(KeptRow, on_delete=models.CASCADE, related_name="hits")
    score = models.FloatField()
    reasons = models.JSONField(default=list)
    name_compared = models.CharField(max_length=LONGEST_NAME)
    search_serial = models.PositiveBigIntegerField()
    engine = models.CharField(max_length=60)
    seen = models.DateTimeField()

    class Meta:
        """One likeness for each search and row."""

        constraints = (models.UniqueConstraint(fields=["search", "row"], name="one_hit_a_search_and_row"),)


class HitDecision(models.Model):
    """What a person decided about a hit; the newest decision counts, the older ones are history."""

    class Kind(models.TextChoices):
        """What can be decided; `later` leaves (or makes) it undecided."""

        CONFIRMED = "confirmed"
        NOT_THEM = "not_them"
        LATER = "later"

    number = models.BigAutoField(primary_key=True)
    hit = models.ForeignKey(Hit, on_delete=models.CASCADE, related_name="decisions")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    note = models.CharField(max_length=LONGEST_NOTE, blank=True, default="")
    author = models.CharField(max_length=60)
    decided = models.DateTimeField()

    class Meta:
        """In the order in which they were taken."""

        ordering = ("number",)
