"""The collector's Django side: settings, models, views.

Importing it sets Django up, so that its models work from a server, a test or a notebook alike.
"""

import os

import django
from django.apps import apps

# Another server's settings, or Django while it is loading this very package, come first.
if not apps.ready and not apps.loading:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "valoshka.square.collector.settings")
    django.setup()
