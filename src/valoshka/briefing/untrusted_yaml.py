"""A briefing's plan as values with their lines, on top of `valoshka.untrusted_yaml`.

Every scalar stays the text that was typed: `no` is a word here until somebody asks for a yes or no.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TypeAlias

import yaml

from valoshka.errors import Refused
from valoshka.untrusted_yaml import Bounds, compose, decoded

BOUNDS = Bounds(largest=256 * 1024)  # a briefing of a hundred pages has about as much


@dataclass(frozen=True)
class Scalar:
    """One typed value and the line (from 1) that it stands on."""

    text: str
    line: int


@dataclass(frozen=True)
class Listing:
    """A list of values."""

    items: tuple[Value, ...]
    line: int


@dataclass(frozen=True)
class Mapping:
    """Keys with their values; `lines` says where each key stands."""

    entries: dict[str, Value]
    lines: dict[str, int]
    line: int


Value: TypeAlias = Scalar | Listing | Mapping


def load(untrusted: bytes, name: str) -> Mapping:
    """The mapping that the file `name` holds.

    Raises `Refused`, naming file and line, for anything else, and for hidden characters.

    >>> load(b"title: Dismissed", "briefing.yml").entries["title"]
    Scalar(text='Dismissed', line=1)
    """
    _refuse_hidden(decoded(untrusted, name, BOUNDS.largest), name)
    node = compose(untrusted, name, BOUNDS)
    value = _value(node) if node is not None else None
    if not isinstance(value, Mapping):
        raise Refused(f"{name} does not say `key: value` at its first level. docs/briefing-yml.md has an example.")
    return value


def _refuse_hidden(text: str, name: str) -> None:
    for number, content in enumerate(text.split("\n"), start=1):
        # An invisible character inside a name would hide it from the reader of the plan.
        if hidden := [c for c in content if unicodedata.category(c) == "Cf"]:
            raise Refused(f"{name}, line {number}: there is a hidden character (U+{ord(hidden[0]):04X}). Delete it.")


def _value(node: yaml.Node) -> Value:
    line = node.start_mark.line + 1
    if isinstance(node, yaml.ScalarNode):
        return Scalar(str(node.value), line)
    if isinstance(node, yaml.SequenceNode):
        return Listing(tuple(_value(item) for item in node.value), line)
    pairs = [(str(key.value), key.start_mark.line + 1, _value(value)) for key, value in node.value]
    return Mapping({key: value for key, _, value in pairs}, {key: where for key, where, _ in pairs}, line)
