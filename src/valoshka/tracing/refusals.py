"""The refusal of one list, by its file's name."""

from __future__ import annotations

from valoshka.errors import Refused


class ListUnreadable(Refused):
    """One list could not be read. `file` is its name, `reason` what is wrong, `advice` what to do next.

    >>> print(ListUnreadable("list.xlsx", "it is damaged", "Ask for it once more."))
    list.xlsx was not read: it is damaged. Ask for it once more.
    """

    def __init__(self, file: str, reason: str, advice: str) -> None:
        super().__init__(f"{shown(file)} was not read: {reason}. {advice}")
        self.file = file
        self.reason = reason
        self.advice = advice


def damaged(file: str) -> ListUnreadable:
    """The refusal of a file that breaks off or contradicts itself."""
    advice = "Ask for it once more; or open it in a spreadsheet program and save it anew."
    return ListUnreadable(file, "it is damaged", advice)


def shown(text: str) -> str:
    r"""`text` as one line that a terminal may show: lists carry line breaks, cursor codes and turned-round text.

    >>> shown("Bonch\x1b[2J,  Halina\n")
    'Bonch�[2J, Halina'
    """
    one_line = " ".join(text.split())
    return one_line if one_line.isprintable() else "".join(sign if sign.isprintable() else "�" for sign in one_line)
