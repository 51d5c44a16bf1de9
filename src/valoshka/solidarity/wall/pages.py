"""The wall's pages: whole without scripts, the mosaic above them with one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined

from valoshka.solidarity.wall.thumbnails import HEIGHT, WIDTH, key_of
from valoshka.solidarity.wall.wording import Wording, phrases_of, wording
from valoshka.solidarity.wall.words import direction, shown_day, shown_number, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jinja2 import Template

    from valoshka.solidarity.action import Action
    from valoshka.solidarity.items import Item
    from valoshka.solidarity.wall.leaves import Leaf

# A message of more signs than this takes the room of two flowers.
_LONG = 180
_NEIGHBOURS = 2
# The browser may show and fetch what stands beside the page, and nothing else.
POLICY = (
    "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self'; "
    "font-src 'self'; base-uri 'none'; form-action 'none'"
)


@dataclass(frozen=True)
class Setting:
    """What all pages of a wall share: the action, how many leaves and items there are."""

    action: Action
    leaves: int
    total: int

    @cached_property
    def phrases(self) -> dict[str, Mapping[str, str]]:
        """The approved phrases."""
        return phrases_of(self.action)


@dataclass(frozen=True)
class Shown:
    """An item as a page shows it."""

    id: str
    thumbnail: str
    picture: str
    is_long: bool
    wording: Wording


def page(leaf: Leaf, language: str, setting: Setting) -> bytes:
    """The page of a leaf for readers of a language, in UTF-8. Only the newest says how many flowers there are."""
    return (
        _template("page.html.j2")
        .render(
            action=setting.action,
            title=setting.action.title[language],
            leaf=leaf,
            days=list(_by_day(leaf, language, setting)),
            numbers=_numbers(leaf.number, setting.leaves),
            newest=setting.leaves,
            count=words_of(language)["wall"]["count"].format(n=shown_number(setting.total, language)),
            size=(WIDTH, HEIGHT),
            **common(language, setting),
        )
        .encode()
    )


def door(setting: Setting) -> bytes:
    """The page that stands before the languages."""
    first = setting.action.languages[0]
    return _template("door.html.j2").render(title=setting.action.title[first], **common(first, setting)).encode()


def common(language: str, setting: Setting) -> dict[str, object]:
    """What every template of the wall's family is given."""
    return {
        "language": language,
        "direction": direction(language),
        "words": words_of(language),
        "languages": [(code, words_of(code)["name"], direction(code)) for code in setting.action.languages],
        "policy": POLICY,
    }


def _by_day(leaf: Leaf, language: str, setting: Setting) -> Iterator[tuple[str, str, list[Shown]]]:
    for day, items in groupby(leaf.items, key=lambda item: item.day):
        yield day, shown_day(day, language), [_shown(item, language, setting) for item in items]


def _shown(item: Item, language: str, setting: Setting) -> Shown:
    told, key = wording(item, language, setting.phrases), key_of(item)
    letters = sum(len(said.text) for said in (told.message, told.translation) if said)
    return Shown(item.id, f"{key[:2]}/{key}.webp", item.picture, letters > _LONG, told)


def _numbers(number: int, leaves: int) -> list[int]:
    """The pages that a page leads to: its neighbours, the newest first.

    Not all of them, and of far pages only the first: else each new page would change every old one.

    >>> _numbers(40, 500)
    [42, 41, 40, 39, 38, 1]
    """
    near = range(min(number + _NEIGHBOURS, leaves), max(number - _NEIGHBOURS, 1) - 1, -1)
    return list(dict.fromkeys([*near, 1]))


@cache
def _template(name: str) -> Template:
    environment = Environment(
        loader=PackageLoader("valoshka.solidarity.wall", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(name)
