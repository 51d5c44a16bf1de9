"""People, the pseudonyms they bear, and how they belong together."""

from __future__ import annotations

from django.db import models

from valoshka.casebook.records.fields import InVocabulary, code, valid_date
from valoshka.casebook.records.record import Dated, Record


class Person(Record):
    """An individual, a group or an institution; names are in the identities, under the same id.

    A third person (a patient, a cellmate, a child) is protected even when unnamed: a narrator cannot consent for them.
    `veto` stands above every consent. `risk` holds codes of `terms`; `family`, `workplace` and `town` are facts that
    the gate looks for, so they are written as a publication would say them.
    """

    kind = code("person_kind", default="individual")
    sex = code("sex", blank=True)
    born = models.CharField(max_length=64, blank=True, default="", validators=[valid_date])
    profession = models.CharField(max_length=200, blank=True, default="")
    specialty = models.CharField(max_length=200, blank=True, default="")
    workplace = models.CharField(max_length=200, blank=True, default="")
    town = models.CharField(max_length=200, blank=True, default="")
    family = models.JSONField(default=list, blank=True)
    risk = models.JSONField(default=list, blank=True, validators=[InVocabulary("risk")])
    third_person = models.BooleanField(default=False)
    veto = models.BooleanField(default=False)
    veto_reason = models.CharField(max_length=500, blank=True, default="")


class Pseudonym(Record):
    """A name that protects. One a release by default: a pseudonym used twice links two stories."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="pseudonyms")
    text = models.CharField(max_length=100, unique=True)
    since = models.DateTimeField(auto_now_add=True)
    current = models.BooleanField(default=True)


class Relation(Dated):
    """One person to another, or to an institution: works at, parent of, treated, held with, commands."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="relations")
    other = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="relations_from_others")
    kind = code("relation")
