"""What a machine suggests, and what a person decided: two kinds of rows, the first never edited."""

from __future__ import annotations

from django.db import models

from valoshka.casebook.records.fields import code
from valoshka.casebook.records.models.act import Act
from valoshka.casebook.records.models.interview import Interview
from valoshka.casebook.records.record import Dated, Record


class Proposal(Dated):
    """One suggested act, as it was suggested. Only `status` changes, and only by a `Decision`.

    `mentions` are `[{"start", "end", "quote"}]`, `perpetrator` is `{"type", "label", "start", "end"}` or `None`, with
    positions in the ORIGINAL text and words of the working text; `victims` are `[{"label", "kind"}]`.
    """

    interview = models.ForeignKey(Interview, on_delete=models.CASCADE, related_name="proposals")
    act = code("acts")
    modality = code("modality", default="happened")
    mentions = models.JSONField()
    victims = models.JSONField(default=list, blank=True)
    perpetrator = models.JSONField(null=True, blank=True)
    date_basis = code("date_basis", default="unstated")
    place = models.CharField(max_length=200, blank=True, default="")
    epistemic = code("epistemic")
    voice = code("voice", default="narrator")
    story = models.CharField(max_length=200, blank=True, default="")
    status = code("status", default="proposed")
    first = models.PositiveIntegerField()

    class Meta:
        """In the order of the text."""

        ordering = ("interview__number", "first", "id")


class Decision(Record):
    """What a person decided, with author and date: data, never an edit of what was suggested.

    `proposal` is `None` for an act made by hand. `corrections` holds the fields that the person set, by name.
    """

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, null=True, blank=True, related_name="decisions")
    interview = models.ForeignKey(Interview, on_delete=models.CASCADE, related_name="decisions")
    kind = code("decision_kind")
    corrections = models.JSONField(default=dict, blank=True)
    reason = models.CharField(max_length=500, blank=True, default="")
    author = models.CharField(max_length=60)
    decided = models.DateTimeField()
    acts = models.ManyToManyField(Act, blank=True, related_name="decisions")
