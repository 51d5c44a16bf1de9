"""How far a long list is: a line on standard error, only where a person sees it, gone at the end."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import click

from valoshka.cli.casework import printable

if TYPE_CHECKING:
    from types import TracebackType

_AFTER = 0.5  # seconds; shorter work needs no word


class Counting:
    """`with Counting("Reading list.csv", "rows") as counting:` then `counting.tell(5_000)` now and then."""

    def __init__(self, label: str, what: str) -> None:
        self._label, self._what = printable(label), what
        self._visible = sys.stderr.isatty()
        self._began, self._said = time.monotonic(), False

    def __enter__(self) -> Counting:
        """Begin."""
        return self

    def tell(self, done: int) -> None:
        """Say how many are done."""
        if self._visible and time.monotonic() - self._began > _AFTER:
            click.echo(f"\r\x1b[K{self._label}: {done:,} {self._what} (Ctrl-C stops)", nl=False, err=True)
            self._said = True

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the line away."""
        if self._said:
            click.echo("\r\x1b[K", nl=False, err=True)
