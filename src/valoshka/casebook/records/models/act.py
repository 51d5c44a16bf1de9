"""Events, acts and who was involved: who did what to whom."""

from __future__ import annotations

from django.db import models

from valoshka.casebook.records.fields import code
from valoshka.casebook.records.models.person import Person
from valoshka.casebook.records.record import Dated, Record


class Event(Dated):
    """What belongs together in time and place."""

    title = models.CharField(max_length=200)
    place = models.CharField(max_length=200, blank=True, default="")


class EventLink(Record):
    """One event precedes, causes or retaliates for another."""

    earlier = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="led_to")
    later = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="came_from")
    kind = code("event_link")


class Act(Dated):
    """One act term, one victim: a known person, or a group in the source's words with a counted unit.

    `story` is the person to whose story it belongs, often but not always the victim. An act exists only because a
    person accepted it; what a machine suggests is a `Proposal`.
    """

    term = code("acts")
    modality = code("modality", default="happened")
    date_basis = code("date_basis", default="unstated")
    victim = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, blank=True, related_name="acts_suffered")
    victim_kind = code("victim_kind", default="person")
    victim_label = models.CharField(max_length=300, blank=True, default="")
    victim_count = models.PositiveIntegerField(null=True, blank=True)
    victim_unit = models.CharField(max_length=60, blank=True, default="")
    story = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, blank=True, related_name="acts_told")
    event = models.ForeignKey(Event, on_delete=models.SET_NULL, null=True, blank=True, related_name="acts")
    place = models.CharField(max_length=200, blank=True, default="")
    method = models.CharField(max_length=300, blank=True, default="")
    stated_reason = models.CharField(max_length=300, blank=True, default="")
    consequence = models.CharField(max_length=300, blank=True, default="")


class Involvement(Record):
    """A perpetrator of an act: the type, and beside it the source's own wording."""

    act = models.ForeignKey(Act, on_delete=models.CASCADE, related_name="involvements")
    person = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="involvements")
    type = code("perpetrator")
    label = models.CharField(max_length=300, blank=True, default="")
    degree = code("degree", blank=True)
    certainty = code("certainty", blank=True)
