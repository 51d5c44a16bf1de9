"""YAML that a person typed, or that an enemy sent: read as plain words with their lines, and nothing that can blow up.

No tags, anchors or aliases (a few bytes of those unfold into gigabytes), no key twice, bounds on size and depth. Every
scalar stays the text that was typed. The rooms read their own sheets from the tree that `compose` returns.
"""

from __future__ import annotations

from dataclasses import dataclass

import yaml

from valoshka.errors import Refused

_Loader: type[yaml.SafeLoader | yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Bounds:
    """How large (in bytes) and how deep a file may be."""

    largest: int = 256 * 1024
    deepest: int = 20


class UnreadableYaml(Refused):
    """A YAML file was not read; the message names file and line and never repeats what stands there."""


def compose(untrusted: bytes, name: str, bounds: Bounds | None = None) -> yaml.Node | None:
    """The tree of the YAML file `name`, or `None` if it is empty. Lines are `node.start_mark.line + 1`.

    Raises `UnreadableYaml`: not UTF-8, not YAML, too large, too deep, a tag, an anchor, an alias, a key twice.

    >>> compose(b"people: []\\npeople: []", "people.yml")
    Traceback (most recent call last):
    valoshka.untrusted_yaml.UnreadableYaml: people.yml, line 2: this key stands already on line 1. Keep one of them.
    """
    bounds = bounds or Bounds()
    text = decoded(untrusted, name, bounds.largest)
    try:
        _weigh(text, name, bounds.deepest)
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise UnreadableYaml(f"{name}, line {line}: {_plainly(error)}. Mend that line, then try again.") from error
    except yaml.YAMLError as error:
        raise UnreadableYaml(f"{name} holds a control character that no text needs. Save it as plain text.") from error
    if root is not None:
        _refuse_twins(root, name)
    return root


def decoded(untrusted: bytes, name: str, largest: int) -> str:
    """The text of a file, without a byte order mark. Raises `UnreadableYaml` if it is too large or not UTF-8."""
    if len(untrusted) > largest:
        size = f"{largest >> 20} MB" if largest >> 20 else f"{largest >> 10} kB"
        raise UnreadableYaml(f"{name} is larger than {size}. Is it the right file?")
    try:
        return untrusted.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = untrusted[: error.start].count(b"\n") + 1
        raise UnreadableYaml(
            f"{name}, line {line}: this is not UTF-8. Save the file as UTF-8, then try again."
        ) from error


def _weigh(text: str, name: str, deepest: int) -> None:
    """Walk the events before any tree is built, so that a hostile file cannot take the memory."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise UnreadableYaml(f"{name}, line {line}: “&” and “*” (anchors) are not read here. Write the text out.")
        if getattr(event, "tag", None):
            raise UnreadableYaml(f"{name}, line {line}: “!” tags are not read here. Put the text in quotation marks.")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > deepest:
            raise UnreadableYaml(f"{name}, line {line}: too deep, lists within lists. Make it flatter.")


def _refuse_twins(root: yaml.Node, name: str) -> None:
    """YAML lets the last of two equal keys win, so that the first would be lost in silence."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, yaml.SequenceNode):
            waiting += node.value
        elif isinstance(node, yaml.MappingNode):
            lines: dict[str, int] = {}
            for key, value in node.value:
                _refuse_twin(key, lines, name)
                waiting.append(value)


def _refuse_twin(key: yaml.Node, lines: dict[str, int], name: str) -> None:
    line = key.start_mark.line + 1
    if not isinstance(key, yaml.ScalarNode):
        raise UnreadableYaml(f"{name}, line {line}: a key must be a word. Put text that holds “: ” in quotation marks.")
    if key.value in lines:
        raise UnreadableYaml(
            f"{name}, line {line}: this key stands already on line {lines[key.value]}. Keep one of them."
        )
    lines[key.value] = line


def _plainly(error: yaml.MarkedYAMLError) -> str:
    """The parser's complaint without its quotation of the text, which may hold a name."""
    problem = error.problem or ""
    if "mapping values are not allowed" in problem:
        return "a colon and a space inside a text; put the whole text in quotation marks"
    if "cannot start any token" in problem:
        return "a tab, or a sign that YAML keeps for itself, at the start of a text; use spaces or quotation marks"
    if "found unexpected end of stream" in problem:
        return "a quotation mark is opened and never closed"
    return "this is not YAML; check indents, colons, brackets and quotation marks up to there"
