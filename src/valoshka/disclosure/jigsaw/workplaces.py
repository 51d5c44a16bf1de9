"""Words of a workplace's name that a narrator leaves out."""

from __future__ import annotations

import functools
import re
from importlib import resources
from typing import cast

import yaml


@functools.cache
def ranks() -> re.Pattern[str]:
    """A word that says only of what rank an institution is: central, district, city, clinical."""
    text = resources.files("valoshka.disclosure.jigsaw").joinpath("workplaces.yml").read_text(encoding="utf-8")
    listed = cast(dict[str, list[str]], yaml.safe_load(text))["ranks"]
    return re.compile("|".join(word.replace("~", r"\w*") for word in listed), re.IGNORECASE)
