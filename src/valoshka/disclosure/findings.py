"""What the gate objects to, and where."""

from __future__ import annotations

import functools
import hashlib
from dataclasses import dataclass, field
from typing import Literal, cast

from valoshka.errors import Refused
from valoshka.names import fold
from valoshka.own_yaml import own_yaml

Tier = Literal["block", "review"]
_ANYBODY = "-"


@dataclass(frozen=True)
class Place:
    """Where a finding stands: in `file`, or in the content at `where` (words for the editor).

    `start` and `end` are code points of what `valoshka text FILE` prints, or of the passage; `text` is what stands
    there. `metadata` names what carries it if a reader does not see it. `shown` says exactly what a reader sees where
    that is no text: the SHA-256 of a picture, a bar with its count. `cell` is (row, column) in a table, from 0; the
    first row of the file is row 0.
    """

    file: str | None = None
    where: str | None = None
    start: int | None = None
    end: int | None = None
    text: str | None = field(default=None, repr=False)
    metadata: str | None = None
    shown: str | None = field(default=None, repr=False)
    cell: tuple[int, int] | None = None

    def as_json(self) -> dict[str, str | int | tuple[int, int]]:
        """Only what is known."""
        known = {name: getattr(self, name) for name in ("file", "where", "start", "end", "text", "metadata", "cell")}
        return {name: value for name, value in known.items() if value is not None}

    def __str__(self) -> str:
        """The place in words, without the text that stands there."""
        span = None if self.start is None else f"{self.start}-{self.end}"
        return ", ".join(part for part in (self.file, self.where, self.metadata, span) if part)


@dataclass(frozen=True)
class Rule:
    """One rule of `rules.yml`; `why` and `instead` by language (`en`, `be`, `ru`)."""

    code: str
    kind: str
    tier: Tier
    why: dict[str, str]
    instead: dict[str, str]


@functools.cache
def rules() -> dict[str, Rule]:
    """Every rule by its code.

    >>> rules()["veto"].tier
    'block'
    """
    known = cast(dict[str, dict[str, dict[str, object]]], own_yaml("valoshka.disclosure", "rules.yml"))["rules"]
    return {code: Rule(code=code, **entry) for code, entry in known.items()}  # type: ignore[arg-type]


@dataclass(frozen=True)
class Finding:
    """One objection. `person` is an id or a pseudonym, never a name; `details` fill the rule's words.

    A `block` cannot be argued with; a `review` stands until somebody gives a reason for its `key`.
    """

    rule: str
    person: str | None
    at: Place
    details: tuple[tuple[str, str], ...] = ()

    @property
    def kind(self) -> str:
        """name, identifier, third_person, consent, metadata, unresolved, picture, small_cell or jigsaw."""
        return rules()[self.rule].kind

    @property
    def tier(self) -> Tier:
        """`block` or `review`."""
        return rules()[self.rule].tier

    @property
    def why(self) -> str:
        """What is wrong, in English."""
        return self.why_in("en")

    @property
    def instead(self) -> str:
        """What to do, in English."""
        return self.instead_in("en")

    def instead_in(self, language: str) -> str:
        """What to do, in `en`, `be` or `ru`."""
        return rules()[self.rule].instead[language].format_map(dict(self.details))

    def why_in(self, language: str) -> str:
        """What is wrong, in `en`, `be` or `ru`."""
        return rules()[self.rule].why[language].format_map(dict(self.details))

    @property
    def key(self) -> str:
        """What a reason is given for: the rule, the person, and a mark of the words that stand there.

        The same doubtful word of one person has one key wherever it stands, so that one reason serves. Another picture,
        or another count, has another key: nobody has looked at it yet.
        """
        # Only what is to be published goes into the mark, so that a log of keys tells nothing new.
        told = self.at.text or self.at.metadata or ""
        letters = self.at.shown or "".join(letter for letter in fold(told) if letter.isalnum())
        mark = hashlib.sha256(letters.encode()).hexdigest()[:6]
        return f"{self.rule}:{self.person or _ANYBODY}:{mark}"

    def as_json(self) -> dict[str, object]:
        """As `valoshka check --json` prints it."""
        told: dict[str, object] = {name: getattr(self, name) for name in ("kind", "tier", "person", "why", "instead")}
        return {**told, "at": self.at.as_json(), "key": self.key}


class Blocked(Refused):
    """The gate stays shut. `findings` has every objection; the message names places and ids, never names."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        self.findings = findings
        blocks = sum(finding.tier == "block" for finding in findings)
        doubts = len(findings) - blocks
        counted = f"{_count(blocks, 'finding')} that no reason lifts, {_count(doubts, 'doubt')}"
        head = f"Not cleared: {counted}. Nothing was published."
        super().__init__("\n".join([head, *(f"  {line(finding)}" for finding in findings)]))


def line(finding: Finding) -> str:
    """One finding on one line, for a terminal.

    >>> line(Finding("third_person_named", "k3f9", Place(where="story 2"))).partition(": ")[0]
    'BLOCK   story 2 (k3f9)'
    """
    whom = f" ({finding.person})" if finding.person else ""
    reason = f" To let it stand, give a reason for {finding.key}." if finding.tier == "review" else ""
    return f"{finding.tier.upper():<7} {finding.at}{whom}: {finding.why} {finding.instead}{reason}"


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"
