"""What the demo says while it runs: a bar that moves where there is a terminal, plain lines where there is none."""

from __future__ import annotations

import shutil
import sys
import textwrap

FILLED, EMPTY = "━", "·"
MOST_LINES = 12


class Teller:
    """Tells `steps` steps, one after the other, on standard output."""

    def __init__(self, steps: int) -> None:
        self.steps = steps
        self.done = 0
        self.live = sys.stdout.isatty()
        self.width = min(110, shutil.get_terminal_size((110, 24)).columns)

    def begin(self, title: str, command: str | None = None) -> None:
        """Say what comes now, and the command that does it."""
        self._wipe()
        print(f"\n{self.done + 1}. {title}")
        if command:
            print(f"   $ {command}")
        self._bar()

    def say(self, words: str) -> None:
        """Show what a command answered, indented; of a long answer, its beginning."""
        self._wipe()
        lines = [part for line in words.strip("\n").splitlines() for part in self._wrapped(line)]
        for line in lines[:MOST_LINES]:
            print(line)
        if len(lines) > MOST_LINES:
            print(f"   … and {len(lines) - MOST_LINES} more lines.")

    def finish(self) -> None:
        """One step is done."""
        self.done += 1
        self._wipe()
        sys.stdout.flush()

    def _wrapped(self, line: str) -> list[str]:
        return textwrap.wrap(line, self.width - 5, initial_indent="   ", subsequent_indent="     ") or [""]

    def _bar(self) -> None:
        if self.live:
            filled = round(24 * self.done / self.steps)
            print(f"   {FILLED * filled}{EMPTY * (24 - filled)} {self.done} of {self.steps}", end="", flush=True)
        else:
            sys.stdout.flush()

    def _wipe(self) -> None:
        if self.live:
            print("\r\033[K", end="")
