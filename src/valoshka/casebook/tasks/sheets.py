"""Reading a YAML sheet that somebody wrote by hand: every mistake is named with its line."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import yaml

from valoshka.casebook.records.record import FieldFault
from valoshka.casebook.records.vocabulary import nearest, repeated
from valoshka.errors import Refused
from valoshka.untrusted_yaml import Bounds, UnreadableYaml, compose

if TYPE_CHECKING:
    from collections.abc import Collection

BOUNDS = Bounds(largest=5 << 20)
OPENING = (
    yaml.BlockMappingStartToken,
    yaml.BlockSequenceStartToken,
    yaml.FlowMappingStartToken,
    yaml.FlowSequenceStartToken,
)
CLOSING = (yaml.BlockEndToken, yaml.FlowMappingEndToken, yaml.FlowSequenceEndToken)


class SheetError(Refused):
    """A sheet was not taken, because of what stands on one line of it."""


class Entry(dict[str, Any]):
    """One mapping of a sheet; it knows its line, the line of each key, and the sheet's name."""

    def __init__(self, sheet: str, line: int) -> None:
        super().__init__()
        self.sheet = sheet
        self.line = line
        self.lines: dict[str, int] = {}

    def fault(self, sentence: str, key: str | None = None) -> SheetError:
        """The error for this entry (or for one key of it), with sheet and line before the sentence."""
        line = self.lines.get(key, self.line) if key else self.line
        return SheetError(f"{self.sheet}, line {line}: {sentence} Nothing was taken from this file.")

    def refused(self, refusal: Refused) -> SheetError:
        """What a task refused, with the line of the field that it names, or of the whole entry."""
        return self.fault(str(refusal), refusal.field if isinstance(refusal, FieldFault) else None)

    def only(self, known: Collection[str]) -> None:
        """Raise `SheetError` for the first key that is not `known`."""
        for key in self:
            if key not in known:
                raise self.fault(f"{repeated(key)} is not known here; {nearest(key, known)}", key)

    def text(self, key: str, default: str = "") -> str:
        """One line of text; numbers and dates are taken as they were written."""
        value = self.get(key)
        if value is None:
            return default
        if not isinstance(value, str):
            raise self.fault(f'"{key}" should be one text.', key)
        return value.strip()

    def needed(self, key: str, example: str) -> str:
        """A text that has to be there."""
        if not self.text(key):
            raise self.fault(f'"{key}" is missing; for example {key}: {example}.')
        return self.text(key)

    def texts(self, key: str) -> list[str]:
        """A list of texts; one text alone is a list of one."""
        value = self.get(key)
        if value is None:
            return []
        listed = value if isinstance(value, list) else [value]
        if not all(isinstance(each, str) for each in listed):
            raise self.fault(f'"{key}" should be a list of texts.', key)
        return [each.strip() for each in listed]

    def flag(self, key: str, *, default: bool = False) -> bool:
        """Yes or no."""
        answer = self.text(key).casefold()
        if not answer:
            return default
        if answer not in {"yes", "no", "true", "false"}:
            raise self.fault(f'"{key}" should be yes or no.', key)
        return answer in {"yes", "true"}

    def day(self, key: str) -> datetime.date | None:
        """A calendar day, as 2026-11-30."""
        written = self.text(key)
        try:
            return datetime.date.fromisoformat(written) if written else None
        except ValueError as error:
            raise self.fault(f'"{key}" should be a day such as 2026-11-30.', key) from error

    def entries(self, key: str) -> list[Entry]:
        """A list of mappings."""
        value = self.get(key)
        if value is None:
            return []
        if not isinstance(value, list) or not all(isinstance(each, Entry) for each in value):
            raise self.fault(f'"{key}" should be a list of entries, each beginning with "- ".', key)
        return value


def read_sheet(content: bytes, name: str) -> Entry:
    """The mapping that a sheet holds. Every scalar stays text as it was written: `no` and `2021-04` are texts.

    Raises `SheetError` for what `valoshka.untrusted_yaml` refuses.

    >>> read_sheet(b"people:\\n- pseudonym: Halina\\n  risk: [in_country]\\n", "people.yml").entries("people")[0].line
    2
    """
    try:
        root = compose(content, name, BOUNDS)
    except UnreadableYaml as error:
        raise SheetError(str(error)) from error
    if not isinstance(root, yaml.MappingNode):
        raise SheetError(f"{name}, line 1: a sheet begins with a word and a colon, such as people:")
    return _mapping(root, name)


def _value(node: yaml.Node, sheet: str) -> Entry | list[Any] | str | None:
    if isinstance(node, yaml.SequenceNode):
        return [_value(each, sheet) for each in node.value]
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, sheet)
    return None if node.tag == "tag:yaml.org,2002:null" else str(node.value)


def _mapping(node: yaml.MappingNode, sheet: str) -> Entry:
    entry = Entry(sheet, node.start_mark.line + 1)
    for key, value in node.value:
        entry.lines[key.value] = key.start_mark.line + 1
        entry[key.value] = _value(value, sheet)
    return entry
