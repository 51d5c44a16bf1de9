"""Cards to share: a flower or a photo with a message, in four sizes, on the visitor's canvas and on the server."""

from valoshka.solidarity.cards.fonts import web_fonts

__all__ = ["web_fonts"]
