"""How tables speak, read from `words.yml`: totals, hidden counts, ranges, headings."""

from __future__ import annotations

import functools
import re
from typing import cast

from valoshka.own_yaml import own_yaml

DIGITS = r"\d{1,3}(?:[ \u00a0\u202f,.]\d{3})+(?!\d)|\d+"  # 30 000, 1,204
NUMBER = f"({DIGITS})"
_NOTE = re.compile(r"(?:\s*(?:\[\w{1,2}\]|[\u00b9\u00b2\u00b3\u2070-\u2079†‡]|(?<=[\w)])\*+))+$")


@functools.cache
def _known() -> dict[str, object]:
    return cast(dict[str, object], own_yaml("valoshka.disclosure.tables", "words.yml"))


@functools.cache
def _listed(group: str) -> frozenset[str]:
    return frozenset(str(word) for word in cast(list[str], _known()[group]))


@functools.cache
def _every(group: str) -> frozenset[str]:
    by_language = cast(dict[str, list[str]], _known()[group])
    return frozenset(str(word) for words in by_language.values() for word in words)


def folded(label: str) -> str:
    """A label without case, notes and marks around it, so that two tables call one group by one name.

    >>> folded("  Hrodna\\u00a0region: "), folded("Hrodna region¹")
    ('hrodna region', 'hrodna region')
    """
    return " ".join(without_notes(label).casefold().split()).strip(" :;.,")


def without_notes(text: str) -> str:
    """`text` without marks of footnotes at its end.

    >>> without_notes("12*"), without_notes("*")
    ('12', '*')
    """
    return _NOTE.sub("", text.strip())


def is_total(label: str) -> bool:
    """Whether a heading says that its counts are of everybody.

    >>> is_total("Усяго"), is_total("Итого:"), is_total("Hrodna")
    (True, True, False)
    """
    return folded(label) in _every("totals")


def subtotal_of(label: str) -> str | None:
    """What a heading such as "Total Hrodna" or "Hrodna, total" is the total of; `None` if it is no such heading.

    >>> subtotal_of("Hrodna, total"), subtotal_of("Total Brest"), subtotal_of("total")
    ('hrodna', 'brest', None)
    """
    words = folded(label)
    for total in sorted(_every("totals"), key=len, reverse=True):
        for rest in (words.removeprefix(f"{total} "), words.removesuffix(f" {total}")):
            if rest != words and rest.strip(" ,:()-–"):
                return rest.strip(" ,:()-–")
    return None


def is_part(label: str) -> str | None:
    """What follows "of which" in a heading, which may be nothing; `None` if it says no such thing.

    >>> is_part("of whom women"), is_part("з іх:"), is_part("women")
    ('women', '', None)
    """
    words = folded(label)
    for opening in sorted(_every("of_which"), key=len, reverse=True):
        if words == opening or words.startswith((f"{opening} ", f"{opening}:")):
            return words.removeprefix(opening).strip(" :")
    return None


def counts_no_people(heading: str) -> bool:
    """Whether numbers under `heading` are years, hours, shares, money, running numbers and the like.

    >>> counts_no_people("Age"), counts_no_people("% of all"), counts_no_people("No.")
    (True, True, True)
    >>> counts_no_people("Dismissed"), counts_no_people("No. of nurses")
    (False, False)
    """
    words = folded(heading)
    return (
        words.rstrip("0123456789 ") in _listed("running")  # the first numbers may be taken for headings
        or "%" in words
        or words in _every("not_people")
        or bool(_every("not_people") & set(re.findall(r"[\w№.]+", words)))
    )


def lists_persons(heading: str) -> bool:
    """Whether each row under `heading` is a person, so that numbers beside it count nobody.

    >>> lists_persons("Surname, first name"), lists_persons("ФИО"), lists_persons("Region")
    (True, True, False)
    """
    words = folded(heading)
    return bool(_listed("persons") & {words, *re.findall(r"[\w’]+", words)})


def says_shares(heading: str) -> bool:
    """Whether numbers under `heading` are shares in percent, with or without their sign.

    >>> says_shares("% tortured"), says_shares("Доля женщин"), says_shares("Detained")
    (True, True, False)
    """
    words = folded(heading)
    return "%" in words or bool(_listed("shares") & set(re.findall(r"\w+", words)))


@functools.cache
def numbers() -> dict[str, int]:
    """Numbers in words, in the forms that stand before people."""
    known = cast(dict[int, list[str]], own_yaml("valoshka.disclosure.tables", "told.yml")["numbers"])
    return {word: number for number, words in known.items() for word in words}


def is_hidden(text: str) -> bool:
    """Whether `text` stands where a count is kept back."""
    return " ".join(text.casefold().split()) in _listed("hidden")


def is_none(text: str) -> bool:
    """Whether `text` is a word for nobody."""
    return folded(text) in _listed("none")


@functools.cache
def ranges() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Ways to say that a count lies below, above, between or about numbers; the numbers are the pattern's groups."""
    told = cast(dict[str, list[str]], _known()["ranges"])
    return tuple((way, _pattern(each)) for way, patterns in told.items() for each in patterns)


@functools.cache
def bases() -> tuple[re.Pattern[str], ...]:
    """Ways to say of how many the shares in a column or table are; the number is the pattern's group."""
    return tuple(_pattern(each) for each in cast(list[str], _known()["base"]))


@functools.cache
def joiners() -> tuple[str, ...]:
    """What may stand between two categories that are counted together."""
    return tuple(cast(list[str], _known()["joining"]))


@functools.cache
def units() -> frozenset[str]:
    """Words for a unit that says nothing of who is counted, folded: "people", "чалавек"."""
    return frozenset(map(folded, cast(list[str], _known()["units"])))


def _pattern(told: str) -> re.Pattern[str]:
    if "[" in told or "?" in told:
        spelled = told.replace(" ", r"\s*")
    else:
        spelled = r"\s*".join(re.escape(part) if part != "{n}" else part for part in told.split())
    return re.compile(spelled.replace("{n}", NUMBER), re.IGNORECASE)
