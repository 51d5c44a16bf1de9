"""Names and contacts, each under the random id that the casebook knows the person by."""

from __future__ import annotations

from django.db import models

from valoshka.casebook.records.fields import code
from valoshka.casebook.records.ids import LENGTH
from valoshka.casebook.records.record import Record


class Name(Record):
    """One name as the family writes it; the spelling is evidence and is never rewritten.

    `public` means that this name may stand in a publication (a public figure's).
    """

    person = models.CharField(max_length=LENGTH, db_index=True)
    text = models.CharField(max_length=200)
    script = models.CharField(max_length=12, blank=True, default="")
    language = models.CharField(max_length=12, blank=True, default="")
    kind = code("name_kind", default="official")
    public = models.BooleanField(default=False)


class Contact(Record):
    """A phone, an address, a handle, a passport: what reaches a person, and gives them away."""

    person = models.CharField(max_length=LENGTH, db_index=True)
    kind = code("contact_kind")
    text = models.CharField(max_length=300)
