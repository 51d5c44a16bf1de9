"""Which encoding a plain text is in, decided by what it would say in each."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from functools import cache
from itertools import islice

import charset_normalizer

from valoshka.documents.encoding_scores import Knowledge, score
from valoshka.own_yaml import own_yaml

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ENOUGH = -4.8  # mean log share of a character beyond ASCII; below it no candidate made sense of the bytes
_SAMPLE, _MOST_BYTES = 20_000, 200_000  # words; a hostile "word" may be the whole file
_WORD = re.compile(rb"\S+")
_CLEAR = 1.5  # a lead in log likelihood (about 5 : 1) below which a person is asked to look


@dataclass(frozen=True)
class Decoded:
    """A text, the encoding's name in Python, and a sentence that states it to the person who imports."""

    text: str
    encoding: str
    note: str


def decode(untrusted_bytes: bytes) -> Decoded | None:
    """The text of a plain-text file, its byte order mark removed; `None` if it is no text in any known encoding.

    A mark decides; then the shape of UTF-16; then valid UTF-8; then the old Cyrillic and Latin encodings compete on
    which makes likelier words; then charset-normalizer is asked about the rest of the world.

    >>> decode("Меня зовут Алеся.".encode("koi8-r")).note
    'Read as KOI8 (Cyrillic), judging by its letters.'
    """
    for mark, encoding in _MARKS:
        if untrusted_bytes.startswith(mark):
            return _strictly(untrusted_bytes[len(mark) :], encoding, "as its first bytes say")
    wide = _wide(untrusted_bytes)
    if wide:
        return _strictly(untrusted_bytes, wide, "judging by its bytes")
    return _strictly(untrusted_bytes, "utf-8", "") or _legacy(untrusted_bytes)


@cache
def knowledge() -> Knowledge:
    """The room's YAML on encodings, read once."""
    return Knowledge.from_yaml(own_yaml("valoshka.documents", "encodings.yml"))


def _strictly(untrusted_bytes: bytes, encoding: str, basis: str) -> Decoded | None:
    try:
        text = untrusted_bytes.decode(encoding)
    except UnicodeDecodeError:
        return None
    name = knowledge().names.get(encoding, encoding)
    return Decoded(text, encoding, f"Read as {name}, {basis}." if basis else f"Read as {name}.")


def _wide(untrusted_bytes: bytes) -> str | None:
    """UTF-16 without a mark: one byte of each pair is the alphabet's number (0 for Latin, 4 for Cyrillic)."""
    if len(untrusted_bytes) < 4 or len(untrusted_bytes) % 2 or b"\0" not in untrusted_bytes:
        return None
    sample = untrusted_bytes[:20_000]
    for encoding, alphabet_bytes in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if sum(byte in {0x00, 0x04, 0x20} for byte in alphabet_bytes) > 0.9 * len(alphabet_bytes):
            return encoding
    return None


def _legacy(untrusted_bytes: bytes) -> Decoded | None:
    if b"\0" in untrusted_bytes:
        return None
    # Only words beyond ASCII are evidence; a long text repeats it.
    beyond = (match[0] for match in _WORD.finditer(untrusted_bytes) if not match[0].isascii())
    sample = b" ".join(islice(beyond, _SAMPLE))[:_MOST_BYTES]
    ranked = sorted(_scored(untrusted_bytes, sample), key=lambda pair: -pair[0])
    beyond_ascii = sum(byte > 0x7F for byte in sample)
    if not ranked or ranked[0][0] < _ENOUGH * beyond_ascii:
        return _elsewhere(untrusted_bytes)
    best_score, best = ranked[0]
    rivals = [other for points, other in ranked[1:] if points > best_score - _CLEAR and other.text != best.text]
    if rivals:
        doubt = f"{best.note} It could be {knowledge().names[rivals[0].encoding]}: look at the text before you use it."
        return Decoded(best.text, best.encoding, doubt)
    return best


def _scored(untrusted_bytes: bytes, sample: bytes) -> list[tuple[float, Decoded]]:
    known = knowledge()
    pairs = []
    for family, encodings in known.candidates.items():
        for encoding in encodings:
            decoded = _strictly(untrusted_bytes, encoding, "judging by its letters")
            if decoded:
                likelihood = score(sample.decode(encoding), family, known)
                pairs.append((likelihood - known.rarity.get(encoding, 0), decoded))
    return pairs


def _elsewhere(untrusted_bytes: bytes) -> Decoded | None:
    guess = charset_normalizer.from_bytes(untrusted_bytes).best()
    if guess is None:
        return None
    return _strictly(untrusted_bytes, guess.encoding, "which is a guess: look at the text before you use it")
