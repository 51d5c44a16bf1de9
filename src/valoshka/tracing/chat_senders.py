"""Who sent a message and when, as chats export it before each: nobody on the list, but the year of what is said."""

from __future__ import annotations

import re

_WHEN = r"(?:\d{1,2}[./]\d{1,2}[./](?P<YEAR>\d{4}|\d{2})|(?P<YEAR_FIRST>\d{4})-\d\d-\d\d),?\s\d{1,2}:\d\d(?::\d\d)?"
_BEFORE = rf"\[?{_WHEN}(?:\]|\s-)\s*[^:;|\d]{{1,60}}:\s"  # [10.08.2020 23:14] Tanya: and 10/08/20, 23:14 - Tanya:
_BEHIND = rf"[^:;|\d\[]{{1,60}},\s?\[{_WHEN}\]:?"  # Tanya, [10.08.2020 23:14]
_SENDER = re.compile(
    rf"^\s*(?:{_BEFORE.replace('YEAR', 'before')}|{_BEHIND.replace('YEAR', 'behind')})",
)


def without_sender(line: str) -> str:
    """`line` without the sender and the hour before it.

    >>> without_sender("[10.08.2020 23:14] Tanya: Bonch Halina"), without_sender("Bonch Halina: 10 days")
    ('Bonch Halina', 'Bonch Halina: 10 days')
    """
    return _SENDER.sub("", line, count=1)


def sent_in(line: str) -> int | None:
    """The year in which a message was sent; `None` where no sender stands before it.

    >>> sent_in("Tanya, [10.08.20 23:14]: 30 years old"), sent_in("10.08.2020 Bonch Halina")
    (2020, None)
    """
    sent = _SENDER.match(line)
    year = next(filter(None, sent.groups()), None) if sent else None
    return int(year) + (2000 if len(year) == 2 else 0) if year else None
