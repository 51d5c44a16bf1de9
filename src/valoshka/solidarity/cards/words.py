"""What a card says."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from valoshka.errors import Refused
from valoshka.solidarity.cards.fonts import missing
from valoshka.solidarity.cards.layouts import KNOWN

_ARABIC = re.compile(r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")
# A word of one letter, and the short first word of a sentence, hold on to the next.
_TIED = re.compile(r"((?:(?<![^\s(„«“])[^\W\d_])|(?:(?<=[.!?…] )[^\W\d_]{2,3})) ")
# Pictures and what joins or tints them; the caption beside the card keeps them.
_PICTURES = frozenset({"So", "Sk", "Cf", "Mn", "Me", "Cn", "Co"})


@dataclass(frozen=True)
class Words:
    """A message (up to 500 characters), a hashtag without its sign, a handle or nothing; a language by its code.

    `right_to_left` says where a reader of the card begins; the message runs as its own letters do.
    """

    message: str
    hashtag: str
    handle: str = ""
    language: str = "en"
    right_to_left: bool = False


def paragraphs(message: str) -> list[str]:
    """The message as it is set: `card-words.mjs` does the same. Raises `Refused` for letters that no bundled font has.

    >>> paragraphs("Мы з вамі.  Вы не\\n\\nадны 🌼")
    ['Мы з\\xa0вамі. Вы\\xa0не', 'адны']
    """
    drawn = _drawable(unicodedata.normalize("NFC", message))
    lines = [re.sub(r"[^\S\u00a0]+", " ", line).strip() for line in re.split(r"[\n\r\u2028\u2029]+", drawn)]
    said = [line for line in lines if line]
    kept = [" ".join(said)] if len(said) > KNOWN["most_paragraphs"] else said
    return [" ".join(map(_breakable, _TIED.sub("\\1\u00a0", line).split(" "))) for line in kept]


def runs_right_to_left(words: Words) -> bool:
    """Which way the message runs: its first letter says, whatever the card around it.

    >>> runs_right_to_left(Words("1: لستم وحدكم", "A")), runs_right_to_left(Words("Not alone", "A", right_to_left=True))
    (True, False)
    """
    letter = next(filter(str.isalpha, words.message), "")
    return unicodedata.bidirectional(letter) in ("R", "AL") if letter else words.right_to_left


def leading(message: str) -> float:
    """Distance between lines in letter sizes.

    >>> leading("Вы не адны."), leading("لستم وحدكم.")
    (1.2, 1.55)
    """
    height: float = KNOWN["leading"]["arabic" if _ARABIC.search(message) else "usual"]
    return height


def _breakable(word: str) -> str:
    """A word that might be wider than a line, with places where it may be broken."""
    if len(word) <= KNOWN["longest_word"]:
        return word
    # Arabic letters keep the shapes that they have within a word, wherever it is broken.
    return ("\u200d\u200b\u200d" if _ARABIC.search(word) else "\u200b").join(word)


def _drawable(message: str) -> str:
    lacking = set(missing(message))
    letters = sorted(character for character in lacking if unicodedata.category(character) not in _PICTURES)
    if letters:
        named = ", ".join(f"U+{ord(character):04X}" for character in letters[:8])
        raise Refused(f"No bundled font can draw {named} on a card. Make this card in a browser, or share the caption.")
    return "".join(character for character in message if character not in lacking)


def alt_text(described: str, message: str) -> str:
    """What a card shows, for whoever cannot see it: the picture described, then the message.

    >>> alt_text("A blue cornflower, in summer colours.", "You are not alone.")
    'A blue cornflower, in summer colours. You are not alone.'
    """
    return " ".join(part for part in (described.strip(), message.strip()) if part)
