"""The two sealed stores.

Importing this room sets Django up, so that its models work from a command, a test or a notebook alike.
"""

import os

import django
from django.apps import apps

# A server's own settings, or Django while it is loading this very package, come first.
if not apps.ready and not apps.loading:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "valoshka.casebook.settings")
    django.setup()
