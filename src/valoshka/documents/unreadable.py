"""The refusal of one file, by name."""

from __future__ import annotations

import unicodedata

from valoshka.errors import Refused

_UNSAFE_ON_A_TERMINAL = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


class Unreadable(Refused):
    """One file could not be read. `name` is the file, `reason` what is wrong, `advice` what to do next.

    >>> print(Unreadable("notes.docx", "it is empty", "Check that it was saved, then import it again."))
    notes.docx was not read: it is empty. Check that it was saved, then import it again.
    """

    def __init__(self, name: str, reason: str, advice: str) -> None:
        super().__init__(f"{shown(name)} was not read: {reason}. {advice}")
        self.name = name
        self.reason = reason
        self.advice = advice

    def __reduce__(self) -> tuple[type[Unreadable], tuple[str, str, str]]:
        """Survive the way between processes, which `Exception` alone would not with three arguments."""
        return type(self), (self.name, self.reason, self.advice)


def shown(name: str) -> str:
    r"""`name` as it may be printed: a file's name can carry line breaks, terminal codes or turned-round text.

    >>> shown("a\x1b[2Jb.txt")
    'a\\x1b[2Jb.txt'
    """
    return "".join(
        character.encode("unicode_escape", "backslashreplace").decode("ascii")
        if unicodedata.category(character) in _UNSAFE_ON_A_TERMINAL
        else character
        for character in name
    )
