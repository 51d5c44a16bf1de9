"""What a worker runs: the collector, and the thread that looks after the public pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.wsgi import get_wsgi_application

from valoshka.square.collector import gardening
from valoshka.square.collector.settings import FOLDER

if TYPE_CHECKING:
    from django.core.handlers.wsgi import WSGIHandler


def application_with_gardener() -> WSGIHandler:
    """The WSGI application, in a worker of its own."""
    application = get_wsgi_application()
    gardening.start(FOLDER)
    return application
