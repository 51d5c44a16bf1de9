"""Who the people of a casebook are, what they truly said, and who is sought."""

from valoshka.casebook.identities.models.name import Contact, Name
from valoshka.casebook.identities.models.original import Original
from valoshka.casebook.identities.models.tracing import Hit, HitDecision, KeptList, KeptRow, Search, SearchTurn

__all__ = ["Contact", "Hit", "HitDecision", "KeptList", "KeptRow", "Name", "Original", "Search", "SearchTurn"]
