"""Django without a web: two stores, routed by app. Neither a path nor a key ever stands here (see `vault.keyring`)."""

from __future__ import annotations

INSTALLED_APPS = ["valoshka.casebook.records", "valoshka.casebook.identities"]

# "default" stays empty: a query or an `atomic()` that names no store fails instead of landing in the wrong one.
DATABASES: dict[str, dict[str, object]] = {
    "default": {},
    "casebook": {"ENGINE": "valoshka.casebook.vault.sqlcipher", "NAME": "locked"},
    "identities": {"ENGINE": "valoshka.casebook.vault.sqlcipher", "NAME": "locked"},
}
DATABASE_ROUTERS = ["valoshka.casebook.vault.router.StoreRouter"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = False

# With DEBUG, Django keeps every query with its values in memory; a log would write names in the clear.
DEBUG = False
LOGGING_CONFIG = None
