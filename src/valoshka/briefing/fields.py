"""Taking typed fields out of a mapping that a person typed, and gathering every fault instead of stopping at one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING, TypeVar

from valoshka.briefing.untrusted_yaml import Listing, Mapping, Scalar, Value
from valoshka.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

T = TypeVar("T")
YES_OR_NO = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}


@dataclass
class Faults:
    """Every fault found in the file `name`, told together at the end."""

    name: str
    found: list[tuple[int, str]] = field(default_factory=list)

    def add(self, line: int, sentence: str) -> None:
        """Remember one fault."""
        self.found.append((line, sentence))

    def raise_any(self) -> None:
        """Raise `Refused` with every fault, in the order of lines; do nothing if there is none."""
        if self.found:
            told = "\n".join(f"  line {line}: {sentence}" for line, sentence in sorted(self.found))
            raise Refused(f"{self.name} cannot be read as a briefing's plan yet. Nothing was written.\n{told}")


@dataclass
class Fields:
    """One mapping of the file, read field by field; what nobody asked for is an unknown key."""

    mapping: Mapping
    faults: Faults
    known: tuple[str, ...]

    def __post_init__(self) -> None:
        """Report keys that the format does not have."""
        for key, line in self.mapping.lines.items():
            if key not in self.known:
                self.faults.add(line, unknown(key, self.known))

    @property
    def line(self) -> int:
        """Where the mapping starts."""
        return self.mapping.line

    def text(self, key: str) -> str | None:
        """The text under `key` in one line, or `None` if it is not there."""
        value = self.mapping.entries.get(key)
        if value is None:
            return None
        if not isinstance(value, Scalar):
            self.faults.add(value.line, f"`{key}` wants one text, not a list or a group.")
            return None
        return one_line(value.text) or None

    def wanted(self, key: str) -> str:
        """The text under `key`; its absence is a fault."""
        text = self.text(key)
        if text is None and not isinstance(self.mapping.entries.get(key), Listing | Mapping):
            self.faults.add(self.mapping.lines.get(key, self.line), f"`{key}` is missing here. Add it.")
        return text or ""

    def number(self, key: str) -> int:
        """A whole number that is not negative, with or without spaces and commas between thousands."""
        text = self.wanted(key)
        digits = re.sub(r"(?<=\d)[ ,_\u00a0](?=\d{3}\b)", "", text)
        if text and not (digits.isascii() and digits.isdigit() and len(digits) <= 12):
            self.faults.add(self.mapping.lines[key], f"`{key}` wants a whole number such as 30000.")
            return 0
        return int(digits or 0)

    def yes(self, key: str, *, default: bool = False) -> bool:
        """A yes or no."""
        text = self.text(key)
        if text is None:
            return default
        if text.lower() not in YES_OR_NO:
            self.faults.add(self.mapping.lines[key], f"`{key}` wants yes or no.")
        return YES_OR_NO.get(text.lower(), default)

    def one_of(self, key: str, allowed: Iterable[str], default: str) -> str:
        """One of the words in `allowed`."""
        text, allowed = self.text(key) or default, tuple(allowed)
        if text not in allowed:
            self.faults.add(self.mapping.lines.get(key, self.line), f"`{key}`: {unknown(text, allowed)}")
        return text

    def items(self, key: str) -> tuple[Value, ...]:
        """The values under `key`; a single one counts as a list of one."""
        value = self.mapping.entries.get(key)
        if value is None or (isinstance(value, Scalar) and not value.text.strip()):
            return ()
        return value.items if isinstance(value, Listing) else (value,)

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts under `key`."""
        for item in self.items(key):
            if not isinstance(item, Scalar):
                self.faults.add(item.line, f"`{key}` wants a list of texts.")
        return tuple(one_line(item.text) for item in self.items(key) if isinstance(item, Scalar))

    def each(self, key: str, read: Callable[[Value, Faults], T]) -> tuple[T, ...]:
        """What `read` makes of each value under `key`."""
        return tuple(read(item, self.faults) for item in self.items(key))


def group(value: Value, faults: Faults, known: tuple[str, ...]) -> Fields:
    """`value` as fields; anything but a group of `key: value` is a fault."""
    if isinstance(value, Mapping):
        return Fields(value, faults, known)
    faults.add(value.line, f"here a group is wanted, with {', '.join(f'`{key}`' for key in known[:4])} and so on.")
    return Fields(Mapping({}, {}, value.line), Faults(faults.name), known)


def one_line(text: str) -> str:
    """`text` with line breaks and runs of spaces made one space; no-break spaces stay."""
    return re.sub(r"[ \t\r\n]+", " ", text).strip(" ")


def unknown(word: str, known: tuple[str, ...]) -> str:
    """What to say of a word that is none of `known`.

    The word is repeated only if it looks like a key: what was typed in the wrong place may be somebody's name.

    >>> unknown("standfrist", ("standfirst", "title"))
    '`standfrist` is not known here. Did you mean `standfirst`?'
    """
    named = f"`{word}`" if re.fullmatch(r"[a-z_]{2,24}", word) else "this word"
    near = get_close_matches(word, known, n=1)
    hint = f"Did you mean `{near[0]}`?" if near else f"Known are: {', '.join(known)}."
    return f"{named} is not known here. {hint}"
