"""`news.yml`: what the organisation tells those who follow its feed, such as how an action ended."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from valoshka.errors import Refused
from valoshka.solidarity.action.marked import Marked
from valoshka.untrusted_yaml import compose

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

FILE = "news.yml"
_TITLE, _TEXT = 120, 4000


@dataclass(frozen=True)
class News:
    """One piece of news; `title` and `text` by language, `day` YYYY-MM-DD."""

    day: str
    title: Mapping[str, str] = field(hash=False)
    text: Mapping[str, str] = field(hash=False)


def read_news(folder: Path, languages: Sequence[str]) -> list[News]:
    """The news in `news.yml` of an action's folder; none if there is no such file.

    Raises `Refused`, naming the line.
    """
    path = folder / FILE
    try:
        untrusted = path.read_bytes()
    except FileNotFoundError:
        return []
    except OSError as error:
        raise Refused(f"{path} cannot be read ({error.strerror}).") from error
    return news_from(untrusted, languages)


def news_from(untrusted: bytes, languages: Sequence[str], name: str = FILE) -> list[News]:
    """The news in the bytes of a file: a list of entries with `day`, `title` and `text`, each text in every language.

    >>> told = b"- {day: 2026-09-01, title: {en: The action has ended}, text: {en: Thank you for 40 flowers.}}"
    >>> news_from(told, ["en"])[0].title["en"]
    'The action has ended'
    >>> news_from(b"- {day: yesterday}", ["en"])
    Traceback (most recent call last):
    valoshka.solidarity.action.marked.UnreadableAction: news.yml, line 1: “title:” is missing. Add it.
    """
    root = compose(untrusted, name)
    return [_one(item, languages) for item in Marked(name, root).items()] if root else []


def _one(item: Marked, languages: Sequence[str]) -> News:
    told = item.entries(("day", "title", "text"), ("title", "text", "day"))
    day = told["day"].text(10)
    try:
        written = date.fromisoformat(day).isoformat()
    except ValueError:
        written = ""
    if written != day:
        raise told["day"].refuse("write the day as 2026-09-01.")
    return News(day, _texts(told["title"], languages, _TITLE), _texts(told["text"], languages, _TEXT))


def _texts(node: Marked, languages: Sequence[str], longest: int) -> dict[str, str]:
    told = node.entries(tuple(languages), tuple(languages))
    return {language: told[language].text(longest) for language in languages}
