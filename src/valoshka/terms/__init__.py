"""Controlled vocabularies and fuzzy dates."""
