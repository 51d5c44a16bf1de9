"""What a web page would fetch from elsewhere when it is opened: that alone tells others who reads it."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_FETCHING = frozenset(
    {"src", "srcset", "poster", "data", "background", "action", "formaction", "ping", "manifest", "xlink:href", "href"}
)
_READERS_CHOICE = frozenset({"a", "area"})  # a link that is only followed when somebody clicks on it
_OWN = re.compile(r"\s*(?:#|data:|$)", re.IGNORECASE)
_FOLLOWED = re.compile(r"\s*(?!javascript:|data:|vbscript:)", re.IGNORECASE)
_IN_STYLE = re.compile(
    r"url\(\s*['\"]?(?!\s*(?:data:|#|['\"]?\)))[^)]*\)|@import\b[^;]*|image-set\([^)]*\)", re.IGNORECASE
)
_DATA_SCRIPTS = frozenset({"application/ld+json", "application/json"})


def foreign_requests(page: str) -> list[str]:
    """Everything in the HTML `page` that makes a browser ask somebody else, as it stands there.

    >>> foreign_requests('<img src="https://host.example/a.png"><a href="https://host.example">read</a>')
    ['<img src>']
    >>> foreign_requests("<style>p { background: url(//host.example/x) }</style><script>go()</script>")
    ['<style> url(//host.example/x)', '<script>']
    """
    reader = _Requests()
    reader.feed(page)
    reader.close()
    return reader.found


class _Requests(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name.lower(): value or "" for name, value in attrs}
        self._in_style = tag == "style"
        if tag in {"base", "object", "embed", "iframe", "frame", "applet", "portal"}:
            self.found.append(f"<{tag}>")
        if tag == "script" and given.get("type", "").lower() not in _DATA_SCRIPTS:
            self.found.append("<script>")
        if tag == "meta" and given.get("http-equiv", "").lower() == "refresh":
            self.found.append("<meta refresh>")
        self.found += [f"<{tag} {name}>" for name in _fetched(tag, given)]
        for name, value in given.items():
            self.found += [f"<{tag} {name}> {match}" for match in _IN_STYLE.findall(value) if name != "content"]
            if name.startswith("on"):
                self.found.append(f"<{tag} {name}>")

    def handle_data(self, data: str) -> None:
        if self._in_style:
            self.found += [f"<style> {match}" for match in _IN_STYLE.findall(data)]

    def handle_endtag(self, tag: str) -> None:
        self._in_style = False


def _fetched(tag: str, given: dict[str, str]) -> Iterator[str]:
    for name in sorted(_FETCHING & given.keys()):
        followed = tag in _READERS_CHOICE and name == "href"
        if not (_FOLLOWED if followed else _OWN).match(given[name]):
            yield name
