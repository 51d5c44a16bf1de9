"""The moderation page's addresses, below the visit's own path."""

from __future__ import annotations

from django.urls import path

from valoshka.desk.moderation.page import views

urlpatterns = [
    path("", views.page),
    path("files/<str:name>", views.file),
    path("list", views.listed),
    path("message/<str:id_>", views.message),
    path("picture/<str:id_>", views.picture),
    path("decide", views.decide),
    path("note", views.note),
]
