"""The collector's addresses, counted from where the proxy puts it."""

from __future__ import annotations

from django.urls import path

from valoshka.square.collector.views import staff, visitors

handler400 = "valoshka.square.collector.answering.not_understood"
handler404 = "valoshka.square.collector.answering.nothing_here"

urlpatterns = [
    path("challenge", visitors.challenge),
    path("flower", visitors.flower),
    path("message", visitors.message),
    path("staff/queue", staff.queue),
    path("staff/taken", staff.taken),
    path("staff/flowers", staff.flowers),
    path("staff/publish", staff.publish),
    path("staff/takedown", staff.takedown),
]
