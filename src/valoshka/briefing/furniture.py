"""The words around a briefing, in its language: "Sources", "Not a real name", "Over {n}", quotation marks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from valoshka.own_yaml import own_yaml

LANGUAGES = ("en", "be", "ru")
OPERATORS = ("exactly", "over", "about", "at_least", "nearly", "up_to", "fewer_than")


@dataclass(frozen=True)
class Furniture:
    """The words of one language; fields named after the keys of `locale/<language>.yml`."""

    kicker: str
    published: str
    key_figures: str
    stories: str
    contents: str
    in_numbers: str
    sources: str
    notes: str
    source: str
    counted: str
    counted_from_stories: str
    acts_unit: str
    not_real_name: str
    what: str
    how_many: str
    when: str
    what_happened: str
    as_table: str
    timeline_title: str
    timeline_foot: str
    timeline_source: str
    skip: str
    page: str
    picture: str
    flower: str
    flower_note: str
    translated: str
    back: str
    thousands: str
    thousands_from: int
    stop_in_quote: bool
    outer: tuple[str, str]
    inner: tuple[str, str]
    operators: dict[str, str]

    def number(self, value: int) -> str:
        """`value` with the language's sign between thousands.

        >>> furniture("en").number(3000), furniture("ru").number(3000), furniture("ru").number(30000)
        ('3,000', '3000', '30\\xa0000')
        """
        return f"{value:,}".replace(",", self.thousands) if value >= self.thousands_from else str(value)

    def quoted(self, words: str) -> str:
        """`words` between the language's outer quotation marks.

        >>> furniture("be").quoted("Мяне пыталі")
        '«Мяне пыталі»'
        """
        return f"{self.outer[0]}{words}{self.outer[1]}"

    def amount(self, operator: str, value: int, unit: str | None = None) -> str:
        """A figure as it is printed.

        >>> furniture("en").amount("over", 30000)
        'Over 30,000'
        """
        number = self.number(value) + (f"\u00a0{unit}" if unit else "")
        return self.operators[operator].format(n=number)


@cache
def furniture(language: str) -> Furniture:
    """The furniture of `language`, one of `LANGUAGES`."""
    words = own_yaml("valoshka.briefing", "locale", f"{language}.yml")
    words["outer"], words["inner"] = tuple(words["outer"]), tuple(words["inner"])
    return Furniture(**words)
