"""The page's HTML: empty but for its words; the browser fills it with one message at a time."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from valoshka.own_yaml import own_yaml

if TYPE_CHECKING:
    from valoshka.desk.moderation.page.desk import Desk

LANGUAGES = ("en", "be", "ru")


@cache
def words_of(language: str) -> dict[str, str]:
    """The page's words in `en`, `be` or `ru`.

    >>> words_of("en")["approve"]
    'Approve'
    """
    words: dict[str, str] = own_yaml("valoshka.desk.moderation.page", "words", f"{language}.yml")
    return words


def drawn_page(desk: Desk, nonce: str) -> str:
    """The page for a desk; scripts and styles run by `nonce` only."""
    words = words_of(desk.language)
    # A “<” in a script element could end it.
    told = Markup(json.dumps(words, ensure_ascii=False).replace("<", "\\u003c"))  # noqa: S704 - our own words, as JSON
    title = desk.action.title.get(desk.language) or next(iter(desk.action.title.values()))
    return _template().render(words=words, told=told, nonce=nonce, language=desk.language, action=title)


@cache
def _template() -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(files(__package__).joinpath("page.html.j2").read_text(encoding="utf-8"))
