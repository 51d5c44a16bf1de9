"""The desk's settings: the casebook's, and pages without sessions, cookies of Django's, templates or logs."""

from __future__ import annotations

import secrets

from valoshka.casebook.settings import (
    DATABASE_ROUTERS,
    DATABASES,
    DEBUG,
    DEFAULT_AUTO_FIELD,
    INSTALLED_APPS,
    LOGGING_CONFIG,
    TIME_ZONE,
    USE_I18N,
    USE_TZ,
)

__all__ = [
    "DATABASES",
    "DATABASE_ROUTERS",
    "DEBUG",
    "DEFAULT_AUTO_FIELD",
    "INSTALLED_APPS",
    "LOGGING_CONFIG",
    "TIME_ZONE",
    "USE_I18N",
    "USE_TZ",
]

ROOT_URLCONF = "valoshka.desk.web.urls"
MIDDLEWARE = ["valoshka.desk.web.guard.Guard"]
ALLOWED_HOSTS = ["127.0.0.1"]
APPEND_SLASH = False
# Nothing is signed with it; Django will not start without one.
SECRET_KEY = secrets.token_hex(32)
DATA_UPLOAD_MAX_MEMORY_SIZE = 256 * 1024
FILE_UPLOAD_HANDLERS: list[str] = []
