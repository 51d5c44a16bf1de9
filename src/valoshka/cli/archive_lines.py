"""The lines of very many plain texts, one after another, with the way back to file and line."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from typing import TextIO

LONGEST = 1 << 20  # characters of one line that are held at once; a longer one is cut at a blank


class Lines:
    """Iterates over the lines of `files`; `unread` has a sentence for each that could not be read to its end."""

    def __init__(self, files: Sequence[Path]) -> None:
        self._files = files
        self._begins: list[tuple[int, Path, int]] = []
        self.unread: list[str] = []
        self.read_bytes = 0

    def __iter__(self) -> Iterator[str]:
        """Each line, or piece of a very long one."""
        number = 0
        for path in self._files:
            line = 0
            for line, piece in self._pieces(path):
                if not self._begins or self._begins[-1][1:] != (path, line - number):
                    self._begins.append((number, path, line - number))
                yield piece
                number += 1

    def place(self, number: int) -> tuple[Path, int]:
        """The file, and the line in it from 1, of the piece with that number."""
        _, path, behind = self._begins[bisect_right(self._begins, number, key=lambda each: each[0]) - 1]
        return path, number + behind

    def _pieces(self, path: Path) -> Iterator[tuple[int, str]]:
        try:
            with path.open(encoding="utf-8-sig", newline="\n") as file:
                self.read_bytes += path.stat().st_size
                yield from _numbered(file)
        except UnicodeDecodeError:
            self.unread.append(f"{path}: not written in UTF-8. Save it in UTF-8, or read it with valoshka check.")
        except OSError as error:
            self.unread.append(f"{path}: could not be read ({error.strerror}). Look whether it is there and yours.")


def _numbered(file: TextIO) -> Iterator[tuple[int, str]]:
    line, rest = 1, ""
    while piece := file.readline(LONGEST):
        whole = rest + piece
        cut = len(whole) if whole.endswith("\n") or len(piece) < LONGEST else whole.rfind(" ") + 1 or len(whole)
        yield line, whole[:cut]
        rest = whole[cut:]
        line += whole.endswith("\n")
    if rest:
        yield line, rest
