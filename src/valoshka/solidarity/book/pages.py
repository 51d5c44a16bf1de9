"""One item as the book's template takes it: plain data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.solidarity.book.lettering import printable, runs
from valoshka.solidarity.flowers.plan import plan
from valoshka.solidarity.wall.wording import phrases_of, wording
from valoshka.solidarity.wall.words import shown_day

if TYPE_CHECKING:
    from valoshka.solidarity.action import Action
    from valoshka.solidarity.items import Item
    from valoshka.solidarity.wall.wording import Said

_PAPER = "fbf9f4"
# With more letters than this, message and translation together, a flower has a page of its own.
_SHORT = 220


def book_page(item: Item, number: int, language: str, action: Action) -> dict[str, object] | None:
    """What stands on an item's page; `None` if there are letters in it that no bundled font can print."""
    told = wording(item, language, phrases_of(action))
    message, translation = _text(told.message), _text(told.translation)
    if message is None or translation is None:
        return None
    letters = sum(len(str(each.get("text", ""))) for each in (message, translation))
    paper = _PAPER if item.picture else plan(*item.flower).field.paper
    return {
        "number": number,
        "day": shown_day(item.day, language),
        "alt": told.alt.text,
        "paper": paper,
        "grown": not item.picture,
        "message": message,
        "translation": translation,
        "is_short": letters <= _SHORT,
    }


def _text(said: Said | None) -> dict[str, str] | None:
    """A text for the template; an empty dict if nothing is said, `None` if it cannot be printed."""
    if said is None:
        return {}
    text = printable(said.text)
    if text is None:
        return None
    return {"text": text, "language": said.language.partition("-")[0], "dir": runs(text)} if text else {}
