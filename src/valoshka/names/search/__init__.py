"""Names by the thousand and the million: an index in which one person is found under any spelling."""

from valoshka.names.search.blocking import BlockingKey, blocking_keys
from valoshka.names.search.index import Hit, NameIndex

__all__ = ["BlockingKey", "Hit", "NameIndex", "blocking_keys"]
