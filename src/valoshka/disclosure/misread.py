"""Names that were written in one encoding and read in another: nobody can be found by them."""

from __future__ import annotations

import re

from valoshka.names.folding import script

_READ_AS = ("cp1252", "cp1251", "koi8-r")
_CONTROLS = 0xA0  # code points below it stand for themselves where an encoding leaves a byte undefined
_ENOUGH = 2  # letters: a single one comes out right by chance
# Cyrillic read as Latin: no language writes three such letters in a row, without a plain one. Cyrillic in one order of
# the alphabet read in another: capitals and small letters change places. Signs that no name has: what is left of bytes.
_SIGNS = re.compile(r"[À-ÖØ-öø-ÿ]{3}|\b[а-яё][А-ЯЁ]{3,}\b|[\x80-\x9f¢¤¦¬®±³µ¶\u2500-\u259f\ufffd]")


def misread(name: str) -> bool:
    """Whether `name` shows that it was read in an encoding that it was not written in.

    >>> misread("Тихон Узорник".encode("cp1251").decode("latin-1")), misread("Тихон".encode().decode("cp1251"))
    (True, True)
    >>> misread("Тихон Узорник"), misread("Zoë Øster")
    (False, False)
    """
    return bool(_SIGNS.search(name)) or any(_was_unicode(name, encoding) for encoding in _READ_AS)


def _was_unicode(name: str, encoding: str) -> bool:
    """Whether the bytes of `name` in `encoding` spell letters in UTF-8."""
    try:
        written = b"".join(_byte(letter, encoding) for letter in name).decode("utf-8")
    except UnicodeError:
        return False
    beyond = [letter for letter in written if not letter.isascii()]
    return len(beyond) >= _ENOUGH and all(script(letter.lower()) != "other" for letter in beyond)


def _byte(letter: str, encoding: str) -> bytes:
    try:
        return letter.encode(encoding)
    except UnicodeEncodeError:
        if ord(letter) < _CONTROLS:
            return letter.encode("latin-1")
        raise
