"""Cards made on the server, for the queue of what is to be shared on; the look is the canvas's (`layouts.yml`)."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from PIL import Image

from valoshka.errors import Refused
from valoshka.solidarity.cards.layouts import KNOWN, LAYOUTS, PALETTES
from valoshka.solidarity.cards.panel import panel
from valoshka.solidarity.raster import pixels

if TYPE_CHECKING:
    from valoshka.solidarity.cards.layouts import Layout
    from valoshka.solidarity.cards.words import Words
    from valoshka.solidarity.flowers import Flower


class _Zone(NamedTuple):
    """Where the picture goes, and how many of its upper rows an app may cover; pixels."""

    left: int
    top: int
    width: int
    height: int
    covered: int


def flower_card(flower: Flower, words: Words, size: str = "portrait", palette: str = "paper") -> bytes:
    """A JPEG below 950 KB, sRGB and without metadata, of a flower and a message.

    `size` is one of `SIZES`. Raises `Refused` for a size or palette that is not known, and for words that cannot be
    set.

    >>> from valoshka.solidarity.cards.words import Words
    >>> from valoshka.solidarity.flowers import grow
    >>> flower_card(grow("minsk-1"), Words("You are not alone.", "StandWithBelarus"))[:3]
    b'\\xff\\xd8\\xff'
    """
    card, zone = _laid_out(words, size, palette)
    card.paste(_grown(flower, zone), (zone.left, zone.top))
    return _jpeg(card)


def photo_card(trusted_jpeg: bytes, words: Words, size: str = "portrait", palette: str = "paper") -> bytes:
    """As `flower_card`, of a photo that fills its place.

    The JPEG must be one that the collector drew anew: a stranger's file is decoded in a capped process first. Raises
    `Refused`, too, if it is no JPEG.
    """
    card, zone = _laid_out(words, size, palette)
    card.paste(_filling(trusted_jpeg, zone), (zone.left, zone.top))
    return _jpeg(card)


def _laid_out(words: Words, size: str, palette: str) -> tuple[Image.Image, _Zone]:
    """The card with its words, and where its picture goes."""
    if size not in LAYOUTS or palette not in PALETTES:
        known = f"{', '.join(LAYOUTS)}; palettes: {', '.join(PALETTES)}"
        raise Refused(f"There is no such card. Sizes: {known}.")
    layout, said = LAYOUTS[size], panel(size, words, palette)
    card = Image.new("RGB", (layout.width, layout.height), PALETTES[palette]["ground"])
    zone = _zone(layout, said, words.right_to_left)
    at = (0 if words.right_to_left else zone.width, 0) if layout.picture else (0, zone.height)
    card.paste(said, at)
    return card, zone


def _zone(layout: Layout, said: Image.Image, right_to_left: bool) -> _Zone:
    if layout.picture:
        left = layout.width - layout.picture if right_to_left else 0
        return _Zone(left, 0, layout.picture, layout.height, 0)
    return _Zone(0, 0, layout.width, layout.height - said.height, layout.safe[0])


def _grown(flower: Flower, zone: _Zone) -> Image.Image:
    """The flower's head whole and as large as the zone lets it be; `card-picture.mjs` does the same."""
    shown: dict[str, int] = KNOWN["flower"]
    room = zone.height - zone.covered
    scale = min(zone.width / shown["width"], room / shown["height"])
    top = min(shown["top"], flower.height - room / scale) - zone.covered / scale
    left = flower.width / 2 - zone.width / scale / 2
    # A unit more below, so that rounding never leaves a row bare.
    box = (round(left), round(top), round(left + zone.width / scale), round(top + (zone.height + 1) / scale))
    drawn = Image.fromarray(pixels(flower, zone.width, box))
    return drawn.crop((0, 0, zone.width, zone.height))


def _filling(trusted_jpeg: bytes, zone: _Zone) -> Image.Image:
    """The photo as large as fills the zone; of a high one, more of its upper part, where flowers are."""
    try:
        with Image.open(BytesIO(trusted_jpeg), formats=("JPEG",)) as photo:
            scale = max(zone.width / photo.width, zone.height / photo.height)
            # A draft is never smaller than what is asked for, and spares most of the decoding.
            photo.draft("RGB", (round(photo.width * scale), round(photo.height * scale)))
            seen = photo.convert("RGB")
    except (OSError, SyntaxError) as error:
        raise Refused("This picture is no whole JPEG. Take the one that the collector drew anew.") from error
    scale = max(zone.width / seen.width, zone.height / seen.height)
    across, down = zone.width / scale, zone.height / scale
    left, top = (seen.width - across) / 2, (seen.height - down) * KNOWN["photo_top"]
    part = (left, top, left + across, top + down)
    return seen.resize((zone.width, zone.height), Image.Resampling.HAMMING, box=part, reducing_gap=2.0)


def _jpeg(card: Image.Image) -> bytes:
    for quality in KNOWN["qualities"]:
        out = BytesIO()
        card.save(out, "JPEG", quality=quality, subsampling=0 if quality > 80 else 2)
        if out.tell() < KNOWN["most_bytes"]:
            return out.getvalue()
    raise Refused("This card is too heavy to be shared, even at a low quality. Choose another picture.")
