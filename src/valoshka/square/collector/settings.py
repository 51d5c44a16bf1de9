"""The collector's own settings: no sessions, no cookies, no templates, no log; its database beside `action.yml`.

`VALOSHKA_SQUARE` names the folder. `VALOSHKA_SQUARE_SERVICE`, if set, names a service of libpq (`pg_service.conf`) and
chooses PostgreSQL.
"""

from __future__ import annotations

import os
from pathlib import Path

from valoshka.square.grounds import DATABASE
from valoshka.square.limits import limits

FOLDER = Path(os.environ.get("VALOSHKA_SQUARE", "."))
_SERVICE = os.environ.get("VALOSHKA_SQUARE_SERVICE")

INSTALLED_APPS = ["valoshka.square.collector"]
ROOT_URLCONF = "valoshka.square.collector.urls"
MIDDLEWARE = ["valoshka.square.collector.answering.Answering"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# FULL waits for the disk before anything is acknowledged. What is deleted is overwritten, in the database and, when
# the journal is reset, there.
_SQLITE = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": FOLDER / DATABASE,
    "CONN_MAX_AGE": None,
    "OPTIONS": {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; "
        "PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY;",
    },
}
_POSTGRESQL = {"ENGINE": "django.db.backends.postgresql", "CONN_MAX_AGE": 60, "OPTIONS": {"service": _SERVICE}}
DATABASES: dict[str, dict[str, object]] = {"default": _POSTGRESQL if _SERVICE else _SQLITE}

# The server listens on loopback only; which name the world knows it by is the proxy's business. No page is built here.
ALLOWED_HOSTS = ["*"]
APPEND_SLASH = False
USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = False
DEBUG = False

# Uploads stay in memory: a temporary file would keep on the disk what is about to be sealed.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = limits().picture_bytes + limits().form_bytes
DATA_UPLOAD_MAX_MEMORY_SIZE = limits().staff_bytes
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20
DATA_UPLOAD_MAX_NUMBER_FILES = 1

# Django would log refused and failed requests, with their path and sometimes their values.
LOGGING_CONFIG = None
