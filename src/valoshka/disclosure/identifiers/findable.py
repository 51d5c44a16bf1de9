"""Whether somebody can be looked for by an identifier, and whether what is found by it would be theirs."""

from __future__ import annotations

import re

from valoshka.disclosure.identifiers.homes import Homes, may_be_home
from valoshka.disclosure.identifiers.keys import keys
from valoshka.disclosure.identifiers.knowledge import words
from valoshka.disclosure.identifiers.online import is_front_page
from valoshka.disclosure.identifiers.signs import in_plain_signs
from valoshka.disclosure.identifiers.spoken_mailboxes import spoken_mailboxes
from valoshka.disclosure.identifiers.spots import Spots

_MONTH = re.compile(r"(?:19|20)\d\d[ ./-]{1,3}(?:(?:19|20)?\d\d|\d)")  # of a year, or from one year to another
_DIGITS = "0123456789"
_ENOUGH = 5  # digits
_MAILBOX = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_COUNT = 6  # digits: shorter numbers that end in noughts are mostly counts
_SHORT_WORD = 4  # letters: shorter ones are abbreviations, or parts of words in some language


def can_be_found(identifier: str) -> bool:
    """Whether a text could hold `identifier` so that it is seen.

    >>> can_be_found("+375 29 600-11-22"), can_be_found("1"), can_be_found("ask at the shop")
    (True, False, False)
    """
    if sum(map(str.isdigit, identifier)) >= _ENOUGH or _MAILBOX.fullmatch(identifier):
        return True  # most are such, and a list may hold hundreds of thousands
    if may_be_home(identifier) and re.search(r"\d", identifier) and Homes.can_hold(identifier):
        return True
    if Spots.can_hold(identifier) or any(spoken_mailboxes(identifier)):
        return True
    found = keys(identifier)
    signed = re.search(r"[\d@_/.:]", in_plain_signs(identifier)) or len(identifier.split()) == 1
    return bool(found) and bool(signed)


def in_any_text(identifier: str) -> bool:
    """Whether `identifier` is so plain that texts hold it by chance: a round count, digits in a row, a common word.

    >>> in_any_text("30000"), in_any_text("123456"), in_any_text("news"), in_any_text("29600")
    (True, True, True, False)
    """
    text = in_plain_signs(identifier).strip().lower()
    if "@" in text:
        return False
    if _MONTH.fullmatch(text) or ("." in text and is_front_page(text)):
        return True
    digits = re.sub(r"\D", "", text)
    if text.isalpha():
        return len(text) < _SHORT_WORD or text in words("accounts.yml", "common")
    if re.search(r"[^\W\d_]", text) or not digits:
        return False
    round_count = len(digits) <= _COUNT and digits.endswith("000")
    return len(set(digits)) == 1 or round_count or digits in _DIGITS * 2 or digits in _DIGITS[::-1] * 2
