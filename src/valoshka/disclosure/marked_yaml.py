"""YAML that somebody typed, read with the line of every value, so that a mistake can be named by its line."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

from valoshka.errors import Refused
from valoshka.untrusted_yaml import Bounds, UnreadableYaml, compose

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_BOUNDS = Bounds(largest=16 << 20, deepest=12)  # a hundred thousand people with their facts


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
            found[Marked(self.name, key_node)._key(known)] = Marked(self.name, value_node)
        return found

    def _key(self, known: Sequence[str]) -> str:
        key = str(self.node.value)
        if key not in known:
            near = difflib.get_close_matches(key, known, n=1)
            advice = f"Did you mean “{near[0]}”?" if near else f"Known are: {', '.join(known)}."
            raise self.refuse(f"Unknown key. {advice}")
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

    def listed(self) -> list[Marked]:
        """The entries of a list; a single one may stand without its dash."""
        return self.items() if isinstance(self.node, yaml.SequenceNode) else [self]

    def yes(self) -> bool:
        """A yes or no."""
        said = self.text().lower()
        if said not in {"true", "false", "yes", "no"}:
            raise self.refuse("“true” or “false” is expected here.")
        return said in {"true", "yes"}


def marked(path: Path, empty: str = "List the people to protect, each beginning with “- id:”.") -> Marked:
    """The root of the YAML file at `path`; `empty` says what should stand in it if nothing does.

    Raises `Unusable` for a file that is missing or empty, and for what `valoshka.untrusted_yaml` refuses.
    """
    try:
        with path.open("rb") as file:
            untrusted = file.read(_BOUNDS.largest + 1)
        node = compose(untrusted, path.name, _BOUNDS)
    except OSError as error:
        raise Unusable(f"{path.name} could not be opened ({error.strerror}). Check the name.") from error
    except UnreadableYaml as error:
        raise Unusable(str(error)) from error
    if node is None:
        raise Unusable(f"{path.name} is empty. {empty}")
    return Marked(path.name, node)
