"""What the rooms know, read from the YAML beside them: the project's own words, never a stranger's file.

Read by libyaml, which is ten times as quick as PyYAML's own reader; for files that nobody vouches for see
`untrusted_yaml`.
"""

from __future__ import annotations

from importlib import resources
from typing import Any

import yaml

_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def own_yaml(room: str, *path: str) -> Any:
    """The content of the file at `path` in the package `room`: dicts, lists, strings and numbers.

    >>> sorted(own_yaml("valoshka.disclosure.jigsaw", "family.yml"))
    ['numbers', 'source', 'words']
    """
    text = resources.files(room).joinpath(*path).read_text(encoding="utf-8")
    return yaml.load(text, _LOADER)  # noqa: S506 - a safe loader, and text of ours
