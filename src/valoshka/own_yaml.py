"""What the rooms know, read from the YAML beside them: the project's own words, never a stranger's file.

Read by libyaml, which is ten times as quick as PyYAML's own reader; for files that nobody vouches for see
`untrusted_yaml`.
"""

from __future__ import annotations

from typing import Any

import yaml

_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def own_yaml(text: str) -> Any:
    """The content of one of our own YAML files: dicts, lists, strings and numbers.

    >>> own_yaml("names: [бонч]")
    {'names': ['бонч']}
    """
    return yaml.load(text, _LOADER)  # noqa: S506 - a safe loader, and text of ours
