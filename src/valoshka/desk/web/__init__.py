"""What every page of the desk stands on: loopback only, a link that works once, nothing kept by the browser.

Importing it sets Django up, with the casebook's two stores, so that pages and casebook live in one process.
"""

import os

import django
from django.apps import apps

# Another server's settings, or Django while it is loading this very package, come first.
if not apps.ready and not apps.loading:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "valoshka.desk.web.settings")
    # The casebook's settings, on which ours stand, live in a package that sets Django up when it is imported.
    import valoshka.casebook  # noqa: F401

    django.setup()
