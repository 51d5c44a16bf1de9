"""The inner rooms of `spoken_dates`: words, grammar, calendar and meaning."""
