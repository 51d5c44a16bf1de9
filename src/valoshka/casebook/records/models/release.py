"""Actions, and what was published."""

from __future__ import annotations

from django.db import models

from valoshka.casebook.records.fields import code
from valoshka.casebook.records.models.person import Person
from valoshka.casebook.records.record import Dated, Record


class Action(Dated):
    """An urgent action, a solidarity action or a referral. No payment is ever recorded in a casebook.

    The person, the family or the lawyer can stop it: `stopped_by` says which of them did.
    """

    kind = code("action_kind")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, blank=True, related_name="actions")
    addressees = models.JSONField(default=list, blank=True)
    responses = models.JSONField(default=list, blank=True)
    outcome = models.CharField(max_length=500, blank=True, default="")
    stopped_by = models.CharField(max_length=60, blank=True, default="")


class Release(Record):
    """What was published: ids of claims, the audience, the gate's report, who approved, and the hash of the files.

    `selection` is frozen: claims and acts by id. `checks` are `[{"name", "looked_for", "result"}]`; `reasons` are
    those given for doubtful findings, by the finding's key. `counts` are the charts and figures of people that went
    out, as plain values (`disclosure/tables/plain.py`): the next release must not differ from them by a few people.
    """

    audience = code("audience")
    sha256 = models.CharField(max_length=64)
    released = models.DateTimeField()
    selection = models.JSONField(default=dict, blank=True)
    coarsening = models.JSONField(default=list, blank=True)
    checks = models.JSONField(default=list, blank=True)
    reasons = models.JSONField(default=dict, blank=True)
    counts = models.JSONField(default=list, blank=True)
    second_reader = models.CharField(max_length=60, blank=True, default="")
    approver = models.CharField(max_length=60)


class ReleaseUse(Record):
    """One item of one person that a release used.

    `person` is a bare id: what went out stays on record after the person has been erased, and says nothing then.
    """

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="uses")
    person = models.CharField(max_length=10, db_index=True)
    item = code("consent_item")
    pseudonym = models.CharField(max_length=100, blank=True, default="")
