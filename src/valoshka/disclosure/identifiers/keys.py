"""What is looked for in a text for one identifier: the same phone, address or document in any punctuation."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from valoshka.disclosure.identifiers.coordinates import coordinates
from valoshka.disclosure.identifiers.homes import may_be_home
from valoshka.disclosure.identifiers.knowledge import read, words
from valoshka.disclosure.identifiers.online import account_names, core_of_link
from valoshka.disclosure.identifiers.signs import in_plain_signs, in_squashed_signs
from valoshka.disclosure.identifiers.spoken import bracketed, told
from valoshka.disclosure.identifiers.unknown import unknown_identifiers
from valoshka.names.given import is_given_name

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGNIFICANT_DIGITS = 9  # a national number without its prefixes: +375 29 ..., 8 029 ...
_FEWEST_DIGITS = 5
_FEWEST_LETTERS = 3
_SUBSCRIBER = 7  # digits that are dialled within a town
_DISTINCT = 5  # letters of an account name that stands for itself without a sign before it
_DOCUMENT_DIGITS = 6
_EXTENSION = re.compile(r"\s*(?:,|;)?\s*(?:ext|доб|вн|дад|wew|вн|x|#)\.?\s*\d{1,5}\s*$", re.IGNORECASE)
_WORDS_AND_NUMBER = re.compile(r"[^\W\d_]{2,}[.:]? [^@]*\d")
_PARTED = re.compile(r"[,;/|\s]")
_SEVERAL = re.compile(r"@.*[,;/|\s]|[,;/|\s].*@|(?:\d\D{0,3}){6}[,;/|](?:\D{0,3}\d){6}")  # in one line, by mistake
_ON_THE_MAP = re.compile(r"\D{0,8}\d{1,3}[.,]\d{3,8}\D{1,12}\d{1,3}[.,]\d{3,8}\D{0,8}")
_COMPUTER = re.compile(r"(?:\d{1,3}\.){3}\d{1,3}")  # no phone: no part of it is a country's code
_NO_DIGIT = re.compile(r"\D")
_LETTER = re.compile(r"[^\W\d_]")
_DOCUMENT = re.compile(r"[^\W\d_]{1,4}[\s№-]*(\d{6,})")

Manner = Literal["ending", "number", "subscriber", "solid", "letters", "account"]
MANNERS: tuple[Manner, ...] = ("ending", "number", "subscriber", "solid", "letters", "account")


class Key(NamedTuple):
    """Letters and digits, squashed, and how they must stand in a text to be meant.

    `ending`: the last digits of a number; `number`: all of them; `subscriber`: in groups, as one writes a phone of the
    same town; `solid`: nothing in between; `letters`: as a word, an address or letter by letter; `account`: behind a
    sign.
    """

    letters: str
    manner: Manner


class _Country(NamedTuple):
    code: str
    national: int
    trunk: tuple[str, ...]


def keys(identifier: str) -> frozenset[Key]:
    """The keys of one identifier; none if it is too short to be looked for.

    >>> sorted(keys("8 (029) 600-11-22"))
    [Key(letters='296001122', manner='ending'), Key(letters='6001122', manner='subscriber')]
    >>> keys("@astrakvetka")
    frozenset({Key(letters='a5trakvetka', manner='letters')})
    """
    written = identifier.strip()
    if _ON_THE_MAP.fullmatch(written) and any(coordinates(in_plain_signs(written))):
        return frozenset()  # places are compared as places (`spots`), not figure by figure
    return frozenset(key for each in (written, *_within(written)) for key in _keys(each) if _long_enough(key))


def _within(identifier: str) -> Iterator[str]:
    """The number or address itself, where words stand before it: “passport MP1234567”."""
    if not _PARTED.search(identifier):
        return
    digits = sum(sign.isdigit() for sign in identifier)
    several = _SEVERAL.search(identifier) is not None
    announced = several or _WORDS_AND_NUMBER.match(identifier) is not None
    if announced and (several or digits >= (_SUBSCRIBER if may_be_home(identifier) else _FEWEST_DIGITS)):
        yield from (
            identifier[seen.start : seen.end] for seen in unknown_identifiers(identifier) if seen.kind != "address"
        )


def _keys(identifier: str) -> Iterator[Key]:
    text = in_plain_signs(identifier)
    letters = _squashed(text)
    if _COMPUTER.fullmatch(text):
        yield Key(letters, "number")
        return
    if letters.isdigit() and not _LETTER.search(text.removeprefix("№")):
        yield from _number_keys(text)
        return
    if text[-1:].isdigit() and (bare := _EXTENSION.sub("", text)) != text and _squashed(bare).isdigit():
        yield from _number_keys(bare)
    if link := core_of_link(text):
        yield Key(_squashed(link), "letters")
        for name in account_names(text):
            yield Key(_squashed(name), "letters" if sum(map(str.isdigit, name)) >= _FEWEST_DIGITS else "account")
    elif text.startswith("@") or "@" not in text:
        yield Key(letters, "letters" if _stands_for_itself(letters, text) else "account")
    else:
        yield from (Key(_squashed(each), "letters") for each in _mailboxes(text))
    if document := _DOCUMENT.fullmatch(text):
        yield Key(document[1], "solid")


def _mailboxes(address: str) -> Iterator[str]:
    """The address, and the same mailbox without what stands behind a plus (RFC 5233)."""
    yield address
    box, _, host = address.partition("@")
    yield f"{box.partition('+')[0]}@{host}"


def _number_keys(number: str) -> Iterator[Key]:
    digits = _NO_DIGIT.sub("", number)
    national = _national(digits, international=number.lstrip(" (").startswith(("+", "00")))
    if len(digits) < _SIGNIFICANT_DIGITS:
        yield Key(digits, "number")
    elif len(national) >= _SUBSCRIBER:
        yield Key(national[-_SIGNIFICANT_DIGITS:], "ending")
        yield Key(national[-_SUBSCRIBER:], "subscriber")
    else:
        yield Key(digits[-_SIGNIFICANT_DIGITS:], "ending")


def _national(digits: str, *, international: bool) -> str:
    """`digits` without the code of a country and without what is dialled before them."""
    dialled = digits.removeprefix("00") if international else digits
    for country in _countries():
        for before in (country.code,) if international else (country.code, *country.trunk):
            if len(dialled) == len(before) + country.national and dialled.startswith(before):
                return dialled[len(before) :]
    return _without_code(dialled) if international else dialled


def _without_code(dialled: str) -> str:
    # Imported here: it reads the numbering plans of the world.
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

    lengths = (length for length in (1, 2, 3) if int(dialled[:length] or 0) in COUNTRY_CODE_TO_REGION_CODE)
    return dialled[next(lengths, 0) :]


def _stands_for_itself(letters: str, text: str) -> bool:
    """Whether an account name is none that any text may hold as a word."""
    if not text.startswith("@"):
        return True
    return len(letters) >= _DISTINCT and not is_given_name(text.lstrip("@")) and letters not in _common()


@functools.cache
def _common() -> frozenset[str]:
    return frozenset(_squashed(word) for word in words("accounts.yml", "common"))


def _long_enough(key: Key) -> bool:
    return len(key.letters) >= (_FEWEST_DIGITS if key.letters.isdigit() else _FEWEST_LETTERS)


def _squashed(text: str) -> str:
    """The letters and digits of `text`, without words that stand for signs."""
    for start, end in (*bracketed(text), *(told(text) if "@" not in text else ())):
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return in_squashed_signs(text)


@functools.cache
def _countries() -> tuple[_Country, ...]:
    every = cast(dict[str, dict[str, object]], read("countries.yml")["countries"]).values()
    return tuple(
        _Country(str(each["code"]), cast(int, each["national"]), tuple(cast(list[str], each["trunk"])))
        for each in every
    )
