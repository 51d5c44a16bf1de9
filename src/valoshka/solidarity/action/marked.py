"""The nodes of `action.yml` with their lines, so that a mistake is named where it stands."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence


class UnreadableAction(Refused):
    """An `action.yml` that cannot be used; the message names file and line and never repeats what stands there."""


@dataclass(frozen=True)
class Marked:
    """One node of a YAML file called `name`."""

    name: str
    node: yaml.Node

    def refuse(self, sentence: str) -> UnreadableAction:
        """The refusal of this node."""
        return UnreadableAction(f"{self.name}, line {self.node.start_mark.line + 1}: {sentence}")

    def entries(self, known: Sequence[str], needed: Sequence[str] = ()) -> dict[str, Marked]:
        """The values of a mapping by key. Raises `UnreadableAction`: no mapping, a key not `known`, one missing."""
        if not isinstance(self.node, yaml.MappingNode):
            raise self.refuse(f"“key: value” lines are expected here, with keys such as {', '.join(known[:3])}.")
        found: dict[str, Marked] = {}
        for key, value in self.node.value:
            if key.value not in known:
                raise Marked(self.name, key).refuse(f"this key is not known. {_nearest(key.value, known)}")
            found[key.value] = Marked(self.name, value)
        for key in needed:
            if key not in found:
                raise self.refuse(f"“{key}:” is missing. Add it.")
        return found

    def items(self) -> list[Marked]:
        """The entries of a list."""
        if not isinstance(self.node, yaml.SequenceNode):
            raise self.refuse("a list is expected here, such as [one, two], or lines that begin with “- ”.")
        return [Marked(self.name, node) for node in self.node.value]

    def text(self, longest: int, *, may_be_empty: bool = False) -> str:
        """A single text of at most `longest` characters."""
        if not isinstance(self.node, yaml.ScalarNode):
            raise self.refuse("one text is expected here, behind the colon.")
        text = " ".join(str(self.node.value).split())
        if not text and not may_be_empty:
            raise self.refuse("a text is missing here. Write it behind the colon.")
        if len(text) > longest:
            raise self.refuse(f"this text has {len(text)} characters, and {longest} are the most. Shorten it.")
        return text

    def texts(self, longest: int) -> tuple[str, ...]:
        """The texts of a list, none twice."""
        found: list[str] = []
        for item in self.items():
            if (text := item.text(longest)) in found:
                raise item.refuse("this stands in the list already. Keep one of them.")
            found.append(text)
        return tuple(found)


def _nearest(key: str, known: Sequence[str]) -> str:
    near = difflib.get_close_matches(key, known, n=1)
    return f"Did you mean “{near[0]}”?" if near else f"Known are: {', '.join(known)}."
