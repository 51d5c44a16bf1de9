"""YAML that somebody typed, read with the line of every value, so that a mistake can be named by its line."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

_LARGEST = 16 << 20  # bytes; a hundred thousand people with their facts
_DEEPEST = 12
_Loader: type[yaml.SafeLoader | yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Unusable(Refused):
    """A list of people that cannot be used; nothing was checked against it."""

    exit_code = 2


@dataclass(frozen=True)
class Marked:
    """One node of a YAML file and where it stands."""

    name: str
    node: yaml.Node

    @property
    def line(self) -> int:
        """Counted from 1."""
        return int(self.node.start_mark.line) + 1

    def refuse(self, sentence: str) -> Unusable:
        """The refusal of this node, with its file and line; it never repeats a value, which may be a name."""
        return Unusable(f"{self.name}, line {self.line}: {sentence}")

    def items(self) -> list[Marked]:
        """The entries of a list."""
        if not isinstance(self.node, yaml.SequenceNode):
            raise self.refuse("A list is expected here. Begin each entry with “- ”.")
        return [Marked(self.name, node) for node in self.node.value]

    def entries(self, known: Sequence[str]) -> dict[str, Marked]:
        """The entries of a mapping, by key, which must be `known`."""
        if not isinstance(self.node, yaml.MappingNode):
            raise self.refuse(f"“key: value” is expected here, with keys such as {', '.join(known[:3])}.")
        found: dict[str, Marked] = {}
        for key_node, value_node in self.node.value:
            key = Marked(self.name, key_node)
            found[key._key(known, found)] = Marked(self.name, value_node)
        return found

    def _key(self, known: Sequence[str], found: Mapping[str, Marked]) -> str:
        key = str(self.node.value) if isinstance(self.node, yaml.ScalarNode) else ""
        if key not in known:
            near = difflib.get_close_matches(key, known, n=1)
            advice = f"Did you mean “{near[0]}”?" if near else f"Known are: {', '.join(known)}."
            raise self.refuse(f"Unknown key. {advice}")
        if key in found:
            raise self.refuse(f"“{key}” stands here twice. Put both into one.")
        return key

    def text(self) -> str:
        """A single value; a number or a date is taken as it was typed."""
        if not isinstance(self.node, yaml.ScalarNode) or not str(self.node.value).strip():
            raise self.refuse("A text is expected here. Write it behind the colon, or leave the line out.")
        return str(self.node.value).strip()

    def texts(self) -> tuple[str, ...]:
        """A list of values; a single one may stand without its dash."""
        if isinstance(self.node, yaml.ScalarNode):
            return (self.text(),)
        return tuple(item.text() for item in self.items())

    def yes(self) -> bool:
        """A yes or no."""
        said = self.text().lower()
        if said not in {"true", "false", "yes", "no"}:
            raise self.refuse("“true” or “false” is expected here.")
        return said in {"true", "yes"}


def marked(path: Path) -> Marked:
    """The root of the YAML file at `path`.

    Raises `Unusable` for a file that is missing, huge, empty, not UTF-8, not YAML, too deep, or that uses anchors and
    aliases: a few bytes of those can unfold into gigabytes.
    """
    text = _text_of(path)
    try:
        for event in _shallow(yaml.parse(text, Loader=_Loader), path.name):
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) or getattr(event, "tag", None):
                raise Unusable(
                    f"{path.name}, line {_line(event)}: “&”, “*” and “!” have no place here. Write the value out."
                )
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        at = error.problem_mark.line + 1 if error.problem_mark else 1
        raise Unusable(
            f"{path.name}, line {at}: this is not YAML. Check indents, colons and quotation marks up to there."
        ) from error
    except yaml.YAMLError as error:
        raise Unusable(f"{path.name} holds control characters. Save it again as plain text.") from error
    if node is None:
        raise Unusable(f"{path.name} is empty. List the people to protect, each beginning with “- id:”.")
    return Marked(path.name, node)


def _text_of(path: Path) -> str:
    try:
        with path.open("rb") as file:
            raw = file.read(_LARGEST + 1)
    except OSError as error:
        raise Unusable(f"{path.name} could not be opened ({error.strerror}). Check the name.") from error
    if len(raw) > _LARGEST:
        raise Unusable(f"{path.name} is larger than {_LARGEST >> 20} MB. Is it the right file?")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        at = raw[: error.start].count(b"\n") + 1
        raise Unusable(f"{path.name}, line {at}: this is not UTF-8. Save the file as UTF-8.") from error


def _shallow(events: Iterator[yaml.Event], name: str) -> Iterator[yaml.Event]:
    depth = 0
    for event in events:
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise Unusable(f"{name}, line {_line(event)}: lists within lists, too deep. Write it flatter.")
        yield event


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1
