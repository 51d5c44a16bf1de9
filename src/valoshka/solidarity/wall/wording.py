"""What is said under a flower, and of it, to a reader of a language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from valoshka.solidarity.flowers import Flower, describe
from valoshka.solidarity.flowers.plan import plan
from valoshka.solidarity.wall.words import words_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from valoshka.solidarity.action import Action
    from valoshka.solidarity.items import Item


@dataclass(frozen=True)
class Said:
    """A text and its language (BCP 47)."""

    text: str
    language: str


@dataclass(frozen=True)
class Wording:
    """The message in its own language, the same in the reader's where there is a translation, the picture in words."""

    message: Said | None
    translation: Said | None
    alt: Said


def phrases_of(action: Action) -> dict[str, Mapping[str, str]]:
    """The action's approved phrases: texts by language, by the phrase's id."""
    return {phrase.id: phrase.words for phrase in action.phrases}


def wording(item: Item, language: str, phrases: Mapping[str, Mapping[str, str]]) -> Wording:
    """What a reader of `language` is shown of an item.

    >>> from valoshka.solidarity.items import Item
    >>> one = Item("00000000000000ff", "2026-05-02", "be", seed="k7w2p9", kind="flax", phrase="not-alone")
    >>> told = wording(one, "en", {"not-alone": {"be": "Вы не адны.", "en": "You are not alone."}})
    >>> told.message, told.translation
    (Said(text='Вы не адны.', language='be'), Said(text='You are not alone.', language='en'))
    >>> told.alt.text
    'Blue flax, in winter colours.'
    """
    message, translation = _message(item, language, phrases)
    return Wording(message, translation, _alt(item, language))


def _message(item: Item, language: str, phrases: Mapping[str, Mapping[str, str]]) -> tuple[Said | None, Said | None]:
    if item.words:
        own, others = Said(item.words, item.language), item.translations
    else:
        others = phrases.get(item.phrase, {})
        spoken = item.language if item.language in others else language
        if spoken not in others:
            return None, None
        own = Said(others[spoken], spoken)
    if own.language == language or language not in others:
        return own, None
    return own, Said(others[language], language)


def _alt(item: Item, language: str) -> Said:
    if item.picture:
        # Somebody's words for a picture stay in the language that they were written in.
        own = bool(item.alt) and item.language != language
        return Said(item.alt or words_of(language)["wall"]["picture"], item.language if own else language)
    return Said(describe(_sketch(*item.flower), language), language)


def _sketch(seed: str, kind: str) -> Flower:
    """A flower with nothing drawn: to be described it need not grow, which takes a hundred times as long."""
    decided = plan(seed, kind)
    return Flower(seed, kind, decided.palette, decided.season, decided.buds, (), decided.field.paper)
