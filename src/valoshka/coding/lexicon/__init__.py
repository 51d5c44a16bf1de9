"""The words by which acts are told, one folder a language; read once, all scalars as plain strings."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import ClassVar

import yaml

# The C reader is in every wheel of PyYAML, but not in every distribution's package.
_Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Words(_Loader):  # type: ignore[misc, valid-type]
    """Reads `no`, `on` and `off` as the words they are, not as truth values."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[object]]] = {}


@cache
def words(language: str, name: str) -> dict[str, object]:
    """The content of `<language>/<name>.yml`; every scalar is a string.

    >>> words("en", "cues")["contractions"]["'ll"]
    'will'
    """
    source = files("valoshka.coding.lexicon").joinpath(language, f"{name}.yml").read_text("utf-8")
    loaded = _Words(source).get_single_data()
    assert isinstance(loaded, dict)
    return loaded


@cache
def word_list(language: str, name: str, key: str) -> tuple[str, ...]:
    """The list `key` of `<language>/<name>.yml`; empty if there is none."""
    listed = words(language, name).get(key, [])
    assert isinstance(listed, list)
    return tuple(listed)


@cache
def towns() -> dict[str, tuple[str, ...]]:
    """Names of towns by language, and under `countries` those of them that are countries."""
    source = files("valoshka.coding.lexicon").joinpath("towns.yml").read_text("utf-8")
    loaded = _Words(source).get_single_data()
    return {**{k: tuple(v) for k, v in loaded["towns"].items()}, "countries": tuple(loaded["countries"])}
