"""What the pages say, from `languages/<code>.yml`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from valoshka.errors import Refused
from valoshka.own_yaml import own_yaml
from valoshka.solidarity.site.languages import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

Said: TypeAlias = "dict[str, Said] | list[str] | str"
_ROOM = "valoshka.solidarity.site"


@cache
def words_in(language: str) -> dict[str, Said]:
    """Everything that the pages say in `language`, as a tree of texts. Raises `Refused` for one without a file.

    >>> words_in("be")["safety"]["yes"]
    'Так'
    """
    if language not in LANGUAGES:
        raise Refused(f"There are no pages in that language. Take one of: {', '.join(LANGUAGES)}.")
    words: dict[str, Said] = own_yaml(_ROOM, "languages", f"{language}.yml")
    return words


def said(language: str, key: str) -> str:
    """One text by its key.

    >>> said("en", "there.risk.any").partition(",")[0]
    'A post'
    """
    found: Said = words_in(language)
    for part in key.split("."):
        assert isinstance(found, dict)
        found = found[part]
    assert isinstance(found, str)
    return found


def branch(language: str, key: str) -> dict[str, Said]:
    """The texts below a key.

    >>> sorted(branch("en", "flower.kinds"))
    ['cornflower', 'daisy', 'flax', 'poppy']
    """
    found: Said = words_in(language)
    for part in key.split("."):
        assert isinstance(found, dict)
        found = found[part]
    assert isinstance(found, dict)
    return found


def texts_in(node: Said) -> Iterator[str]:
    """Every text of a tree, without its keys.

    >>> list(texts_in({"yes": "Так", "steps": ["Адзін", "Два"]}))
    ['Так', 'Адзін', 'Два']
    """
    if isinstance(node, str):
        yield node
    else:
        for each in node.values() if isinstance(node, dict) else node:
            yield from texts_in(each)
