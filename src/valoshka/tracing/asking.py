"""The name that is asked for: whatever a person types or pastes, looked at before it is searched."""

from __future__ import annotations

from valoshka.errors import Refused
from valoshka.tracing.hidden_signs import seen
from valoshka.tracing.limits import LIMITS
from valoshka.tracing.refusals import shown


class NotAName(Refused):
    """What was asked for cannot be searched; the message says why and what to do, and never repeats it."""


def asked_name(text: str) -> str:
    """`text` as one line, if it can be a name. Raises `NotAName`.

    >>> asked_name("  Бонч \\n Галіна ")
    'Бонч Галіна'
    >>> asked_name("0990")
    Traceback (most recent call last):
    valoshka.tracing.asking.NotAName: There is not one letter in that name. Write it as you would say it: surname first.
    """
    if len(text) > LIMITS.name * 5 or len(shown(text)) > LIMITS.name:
        raise NotAName(
            f"That is {len(text):,} characters long; a name has at most {LIMITS.name}. "
            "Give the name alone; lists to search are given as files, before it."
        )
    name = shown(seen(text))
    letters = sum(map(str.isalpha, name))
    if not name:
        raise NotAName("No name was given. Write it as you would say it; a surname alone is enough.")
    if not letters:
        raise NotAName("There is not one letter in that name. Write it as you would say it: surname first.")
    if any(map(str.isdecimal, name)):
        raise NotAName(
            "There are figures in that name. Leave them out; a birth is given apart: --born 1982, or --born 12.03.1982."
        )
    if letters == 1:
        raise NotAName("One letter is no name. Write the surname, even if you are not sure of its spelling.")
    return name
