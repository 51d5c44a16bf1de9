"""Reading a YAML file that a person typed: plain values only, each with its line, nothing that can blow up.

No tags, anchors or aliases (a few aliases unfold into gigabytes), no key twice, no hidden characters, at most 256 kB
and twenty levels. Every scalar stays the text that was typed: `no` is a word here until somebody asks for a yes or no.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TypeAlias

import yaml

from valoshka.errors import Refused

LARGEST = 256 * 1024  # bytes; a briefing of a hundred pages has about as much
DEEPEST = 20


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

    Raises `Refused`, naming file and line, for anything else: not UTF-8, not YAML, too large, too deep, an alias.

    >>> load(b"title: Dismissed", "briefing.yml").entries["title"]
    Scalar(text='Dismissed', line=1)
    """
    text = _decoded(untrusted, name)
    try:
        _weigh(text, name)
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise Refused(f"{name}, line {line}: {_plainly(error)}. Mend that line, then build again.") from error
    except yaml.reader.ReaderError as error:
        raise Refused(f"{name} holds a control character that no text needs. Delete it, then build again.") from error
    value = _value(node, name) if node is not None else None
    if not isinstance(value, Mapping):
        raise Refused(f"{name} does not say `key: value` at its first level. docs/briefing-yml.md has an example.")
    return value


def _decoded(untrusted: bytes, name: str) -> str:
    if len(untrusted) > LARGEST:
        raise Refused(f"{name} is larger than {LARGEST // 1024} kB, so it is hardly a briefing's plan. Is it the file?")
    try:
        text = untrusted.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = untrusted[: error.start].count(b"\n") + 1
        raise Refused(f"{name}, line {line}: this is not UTF-8 text. Save the file as UTF-8 and try again.") from error
    for number, content in enumerate(text.split("\n"), start=1):
        # An invisible character inside a name would hide it from the reader of the plan.
        if hidden := [c for c in content if unicodedata.category(c) == "Cf"]:
            raise Refused(f"{name}, line {number}: there is a hidden character (U+{ord(hidden[0]):04X}). Delete it.")
    return text


def _weigh(text: str, name: str) -> None:
    """Walk the events before any tree is built, so that a hostile file cannot take the memory."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise Refused(f"{name}, line {line}: `&` and `*` (anchors) are not read here. Write the text out in full.")
        if getattr(event, "tag", None):
            raise Refused(f"{name}, line {line}: `!` tags are not read here. Put the text in quotation marks.")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise Refused(f"{name}, line {line}: lists within lists, more than {DEEPEST} deep. Make it flatter.")


def _value(node: yaml.Node, name: str) -> Value:
    line = node.start_mark.line + 1
    if isinstance(node, yaml.ScalarNode):
        return Scalar(str(node.value), line)
    if isinstance(node, yaml.SequenceNode):
        return Listing(tuple(_value(item, name) for item in node.value), line)
    entries: dict[str, Value] = {}
    lines: dict[str, int] = {}
    for key, value in node.value:
        where = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            raise Refused(f"{name}, line {where}: a key must be a word. Put text that holds `: ` in quotation marks.")
        if key.value in entries:
            raise Refused(f"{name}, line {where}: this key stands already on line {lines[key.value]}. Keep one.")
        entries[key.value], lines[key.value] = _value(value, name), where
    return Mapping(entries, lines, line)


def _plainly(error: yaml.MarkedYAMLError) -> str:
    """The parser's complaint without its quotation of the text, which may hold a name."""
    problem = error.problem or "this is not YAML"
    if "mapping values are not allowed" in problem:
        return "a colon and a space inside a text; put the whole text in quotation marks"
    if "\\t" in problem:
        return "a tab at the start of a line; use spaces"
    if "found unexpected end of stream" in problem:
        return "a quotation mark is opened and never closed"
    return "the indentation or a quotation mark is not as YAML wants it"
