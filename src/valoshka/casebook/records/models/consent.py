"""Consent: a matrix of items and audiences in which every cell that is not there means no."""

from __future__ import annotations

from django.db import models

from valoshka.casebook.records.fields import code
from valoshka.casebook.records.models.person import Person
from valoshka.casebook.records.record import Record


class Consent(Record):
    """One time that a person was asked: how they answered, who asked, whether it was read back, until when."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="consents")
    given_on = models.DateField()
    how = code("consent_means")
    asked_by = models.CharField(max_length=60)
    read_back = models.BooleanField(default=False)
    expires = models.DateField(null=True, blank=True)


class Permission(Record):
    """One yes of a consent. `withdrawn_on` is set when it is taken back, and never unset."""

    consent = models.ForeignKey(Consent, on_delete=models.CASCADE, related_name="permissions")
    item = code("consent_item")
    audience = code("audience")
    withdrawn_on = models.DateField(null=True, blank=True)

    class Meta:
        """One answer for each item and audience."""

        constraints = (models.UniqueConstraint(fields=["consent", "item", "audience"], name="one_answer_a_cell"),)
