"""What is known of languages, callings, towns and files: the YAML beside this code."""

from __future__ import annotations

import functools
from importlib import resources
from typing import TYPE_CHECKING, cast

import yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@functools.cache
def entries(name: str) -> Mapping[str, object]:
    """What stands in the file `name` beside this module, read once.

    >>> sorted(entries("family.yml"))
    ['numbers', 'source', 'words']
    """
    text = resources.files("valoshka.disclosure.jigsaw").joinpath(name).read_text(encoding="utf-8")
    return cast("Mapping[str, object]", yaml.load(text, Loader=_LOADER))  # noqa: S506 - a safe loader, written in C
