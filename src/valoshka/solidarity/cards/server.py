"""Cards made on the server, for the queue of what is to be shared on; the look is the canvas's (`layouts.yml`)."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from PIL import Image

from valoshka.errors import Refused
from valoshka.solidarity.cards.layouts import KNOWN, LAYOUTS, PALETTES, SIZES
from valoshka.solidarity.cards.panel import panel
from valoshka.solidarity.raster import pixels

if TYPE_CHECKING:
    from collections.abc import Sequence

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


def photo_cards(
    trusted_jpeg: bytes, words: Words, sizes: Sequence[str] = SIZES, palette: str = "paper"
) -> dict[str, bytes]:
    """As `flower_card`, of a photo that fills its place, in several sizes: the photo is decoded once for all.

    The JPEG must be one that the collector drew anew: a stranger's file is decoded in a capped process first. Raises
    `Refused`, too, if it is no JPEG.
    """
    laid_out = {size: _laid_out(words, size, palette) for size in sizes}
    photo = _decoded(trusted_jpeg, [zone for _, zone in laid_out.values()])
    cards: dict[str, bytes] = {}
    for size, (card, zone) in laid_out.items():
        card.paste(_filling(photo, zone), (zone.left, zone.top))
        cards[size] = _jpeg(card)
    return cards


def photo_card(trusted_jpeg: bytes, words: Words, size: str = "portrait", palette: str = "paper") -> bytes:
    """One of the `photo_cards`."""
    return photo_cards(trusted_jpeg, words, (size,), palette)[size]


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


def _decoded(trusted_jpeg: bytes, zones: Sequence[_Zone]) -> Image.Image:
    """The photo, at least as large as fills each zone."""
    try:
        with Image.open(BytesIO(trusted_jpeg), formats=("JPEG",)) as photo:
            scale = max(max(zone.width / photo.width, zone.height / photo.height) for zone in zones)
            # A draft is never smaller than what is asked for, and spares most of the decoding.
            photo.draft("RGB", (round(photo.width * scale), round(photo.height * scale)))
            return photo.convert("RGB")
    except (OSError, SyntaxError) as error:
        raise Refused("This picture is no whole JPEG. Take the one that the collector drew anew.") from error


def _filling(photo: Image.Image, zone: _Zone) -> Image.Image:
    """The photo as large as fills the zone; of a high one, more of its upper part, where flowers are."""
    scale = max(zone.width / photo.width, zone.height / photo.height)
    across, down = zone.width / scale, zone.height / scale
    left, top = (photo.width - across) / 2, (photo.height - down) * KNOWN["photo_top"]
    part = (left, top, left + across, top + down)
    return photo.resize((zone.width, zone.height), Image.Resampling.HAMMING, box=part, reducing_gap=2.0)


def _jpeg(card: Image.Image) -> bytes:
    for quality in KNOWN["qualities"]:
        out = BytesIO()
        card.save(out, "JPEG", quality=quality, subsampling=0 if quality > 80 else 2)
        if out.tell() < KNOWN["most_bytes"]:
            return out.getvalue()
    raise Refused("This card is too heavy to be shared, even at a low quality. Choose another picture.")
