"""Which numbers are phones: by the numbering plans of the world, as `phonenumbers` holds them."""

from __future__ import annotations

import functools

_REGIONS = ("BY", "RU", "UA", "PL", "LT", "CZ")
_SURE_DIGITS = 11  # behind a plus: no count is written so


@functools.lru_cache(maxsize=1 << 12)
def is_international(digits: str) -> bool:
    """Whether `digits`, behind a plus or two noughts, can be dialled.

    >>> is_international("375291234567"), is_international("00442079460958"), is_international("12345")
    (True, True, False)
    """
    bare = digits.removeprefix("00")
    if _SURE_DIGITS <= len(bare) <= 15:
        return True
    return _can_be_dialled(f"+{bare}", None)


@functools.lru_cache(maxsize=1 << 12)
def is_national(digits: str) -> bool:
    """Whether `digits` are a whole number in one of the countries we know best, with its code or without.

    >>> is_national("80291234567"), is_national("375291234567"), is_national("123456789012")
    (True, True, False)
    """
    return any(_can_be_dialled(digits, region) for region in _REGIONS) or _can_be_dialled(f"+{digits}", None)


def _can_be_dialled(number: str, region: str | None) -> bool:
    # Imported here: most texts hold no phone, and the numbering plans of the world take a moment to read.
    import phonenumbers

    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(number, region))
    except phonenumbers.NumberParseException:
        return False
