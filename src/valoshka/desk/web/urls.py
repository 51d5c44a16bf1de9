"""The desk's addresses: the link that opens it, then everything below the visit's own path."""

from __future__ import annotations

from django.urls import include, path

from valoshka.desk.web import views

handler404 = "valoshka.desk.web.guard.nothing_here"
handler400 = "valoshka.desk.web.guard.nothing_here"

urlpatterns = [
    path("open/<str:once>", views.enter),
    path("<str:visit>/fonts/<str:name>", views.font),
    path("<str:visit>/close", views.close),
    path("<str:visit>/moderation/", include("valoshka.desk.moderation.page.urls")),
]
