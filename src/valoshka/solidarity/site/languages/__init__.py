"""What the page says, a file a language; the first is the one that the others are held against."""

LANGUAGES = ("en", "be", "ru", "pl", "de", "ar")
