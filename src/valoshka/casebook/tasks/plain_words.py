"""Names, pseudonyms and facts are one line of letters that can be seen: what cannot be seen is refused at entry."""

from __future__ import annotations

import unicodedata

from valoshka.casebook.records.record import FieldFault

# Control, format, surrogate, private use, unassigned; line and paragraph separators (Unicode, General Category).
UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
JOINERS = "\u200c\u200d"
NEVER_JOINED = ("LATIN", "CYRILLIC", "GREEK")


def plain(text: str, field: str = "text") -> str:
    """`text`, if it is one line of signs that can be seen; else `FieldFault`, which never repeats it.

    A line end, a terminal's code, a mark that turns text round or a soft hyphen would hide a name from a reader or from
    the search for it. The two joiners stay where a script needs them, as in Persian names: between two letters of it.

    >>> plain("Zinaida Prykladna"), plain("علی\u200cرضا") == "علی\u200cرضا"
    ('Zinaida Prykladna', True)
    >>> plain("Zina\u00adida", "names")
    Traceback (most recent call last):
    valoshka.casebook.records.record.FieldFault: names: it holds U+00AD (SOFT HYPHEN), which nobody can see. ...
    """
    for at, sign in enumerate(text):
        if unicodedata.category(sign) in UNSEEN and not _joins(text, at):
            raise FieldFault(field, f"it holds {_called(sign)}, which nobody can see. Type it again, on one line.")
    return text


def _joins(text: str, at: int) -> bool:
    beside = text[at - 1 : at] + text[at + 1 : at + 2]
    return text[at] in JOINERS and len(beside) == 2 and all(map(_is_joined, beside))


def _is_joined(letter: str) -> bool:
    # Vowel signs between letters are marks (Mn, Mc) in the scripts that use joiners.
    return unicodedata.category(letter)[0] in "LM" and not unicodedata.name(letter, "").startswith(NEVER_JOINED)


def _called(sign: str) -> str:
    name = unicodedata.name(sign, "")
    return f"U+{ord(sign):04X} ({name})" if name else f"U+{ord(sign):04X}, a control character"
