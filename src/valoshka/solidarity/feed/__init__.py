"""The latest flowers, and the action's news, for feed readers: no addresses are kept to tell anybody anything."""

from valoshka.solidarity.feed.entries import NEWEST, Entry, entries
from valoshka.solidarity.feed.news import News, read_news
from valoshka.solidarity.feed.publishing import feed_files

__all__ = ["NEWEST", "Entry", "News", "entries", "feed_files", "read_news"]
