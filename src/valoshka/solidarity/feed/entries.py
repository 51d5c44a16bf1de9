"""Items and news → the entries of a feed in one language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from valoshka.solidarity.items import newest_first
from valoshka.solidarity.wall.thumbnails import key_of
from valoshka.solidarity.wall.wording import phrases_of, wording
from valoshka.solidarity.wall.words import shown_day, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from valoshka.solidarity.action import Action
    from valoshka.solidarity.feed.news import News
    from valoshka.solidarity.items import Item

NEWEST = 100
_ID = "tag:{host},{day}:{what}"


@dataclass(frozen=True)
class Entry:
    """One entry: `id` is a tag URI (RFC 4151), `day` YYYY-MM-DD; texts with their languages; `image` may be empty.

    `page` and `image` are addresses.
    """

    id: str
    day: str
    title: str
    texts: tuple[tuple[str, str], ...]
    page: str
    image: str = ""
    image_type: str = ""
    alt: str = ""


def entries(action: Action, items: Iterable[Item], news: Iterable[News], language: str) -> list[Entry]:
    """All news, and the last hundred flowers, the newest first; news before the flowers of its day."""
    phrases = phrases_of(action)
    flowers = [_flower(action, item, language, phrases) for item in newest_first(items)[:NEWEST]]
    told = [_news(action, each, number, language) for number, each in enumerate(news, start=1)]
    return sorted([*told, *flowers], key=lambda entry: entry.day, reverse=True)


def _flower(action: Action, item: Item, language: str, phrases: Mapping[str, Mapping[str, str]]) -> Entry:
    told = wording(item, language, phrases)
    texts = tuple((said.text, said.language) for said in (told.message, told.translation) if said)
    key = key_of(item)
    image = f"pictures/{item.picture}.jpg" if item.picture else f"wall/thumbs/{key[:2]}/{key}.webp"
    return Entry(
        _id(action, item.day, item.id),
        item.day,
        words_of(language)["feed"]["flower"].format(date=shown_day(item.day, language)),
        texts,
        f"{action.site}/wall/{language}/index.html",
        f"{action.site}/{image}",
        "image/jpeg" if item.picture else "image/webp",
        told.alt.text,
    )


def _news(action: Action, news: News, number: int, language: str) -> Entry:
    title = words_of(language)["feed"]["closing"].format(title=news.title[language])
    page = f"{action.site}/{language}/"
    return Entry(_id(action, news.day, f"news-{number}"), news.day, title, ((news.text[language], language),), page)


def _id(action: Action, day: str, what: str) -> str:
    """An id that stays when the site moves: `tag:flowers.example.org,2026-05-02:00000000000000ff`."""
    return _ID.format(host=urlsplit(action.site).hostname or "localhost", day=day, what=f"{action.name}/{what}")
