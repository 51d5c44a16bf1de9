"""A flower in words, for whoever cannot see it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, TypedDict

from valoshka.errors import Refused
from valoshka.own_yaml import own_yaml
from valoshka.solidarity.flowers.colours import PALETTES, SEASONS

if TYPE_CHECKING:
    from valoshka.solidarity.flowers.flower import Flower

LANGUAGES = ("en", "be", "ru", "pl", "de", "ar")


class Words(TypedDict):
    """One language's `words/<code>.yml`."""

    comma: str
    stop: str
    flowers: dict[str, dict[str, str]]
    buds: list[str]
    seasons: dict[str, str]
    rye: str


@cache
def words_of(language: str) -> Words:
    """The words of a language. Raises `Refused` if there are none."""
    if language not in LANGUAGES:
        raise Refused(f"Flowers are not described in that language yet. Take one of: {', '.join(LANGUAGES)}.")
    words: Words = own_yaml(__package__, "words", f"{language}.yml")
    return words


def describe(flower: Flower, language: str) -> str:
    """Kind and colour, buds, season and rye in a sentence of `language`; `describe.mjs` says the same.

    >>> from valoshka.solidarity.flowers import grow
    >>> describe(grow("minsk-1.p0.s1.b2"), "en")
    'A blue cornflower with two buds, in summer colours, ears of rye behind it.'
    >>> describe(grow("minsk-1.p5.s3.b0"), "be")
    'Белая валошка, у зімовых фарбах.'
    """
    words, season = words_of(language), SEASONS[flower.season]
    plant = words["flowers"][flower.kind][PALETTES[flower.kind][flower.palette].code]
    parts = [f"{plant} {words['buds'][flower.buds]}".rstrip(), words["seasons"][season.code]]
    if season.straw:
        parts.append(words["rye"])
    return words["comma"].join(parts) + words["stop"]
