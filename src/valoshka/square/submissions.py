"""What a visitor sends, checked against what the action takes: the border between a stranger and the collector."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from valoshka.errors import Refused
from valoshka.solidarity.flowers.fresh_seed import says_nothing
from valoshka.solidarity.flowers.plan import plan
from valoshka.square.limits import limits
from valoshka.square.refusals import NotTaken

if TYPE_CHECKING:
    from collections.abc import Mapping

    from valoshka.square.grounds import Action


@dataclass(frozen=True)
class Flower:
    """A seed that says nothing, an approved phrase or none: safe by construction.

    A country at risk is kept as no country.
    """

    seed: str
    kind: str
    phrase: str
    language: str
    country: str


@dataclass(frozen=True)
class Message:
    """Anything that a person must read first: `seed`, too, if it came with `kind` and not with a picture."""

    seed: str
    kind: str
    phrase: str
    words: str
    language: str
    country: str


def flower_from(untrusted: Mapping[str, object], action: Action) -> Flower:
    """The flower in a request's fields. Raises `NotTaken("not_understood")`.

    >>> from valoshka.square.grounds import read_action_terms
    >>> action = read_action_terms(b"languages: [en]\\nflowers: [flax]\\ncountries_at_risk: [BY]")
    >>> flower_from({"seed": "bdkmzprtvwxq.p1", "kind": "flax", "language": "en", "country": "BY"}, action).country
    ''
    """
    seed, kind = _flower(untrusted, action)
    if not says_nothing(seed):
        raise NotTaken("not_understood")
    return Flower(seed, kind, _phrase(untrusted, action), *_origin(untrusted, action))


def message_from(untrusted: Mapping[str, object], action: Action, *, has_picture: bool) -> Message:
    """The message in a form's fields. Raises `NotTaken`: "not_understood" or "words_too_long"."""
    seed, kind = ("", "") if has_picture else _flower(untrusted, action)
    words = _text(untrusted, "words")
    if len(words) > limits().words:
        raise NotTaken("words_too_long")
    return Message(seed, kind, _phrase(untrusted, action), words, *_origin(untrusted, action))


def _flower(untrusted: Mapping[str, object], action: Action) -> tuple[str, str]:
    seed, kind = _text(untrusted, "seed"), _text(untrusted, "kind")
    if not seed or kind not in action.kinds:
        raise NotTaken("not_understood")
    try:
        plan(seed, kind)
    except Refused as refusal:
        raise NotTaken("not_understood") from refusal
    return seed, kind


def _phrase(untrusted: Mapping[str, object], action: Action) -> str:
    phrase = _text(untrusted, "phrase")
    if phrase and phrase not in action.phrases:
        raise NotTaken("not_understood")
    return phrase


def _origin(untrusted: Mapping[str, object], action: Action) -> tuple[str, str]:
    language, country = _text(untrusted, "language"), _text(untrusted, "country")
    if language not in action.languages or (country and country not in action.countries | action.at_risk):
        raise NotTaken("not_understood")
    # That somebody there took part is nothing that a server should be able to tell.
    return language, "" if country in action.at_risk else country


def _text(untrusted: Mapping[str, object], name: str) -> str:
    text = untrusted.get(name, "")
    if not isinstance(text, str) or any("\ud800" <= sign <= "\udfff" for sign in text):
        raise NotTaken("not_understood")
    return text
