"""Claims: the passage, or the piece of evidence, that a field of an act rests on."""

from __future__ import annotations

from django.db import models

from valoshka.casebook.records.fields import code
from valoshka.casebook.records.models.act import Act
from valoshka.casebook.records.models.interview import Evidence, Interview
from valoshka.casebook.records.record import Record


class Claim(Record):
    """A passage → one field of one act, and how the source knows it.

    `start` and `end` count in the interview's ORIGINAL text (code points, 0-based, end exclusive), so that the mark
    survives a new pseudonym; `quote` is the same passage in the working text. `field` is `act` for the act itself,
    `quote` for words that are only quoted. An organisation's finding states its standard of proof, and whether the
    authorities were asked for a reply.
    """

    act = models.ForeignKey(Act, on_delete=models.CASCADE, null=True, blank=True, related_name="claims")
    field = models.CharField(max_length=40, default="act")
    interview = models.ForeignKey(Interview, on_delete=models.CASCADE, null=True, blank=True, related_name="claims")
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    quote = models.TextField(blank=True, default="")
    evidence = models.ForeignKey(Evidence, on_delete=models.CASCADE, null=True, blank=True, related_name="claims")
    epistemic = code("epistemic")
    reliability = code("reliability", default="unassessed")
    corroborated_by = models.ManyToManyField("self", symmetrical=False, blank=True)
    standard_of_proof = models.CharField(max_length=200, blank=True, default="")
    reply_sought = models.BooleanField(null=True, blank=True)
