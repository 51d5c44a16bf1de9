"""The solidarity action: flowers, cards, the wall, the book, the feed. It knows no case."""
