"""Reasons for what the gate only doubts: asked for at the keyboard, or read from a sheet."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from valoshka.disclosure import Finding

T = TypeVar("T")


@dataclass
class Doubts:
    """The reasons `given` so far, by the finding's key."""

    given: dict[str, str] = field(default_factory=dict)

    @classmethod
    def from_sheet(cls, path: Path) -> Doubts:
        """Reasons as a sheet gives them: `reasons: [{finding: KEY, reason: WORDS}]`.

        Raises `Refused`, naming the line, for a sheet that is not one.
        """
        from valoshka.cli.casework import sheet_at

        sheet = sheet_at(path)
        sheet.only(("reasons",))
        found: dict[str, str] = {}
        for entry in sheet.entries("reasons"):
            entry.only(("finding", "reason"))
            key = entry.needed("finding", "picture:-:1a2b3c")
            found[key] = entry.needed("reason", "the picture shows a drawn flower, no person")
        return cls(found)

    def settle(self, step: Callable[[Mapping[str, str]], T]) -> T:
        """What `step` returns once every doubt has its reason.

        `step` is given the reasons so far. Raises `Blocked` if anything is found that no reason lifts, if there is no
        keyboard to ask at, or if a reason is refused.
        """
        from valoshka.disclosure import Blocked

        while True:
            try:
                return step(self.given)
            except Blocked as blocked:
                doubts = {finding.key: finding for finding in blocked.findings}
                only_doubts = all(finding.tier == "review" for finding in blocked.findings)
                if not only_doubts or not sys.stdin.isatty() or not self._ask(doubts):
                    raise

    def _ask(self, doubts: Mapping[str, Finding]) -> bool:
        """Ask for a reason for each; false as soon as one is left empty."""
        click.echo(f"The gate doubts {len(doubts)} things. For each, say why it may stand; Enter stops.", err=True)
        for key, finding in doubts.items():
            click.echo(f"\n{finding.at}: {finding.why}\n{finding.instead}", err=True)
            reason: str = click.prompt("Your reason", default="", show_default=False, err=True)
            if not reason.strip():
                return False
            self.given[key] = reason.strip()
        return True
