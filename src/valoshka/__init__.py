"""Valoshka: from a witness's words to a briefing that is safe to publish."""

__version__ = "0.1.0"
