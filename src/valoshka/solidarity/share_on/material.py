"""One item → what somebody needs who posts it: cards, the text beside them, the picture in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valoshka.errors import Refused
from valoshka.solidarity.cards.server import flower_card, photo_card
from valoshka.solidarity.cards.words import Words, alt_text
from valoshka.solidarity.flowers import grow
from valoshka.solidarity.wall.wording import phrases_of, wording
from valoshka.solidarity.wall.words import RIGHT_TO_LEFT

if TYPE_CHECKING:
    from collections.abc import Callable

    from valoshka.solidarity.action import Action
    from valoshka.solidarity.items import Item

# A post, and what stays for a day; the other two sizes are for links and old squares.
SIZES = ("portrait", "story")
CAPTION, ALT, NO_CARD = "caption.txt", "alt.txt", "no-card.txt"


def material(action: Action, item: Item, jpeg_of: Callable[[str], bytes]) -> dict[str, bytes]:
    """The files of one item by their names: `portrait.jpg`, `story.jpg`, `caption.txt`, `alt.txt`.

    All in the item's own language, if the action speaks it. Where a card cannot be set (letters that no bundled font
    has), `no-card.txt` says why, and the picture stands there as it is.
    """
    language = item.language if item.language in action.languages else action.languages[0]
    told = wording(item, language, phrases_of(action))
    message = told.message.text if told.message else ""
    translation = told.translation.text if told.translation else ""
    words = Words(message, action.hashtag, "", language, language in RIGHT_TO_LEFT)
    caption = "\n\n".join(filter(None, (message, translation, f"#{action.hashtag}", f"{action.site}/{language}/")))
    texts = {CAPTION: f"{caption}\n".encode(), ALT: f"{alt_text(told.alt.text, message)}\n".encode()}
    return {**texts, **_cards(item, words, jpeg_of)}


def _cards(item: Item, words: Words, jpeg_of: Callable[[str], bytes]) -> dict[str, bytes]:
    jpeg = jpeg_of(item.picture) if item.picture else b""
    try:
        return {f"{size}.jpg": _card(item, words, size, jpeg) for size in SIZES}
    except Refused as refusal:
        return {NO_CARD: f"{refusal}\n".encode(), **({"picture.jpg": jpeg} if jpeg else {})}


def _card(item: Item, words: Words, size: str, jpeg: bytes) -> bytes:
    return photo_card(jpeg, words, size) if jpeg else flower_card(grow(*item.flower), words, size)
