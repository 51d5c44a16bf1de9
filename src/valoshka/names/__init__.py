"""One name in many spellings."""
