"""How many flowers, by country and language, told so that nobody can be found behind a number."""

from valoshka.solidarity.counts.ledger import read_ledger, written_ledger
from valoshka.solidarity.counts.releasing import Row, released
from valoshka.solidarity.counts.showing import count_files

__all__ = ["Row", "count_files", "read_ledger", "released", "written_ledger"]
