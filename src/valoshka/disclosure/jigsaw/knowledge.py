"""What is known of languages, callings, towns and files: the YAML beside this code."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, cast

from valoshka.own_yaml import own_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping


@functools.cache
def entries(name: str) -> Mapping[str, object]:
    """What stands in the file `name` beside this module, read once.

    >>> sorted(entries("family.yml"))
    ['numbers', 'source', 'words']
    """
    return cast("Mapping[str, object]", own_yaml("valoshka.disclosure.jigsaw", name))
