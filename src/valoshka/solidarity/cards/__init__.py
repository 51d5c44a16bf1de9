"""Cards to share: a flower or a photo with a message, in four sizes, on the visitor's canvas and on the server."""

from valoshka.solidarity.cards.fonts import web_fonts
from valoshka.solidarity.cards.layouts import PALETTES, SIZES
from valoshka.solidarity.cards.server import flower_card, photo_card, photo_cards
from valoshka.solidarity.cards.words import Words, alt_text

__all__ = ["PALETTES", "SIZES", "Words", "alt_text", "flower_card", "photo_card", "photo_cards", "web_fonts"]
