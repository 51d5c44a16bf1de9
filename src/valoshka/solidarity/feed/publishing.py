"""Entries → Atom (RFC 4287) and JSON Feed 1.1, a feed of each kind a language."""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING

from lxml import etree

from valoshka.solidarity.feed.entries import Entry, entries
from valoshka.solidarity.wall.words import direction, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from valoshka.solidarity.action import Action
    from valoshka.solidarity.feed.news import News
    from valoshka.solidarity.items import Item

_ATOM = "http://www.w3.org/2005/Atom"
_XML = "{http://www.w3.org/XML/1998/namespace}"
# Before the first flower: a feed must say when it changed, and the hour of a build is nobody's business.
_DAWN = "2026-01-01"


def feed_files(action: Action, items: Iterable[Item], news: Iterable[News]) -> dict[str, bytes]:
    """`feed/<language>.atom` and `feed/<language>.json`; the same items give the same bytes."""
    some, all_news = list(items), list(news)
    made = {}
    for language in action.languages:
        told = entries(action, some, all_news, language)
        made[f"feed/{language}.atom"] = as_atom(action, told, language)
        made[f"feed/{language}.json"] = as_json(action, told, language)
    return made


def as_atom(action: Action, told: list[Entry], language: str) -> bytes:
    """The feed as Atom. Times are midnight of the day (UTC): the hour is not known here."""
    # lxml's stubs do not know that a name space may have no prefix.
    feed = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM}, attrib={f"{_XML}lang": language})  # type: ignore[dict-item]
    page, own = _addresses(action, language, "atom")
    _add(feed, "id", page)
    _add(feed, "title", _title(action, language))
    _add(feed, "updated", _moment(told[0].day if told else _DAWN))
    _add(_add(feed, "author"), "name", action.publisher or action.title[language])
    _add(feed, "link", rel="self", type="application/atom+xml", href=own)
    _add(feed, "link", rel="alternate", type="text/html", hreflang=language, href=page)
    for entry in told:
        _entry(feed, entry)
    return etree.tostring(feed, xml_declaration=True, encoding="utf-8")


def as_json(action: Action, told: list[Entry], language: str) -> bytes:
    """The feed as JSON Feed 1.1."""
    page, own = _addresses(action, language, "json")
    items = [
        {
            "id": entry.id,
            "url": entry.page,
            "title": entry.title,
            "content_html": as_html(entry),
            "content_text": "\n\n".join(filter(None, (*(text for text, _ in entry.texts), entry.alt))),
            "date_published": _moment(entry.day),
            **({"image": entry.image} if entry.image else {}),
        }
        for entry in told
    ]
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _title(action, language),
        "home_page_url": page,
        "feed_url": own,
        "language": language,
        "authors": [{"name": action.publisher or action.title[language]}],
        "items": items,
    }
    return json.dumps(feed, ensure_ascii=False, indent=1).encode()


def as_html(entry: Entry) -> str:
    """An entry's picture with its description, and its texts, each in its own language.

    >>> as_html(Entry("tag:x", "2026-05-02", "One", (("1 < 2", "en"),), "https://x", "https://x/a.webp", "", "Flax"))
    '<p><img src="https://x/a.webp" alt="Flax"></p><p lang="en" dir="ltr">1 &lt; 2</p>'
    """
    image = f'<p><img src="{escape(entry.image)}" alt="{escape(entry.alt)}"></p>' if entry.image else ""
    texts = (
        f'<p lang="{escape(language)}" dir="{direction(language)}">{escape(text, quote=False)}</p>'
        for text, language in entry.texts
    )
    return image + "".join(texts)


def _entry(feed: etree._Element, entry: Entry) -> None:
    element = _add(feed, "entry")
    _add(element, "id", entry.id)
    _add(element, "title", entry.title)
    _add(element, "updated", _moment(entry.day))
    _add(element, "published", _moment(entry.day))
    _add(element, "link", rel="alternate", type="text/html", href=entry.page)
    if entry.image:
        _add(element, "link", rel="enclosure", type=entry.image_type, href=entry.image, title=entry.alt)
    _add(element, "content", as_html(entry), type="html")


def _add(parent: etree._Element, name: str, text: str | None = None, **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{_ATOM}}}{name}", attrib=attributes)
    element.text = text
    return element


def _addresses(action: Action, language: str, kind: str) -> tuple[str, str]:
    return f"{action.site}/wall/{language}/index.html", f"{action.site}/feed/{language}.{kind}"


def _title(action: Action, language: str) -> str:
    return words_of(language)["feed"]["title"].format(title=action.title[language])


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"
